// Lists → rows: bullets, numbers, boxes to tick. Private to layout/.
#ifndef LAYOUT_LISTS_H
#define LAYOUT_LISTS_H

#include "layout/rows.h"

void lists_add(struct layout *layout, const struct block *block, const struct row_place *place);

// Adds a box to tick whose foot stands on the baseline.
void lists_add_box(struct layout *layout, const struct look_box *box, bool ticked, length x,
                   struct parts *parts);

#endif
