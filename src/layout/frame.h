// Where text may stand on a page, and how wide its columns are. Private to layout/.
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "layout/flow.h"

// Returns the box between the theme's margins; its height is cut to whole units of the grid.
struct box frame_of(const struct layout *layout);

// Whether the frame and its columns are large enough for text; says so when they are not.
bool frame_holds_text(struct layout *layout);

// Returns the width of one of `columns` columns of the frame.
length column_width(const struct layout *layout, uint32_t columns);

#endif
