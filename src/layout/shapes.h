// Drawn things → paths on a page. Private to layout/.
#ifndef LAYOUT_SHAPES_H
#define LAYOUT_SHAPES_H

#include "layout/flow.h"

// Draws a shape with its top left at a point.
void shape_draw(struct layout *layout, struct page *page, const struct shape *shape,
                struct point at);

// Draws a rule over the frame's width, as an artifact; nothing where it has no colour.
void shape_draw_rule(struct layout *layout, struct page *page, const struct look_rule *rule,
                     length y);

#endif
