// Lists → rows: bullets, numbers, boxes to tick. Private to layout/.
#ifndef LAYOUT_LISTS_H
#define LAYOUT_LISTS_H

#include "layout/rows.h"

void lists_add(struct layout *layout, const struct block *block, const struct row_place *place);

// A box to tick, and what is read in its place.
struct box_setting {
    const struct look_box *look;
    bool ticked;
    length x;
    tag_id item; // whose label it is; made before the item's body
    struct str said;
    struct span span;
};

// Adds a box whose foot stands on the baseline.
void lists_add_box(struct layout *layout, const struct box_setting *setting, struct parts *parts);

#endif
