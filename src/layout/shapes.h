// Drawn things → paths on a page. Private to layout/.
#ifndef LAYOUT_SHAPES_H
#define LAYOUT_SHAPES_H

#include "layout/flow.h"

// Draws a shape with its top left at a point.
void shape_draw(struct layout *layout, struct page *page, const struct shape *shape,
                struct point at);

#endif
