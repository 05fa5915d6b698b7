// Placed rows → page items: glyphs, live areas, what is drawn. Private to layout/.
#ifndef LAYOUT_EMIT_H
#define LAYOUT_EMIT_H

#include "layout/flow.h"

// What the text of a column has of the grid: what its rows say, or it keeps a rhythm that began at
// `from` on the page, or stands where it was told to.
struct grid_place {
    enum { GRID_OF_ROWS, GRID_OF_BLOCK, GRID_FREE } kind;
    length from;
};

struct column_place {
    length start;           // of the column's start edge from the frame's
    length y;               // of the first row's top on the page
    length measure;         // of the column
    enum artifact artifact; // ARTIFACT_NONE: what stands in it is real content
    struct grid_place grid;
};

// Emits rows [first, end) as one column of the last page.
void emit_rows(struct layout *layout, size_t first, size_t end, const struct column_place *place);

// A line on a page: where its left edge and its baseline are.
struct line_place {
    struct page *page;
    struct point at;
    enum artifact artifact; // ARTIFACT_NONE: its runs' leaves are real content
    struct grid_claim grid;
};

void emit_line(struct layout *layout, const struct line *line, const struct run_meaning *meanings,
               const struct line_place *place);

// Fills in the glyphs of an item whose pen starts at `at`, and their box; colour and tag are the
// caller's.
void emit_glyphs(struct page_item *item, const struct line_piece *piece, struct point at);

// Emits the rows of a cell on the last page.
void emit_cell(struct layout *layout, const struct cell *cell, const struct column_place *place);

// Emits a cell over the frame of the last page, its top at `y`; the page's head says what the head
// of `row` would.
void emit_over_columns(struct layout *layout, const struct cell *cell, size_t row, length y);

// Fills in a page number, set on a line of one piece.
void emit_open_number(struct layout *layout, const struct open_number *open,
                      const struct line *line);

#endif
