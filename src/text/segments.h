// Atoms and break opportunities → measured segments for the line breaker. Private to text/.
#ifndef TEXT_SEGMENTS_H
#define TEXT_SEGMENTS_H

#include "text/paragraph_parts.h"

// Fills the paragraph's segments and its natural width. `breaks` as break_places_find gives them.
void segments_measure(struct arena *arena, struct paragraph *paragraph, const uint8_t *breaks);

#endif
