// Regions of rows → pages. Private to layout/.
#ifndef LAYOUT_COMPOSE_H
#define LAYOUT_COMPOSE_H

#include "layout/flow.h"

// A page, by its number, that is filled to a height only; 0: none.
struct short_page {
    size_t page;
    length height;
};

struct composed {
    size_t pages;  // with the cover
    length filled; // of the last one
    size_t clash;  // a page whose foot a float took from the back block; 0: none
    bool failed;   // something cannot be set
};

// Finds out what compose_draw would make; draws nothing, says nothing.
struct composed compose_try(struct layout *layout, struct short_page cut);

// Places every row on a page of layout->pages, and fills in the destinations. Columns before a
// change of their number, and the last ones, are balanced.
void compose_draw(struct layout *layout, struct short_page cut);

#endif
