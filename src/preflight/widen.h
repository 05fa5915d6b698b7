// Strokes → areas: each straight piece of a path becomes as wide a rectangle. Private to
// preflight/.
//
// At a corner two of them overlap on the one side and lack as much on the other, so that the area
// is right without joins. Dashes and caps are as the stroke has them.
#ifndef PREFLIGHT_WIDEN_H
#define PREFLIGHT_WIDEN_H

#include "image/drawing.h"
#include "preflight/area.h"

// Adds a stroke to an area that was begun for all that it may touch.
void widen_add(struct area *area, const struct path_step *steps, size_t count,
               const struct stroke *stroke, const struct frame *frame);

#endif
