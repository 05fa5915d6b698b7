// What stands before and after the sections: the title, the lead, the references. Private to
// layout/.
#ifndef LAYOUT_MATTER_H
#define LAYOUT_MATTER_H

#include "layout/flow.h"
#include "model/terms.h"

void matter_add_title(struct layout *layout); // where no cover has it
void matter_add_lead(struct layout *layout);
void matter_add_references(struct layout *layout);

// Adds the heading of a list over the frame, as a region of its own, below the tag `section`.
void matter_add_heading(struct layout *layout, enum term term, tag_id section,
                        uint32_t destination);

// Begins the region that such a list stands in.
struct region matter_list_region(const struct layout *layout);

#endif
