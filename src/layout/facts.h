// Facts → figures set large, side by side. Private to layout/.
#ifndef LAYOUT_FACTS_H
#define LAYOUT_FACTS_H

#include "layout/rows.h"

void facts_add(struct layout *layout, const struct block *block, const struct row_place *place);

#endif
