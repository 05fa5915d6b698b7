// What stands once on a page if readers are to see it: warnings, pull quotes. A second one is said,
// once it is known what pages they stand on. Private to layout/.
#ifndef LAYOUT_FINDINGS_H
#define LAYOUT_FINDINGS_H

#include "layout/flow.h"

// Marks the row at `index`, the first of the block at `span`; no row: nothing.
void findings_mark(struct layout *layout, size_t index, enum once once, struct span span);

// The marked row stands on the page that was begun last. Pages come in their order.
void findings_place(struct layout *layout, const struct part *part);

// Says a pull quote of more lines than are read as one thought.
void findings_check_quote(struct layout *layout, size_t lines, struct span span);

#endif
