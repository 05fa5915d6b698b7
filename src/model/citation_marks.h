// The points, commas and closing quotes that stand beside a citation.
//
// A raised number is printed behind them, one on the line before them, so that they belong to the
// citation and not to the text on either side.
#ifndef MODEL_CITATION_MARKS_H
#define MODEL_CITATION_MARKS_H

#include "base/str.h"

#include <stdbool.h>

// Returns how many bytes of `text` at `at` are a point or a comma that ends something, or a quote
// that closes; 0 for none.
size_t citation_mark_length(struct str text, size_t at);

// Whether the point at `point` ends a sentence and is not one of "et al." or "U.S."; the citation
// behind it ends at `after`.
bool citation_point_ends(struct str text, size_t point, size_t after);

// Whether a raised number behind `text` would read as a power: it ends in a number that is no year
// and no part of a name such as CD19, or in a raised 2 or 3.
bool citation_reads_as_power(struct str text);

#endif
