// Warnings, notes and tips → rows on their grounds. Private to layout/.
#ifndef LAYOUT_CALLOUTS_H
#define LAYOUT_CALLOUTS_H

#include "layout/rows.h"

void callouts_add(struct layout *layout, const struct block *block, const struct row_place *place);

#endif
