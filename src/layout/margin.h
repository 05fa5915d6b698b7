// The column beside the text: side-heads, captions, notes. What stands in it begins beside a row of
// the text and is never parted; rows beside it stay together, and later ones keep clear of it.
// Private to layout/.
#ifndef LAYOUT_MARGIN_H
#define LAYOUT_MARGIN_H

#include "layout/flow.h"

// Whether what is set `measure` wide at `indent` may have something beside it: it is running text
// of a page with a margin column.
bool margin_is_beside(const struct layout *layout, length indent, length measure);

// Has a cell, as wide as the margin column, stand beside the next row; it is read before it.
void margin_wait(struct layout *layout, struct cell cell);

// Has a cell stand beside the row added last; it is read after it.
void margin_add(struct layout *layout, struct cell cell);

// Has what waits stand beside the row that was added last, if that is one to stand beside.
void margin_attach(struct layout *layout);

// Gives what stands in the margin its height, and what still waits a place among the text: what
// follows begins a column, or leaves the margin no room.
void margin_close(struct layout *layout);

#endif
