// Where the decimal point of a table's cell stands. Private to layout/.
#ifndef LAYOUT_TABLE_POINTS_H
#define LAYOUT_TABLE_POINTS_H

#include "layout/flow.h"

// A text on one line, from the edge where the language begins its lines.
struct table_point {
    length before;  // up to the decimal point, or to where one would stand
    length natural; // the whole text
    length hanging; // at its end, and not aligned: a raised number
};

// Finds the first number of a text. Returns false when it has none, or cannot be set (said).
bool table_point_find(const struct layout *layout, const struct inline_text *text,
                      enum role_id role, struct table_point *out);

// Finds where the integer part of the first number of a plain text ends. `comma`: decimals stand
// behind one. Pure.
bool table_number_find(struct str text, bool comma, size_t *end);

#endif
