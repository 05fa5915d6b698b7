// Figures → a row of pictures, with captions below. Private to layout/.
#ifndef LAYOUT_FIGURES_H
#define LAYOUT_FIGURES_H

#include "layout/rows.h"

void figures_add(struct layout *layout, const struct block *block, const struct row_place *place);

// Returns the leaf for a picture under a Figure of its own, TAG_NONE for one that decorates.
tag_id figures_leaf(struct layout *layout, const struct picture_use *use, tag_id parent);

#endif
