// The back block: where to read online, the publisher and the control data, at the foot of the
// last page. Private to layout/.
#ifndef LAYOUT_BACK_H
#define LAYOUT_BACK_H

#include "layout/flow.h"

void back_add(struct layout *layout);

#endif
