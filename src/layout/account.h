// What is done on a page and why → its account. Private to layout/; only composing calls it, while
// it draws.
#ifndef LAYOUT_ACCOUNT_H
#define LAYOUT_ACCOUNT_H

#include "layout/columns.h"

// The last page's account begins, or says how far the page is filled, where there is one.
void account_begin(struct layout *layout);
void account_filled(struct layout *layout, length filled);

// Adds a note to the last page.
void account_note(struct layout *layout, struct page_note note);

// As account_note, about the rows from `row`: their first words are the note's name.
void account_rows(struct layout *layout, enum page_note_kind kind, size_t row);

// The rows from `row` go to the next page: as there is no room, or to be `whole`.
void account_gone(struct layout *layout, size_t row, bool whole);

// How rows from `start` stand in the columns of a region, whose top on the page is `top`, and what
// keeps moved or parted there.
void account_columns(struct layout *layout, const struct region *region, size_t start, length top,
                     const struct column_fill *fill);

// The columns of a region have one height above row `end`.
void account_balanced(struct layout *layout, const struct region *region, size_t end);

// Headings have other spaces above them, by so many u, since the last page was filled so far.
void account_spaced(struct layout *layout, int steps, length filled);

// A page, by its number, is cut to a height.
void account_cut(struct layout *layout, size_t page, length height);

// A float that was placed on the last page.
void account_float(struct layout *layout, enum page_note_kind kind,
                   const struct floating *floating);

// A float that waited, at the last page's head.
void account_head(struct layout *layout, const struct floating *floating);

#endif
