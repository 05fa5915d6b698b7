// A table of parts → the entry of an item.
#ifndef MODEL_REFERENCE_RENDER_H
#define MODEL_REFERENCE_RENDER_H

#include "model/reference_entry.h"

// Writes what the entry's style has for it. The entry's facts and dates are set.
void reference_render(struct entry *entry);

#endif
