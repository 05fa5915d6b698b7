// Rows → columns: how far a column of a given height reaches. Pure; private to layout/.
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include "layout/flow.h"

enum { COLUMNS_MOST = 4 };

// How rows [start, ends[0]), [ends[0], ends[1]) … stand in columns.
struct column_fill {
    size_t ends[COLUMNS_MOST];
    size_t fits[COLUMNS_MOST];    // as far as there was room: rows up to there were kept from it
    length heights[COLUMNS_MOST]; // used
    length height;                // of the tallest column
    enum keep parting; // the closest keep that was broken, since no column holds what it kept
};

// What a region offers its rows.
struct column_space {
    uint32_t count;
    length height;
    length grid; // heights of balanced columns are whole multiples
};

// Fills the columns one after the other from row `start`, at most to `end`, breaking where the
// keeps allow. ends[count - 1] is where the rest begins; it is `start` when not even one group
// fits.
struct column_fill columns_fill(const struct rows *rows, size_t start, size_t end,
                                const struct column_space *space);

// As columns_fill, but when all of [start, end) fits: with the least height that holds it.
struct column_fill columns_balance(const struct rows *rows, size_t start, size_t end,
                                   const struct column_space *space);

#endif
