// Means of a field of cells: the highest of any square, and that of all. Private to preflight/.
#ifndef PREFLIGHT_SQUARES_H
#define PREFLIGHT_SQUARES_H

#include "base/arena.h"

struct field {
    const float *cells; // row by row
    size_t width, height;
};

struct square {
    double mean;
    size_t column, row; // of its first cell
};

// Returns the highest mean of `side` × `side` cells, or of fewer where the field is smaller; of
// equal ones the first.
struct square squares_highest(struct arena *arena, struct field field, size_t side);

#endif
