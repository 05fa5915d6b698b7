// The cover: the first page, which no text flows on. Private to layout/.
#ifndef LAYOUT_COVER_H
#define LAYOUT_COVER_H

#include "layout/flow.h"

// Makes the cover, when the brochure has one, as the first page.
void cover_add(struct layout *layout);

// Returns the largest of the cover's roles that holds the title on as few lines as it may have,
// with `room` from its first baseline to its last one.
enum role_id cover_title_role(struct layout *layout, length room);

#endif
