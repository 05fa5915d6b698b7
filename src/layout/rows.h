// Text → rows in reading order, with their tags. Private to layout/.
#ifndef LAYOUT_ROWS_H
#define LAYOUT_ROWS_H

#include "layout/flow.h"
#include "layout/runs.h"

// What begins a paragraph's first line though it is no part of it: a heading, a step's title.
struct run_in {
    const struct inline_text *text;
    enum role_id role;
    enum tag_kind kind;
    length gap; // behind it
    bool point; // ends it, where no sign of its own does
};

struct row_place {
    enum role_id role;
    length indent;  // of the text from the column's start edge
    length measure; // of the column, up to where the text may reach
    tag_id parent;
    length gap;                  // above the first row when it is larger than the role's own
    struct parts parts;          // that stand beside the first row
    const struct run_in *run_in; // NULL: nothing
    uint32_t destination;
    uint32_t depth;      // of lists around the text
    length number_width; // of the numbers of the list around an item
    bool keep_whole;
    enum text_align align; // TEXT_ALIGN_START: as the role says
};

// A short text beside a row: a number, the name of a value.
struct label_place {
    enum role_id role;
    enum role_id part; // laid over `role`
    tag_id parent;     // the label's own tag
    length edge;       // from the column's start edge
    length width;
    const struct run_link *link; // that the label is, below its own tag; NULL: none
    bool align_end;              // in `width`
    bool on_top;                 // its own role says where its baseline is, else the row's
};

// Appends a text's lines as rows; returns how many.
size_t rows_add_text(struct layout *layout, const struct text_block *block,
                     const struct row_place *place);

// Returns the length of a line in a place: the theme may bound it in a wider column.
length rows_measure(const struct layout *layout, const struct row_place *place);

// Sets runs in the role of a place and appends them; returns how many rows.
size_t rows_add_runs(struct layout *layout, const struct runs *runs, const struct row_place *place);

// Sets inline text under a tag of `kind` and appends it.
size_t rows_add_inline(struct layout *layout, const struct inline_text *text, enum tag_kind kind,
                       const struct row_place *place);

// Appends the rows of a cell `edge` from the column's start edge, and `gap` below what stands
// there.
void rows_add_from(struct layout *layout, const struct cell *cell, length edge, length gap);

// Sets a label, and adds it to `parts`. Returns its width.
length rows_label(struct layout *layout, struct str text, const struct label_place *place,
                  struct parts *parts);

// Adds a line of runs that were set elsewhere to `parts`.
void rows_line_part(struct layout *layout, const struct text_block *block,
                    const struct label_place *place, struct parts *parts);

// Adds a rule over the measure at the top of a row.
void rows_rule(struct layout *layout, const struct look_rule *rule, struct point at, length width,
               struct parts *parts);

// Lengthens the last row so that the rows from `first` are a whole number of u high; should they be
// parted, what follows is on the grid all the same.
void rows_to_grid(struct layout *layout, size_t first);

// Says that the rows from `first` keep a rhythm of their own, which begins on the grid.
void rows_own_rhythm(struct layout *layout, size_t first);

// Keeps the rows from `first` together as far as a column holds them, and when `with_next` the last
// one also with what follows.
void rows_keep(struct layout *layout, size_t first, bool with_next);

#endif
