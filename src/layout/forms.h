// Lines to write on, boxes to tick, and the line to cut along → rows. Private to layout/.
#ifndef LAYOUT_FORMS_H
#define LAYOUT_FORMS_H

#include "layout/rows.h"

void forms_add(struct layout *layout, const struct block *block, const struct row_place *place);

void forms_add_cut(struct layout *layout, const struct row_place *place);

#endif
