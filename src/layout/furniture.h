// Running heads and folios, once the number of pages is known. Private to layout/.
#ifndef LAYOUT_FURNITURE_H
#define LAYOUT_FURNITURE_H

#include "layout/flow.h"

void furniture_add(struct layout *layout);

#endif
