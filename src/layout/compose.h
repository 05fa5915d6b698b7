// Regions of rows → pages. Private to layout/.
#ifndef LAYOUT_COMPOSE_H
#define LAYOUT_COMPOSE_H

#include "layout/flow.h"

// Places every row on a page of layout->pages, and fills in the destinations. Columns before a
// change of their number, and the last ones, are balanced.
void compose_pages(struct layout *layout);

#endif
