// The lengths of themes: a bare number is in points, `u` is the grid.
//
// They are bounded, so that what layout adds and subtracts stays far within what a length holds.
#ifndef MODEL_THEME_LENGTHS_H
#define MODEL_THEME_LENGTHS_H

#include "model/schema.h"

// In points.
enum { THEME_LONGEST = 2000, THEME_LARGEST_GRID = 30 };

// Initialises a struct schema_type.
#define THEME_LENGTH(of_sign, at_most)                                                             \
    {                                                                                              \
        .kind = SCHEMA_LENGTH, .unit_optional = true, .sign = (of_sign), .maximum = (at_most)      \
    }

#endif
