// Rows of bytes, filtered as PNG does before it compresses (ISO/IEC 15948, 9.2): what /Predictor 15
// of FlateDecode undoes (ISO 32000-1, 7.4.4.4).
#ifndef PDF_PREDICT_H
#define PDF_PREDICT_H

#include "base/str.h"

// Returns each row behind the number of the filter that makes its bytes smallest, by the sum of
// their amounts (12.8). `pixel` is the bytes of a pixel, from 1 to 4; `samples` are whole rows.
struct str predict_rows(struct arena *arena, struct str samples, size_t row, size_t pixel);

#endif
