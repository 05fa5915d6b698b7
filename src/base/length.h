// Distances in fixed point: 1/65536 pt in 32 bits, so that layouts are identical on every
// machine. Sums over a page and products are made in int64_t.
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include "base/str.h"

#include <stdint.h>

typedef int32_t length;

enum { LENGTH_ONE_PT = 65536 };
#define LENGTH_MAX INT32_MAX

// For constants: LENGTH_PT(0.75). The argument must be exact enough in double.
#define LENGTH_PT(points) ((length)((points)*LENGTH_ONE_PT + ((points) < 0 ? -0.5 : 0.5)))

// Returns value × numerator / denominator, rounded to nearest, halves away from zero.
// denominator > 0; the result must fit.
length length_scale(int64_t value, int64_t numerator, int64_t denominator);

// Returns the nearest length: what leaves the range stays at its edge, far outside any page.
length length_clamp(int64_t value);

// Returns the larger of two.
length length_larger(length a, length b);

// Reads "3mm", "0.125in", "-4pt", "2.1cm", or a bare number in points when `unit_optional`.
// Returns false when the text is no length or out of ±32,000 pt.
bool length_parse(struct str text, bool unit_optional, length *out);

// Appends a decimal number of points with at most `decimals` (0 to 5) digits after the point and
// no trailing zeros: what PDF (ISO 32000-1, 7.3.3) calls a real. Never an exponent.
void length_format(struct str_builder *builder, int64_t value, int decimals);

#endif
