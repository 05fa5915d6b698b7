// Where text may stand on a page, and how wide its columns are. Private to layout/.
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "layout/flow.h"

// Finds the box between the theme's margins, its height cut to whole units of the grid, and whether
// it has room for a margin column.
void frame_begin(struct layout *layout);

// Moves the frame, and the text in it, to where it stands on a page (by index).
void frame_turn(struct layout *layout, size_t index);

// Whether the frame and its columns are large enough for text; says so when they are not.
bool frame_holds_text(struct layout *layout);

// Returns the number of columns that the text is set in, and the width of one.
uint32_t frame_columns(const struct layout *layout);
length text_column_width(const struct layout *layout);

// Returns where the margin column begins, from the frame's start edge, on this page.
length frame_margin_start(const struct layout *layout);

// Returns the width of one of `columns` columns over the whole frame.
length column_width(const struct layout *layout, uint32_t columns);

#endif
