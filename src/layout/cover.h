// The cover: the first page, which no text flows on. Private to layout/.
#ifndef LAYOUT_COVER_H
#define LAYOUT_COVER_H

#include "layout/flow.h"

// Makes the cover, when the brochure has one, as the first page.
void cover_add(struct layout *layout);

#endif
