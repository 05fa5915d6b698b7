// The list of the web addresses that the words of links stand for → rows. Private to layout/.
#ifndef LAYOUT_LINK_ROWS_H
#define LAYOUT_LINK_ROWS_H

#include "layout/flow.h"

// Adds the list where the edition has one, with symbols or without, under a heading of its own.
void link_rows_add(struct layout *layout);

#endif
