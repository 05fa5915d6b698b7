// What stands before and after the sections: the title, the references, the publisher and the
// document's control data. Private to layout/.
#ifndef LAYOUT_MATTER_H
#define LAYOUT_MATTER_H

#include "layout/flow.h"

void matter_add_title(struct layout *layout);
void matter_add_references(struct layout *layout);
void matter_add_control(struct layout *layout);

#endif
