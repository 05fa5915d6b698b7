// Steps → rows with large numerals. Private to layout/.
#ifndef LAYOUT_STEPS_H
#define LAYOUT_STEPS_H

#include "layout/rows.h"

void steps_add(struct layout *layout, const struct block *block, const struct row_place *place);

#endif
