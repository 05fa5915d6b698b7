// What columns ask for → how wide they are: CSS 2.1, 17.5.2.2, for a table that fills its measure.
// Pure; private to layout/.
#ifndef LAYOUT_TABLE_WIDTHS_H
#define LAYOUT_TABLE_WIDTHS_H

#include "base/length.h"
#include "model/brochure.h"

// What a column asks for.
struct column_need {
    length least;        // of its widest word
    length natural;      // of its longest text on one line
    struct extent width; // as the writer asked
    // Of the figures of a column that is aligned on their points, what stands before these and
    // behind them at most. They are a part of the widths above.
    length before, behind;
};

// Fills `widths`, whose sum is at most `room`; it is `room` when a column's width is left to its
// text. Columns with a width have exactly that. Returns false when what the columns need is more
// than there is; a column with a width can still be narrower than its widest word.
bool table_widths(const struct column_need *needs, size_t count, length room, length *widths);

#endif
