// Atoms and break opportunities → measured segments for the line breaker. Private to text/.
#ifndef TEXT_SEGMENTS_H
#define TEXT_SEGMENTS_H

#include "text/paragraph_parts.h"

// Fills the paragraph's segments. Returns false with a diagnostic when breaks cannot be found.
bool segments_measure(struct arena *arena, struct paragraph *paragraph, struct diags *diags);

#endif
