// What stands before and after the sections: the title, the lead, the references. Private to
// layout/.
#ifndef LAYOUT_MATTER_H
#define LAYOUT_MATTER_H

#include "layout/flow.h"

void matter_add_title(struct layout *layout); // where no cover has it
void matter_add_lead(struct layout *layout);
void matter_add_references(struct layout *layout);

#endif
