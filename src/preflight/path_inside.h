// Whether a filled path covers a point. Private to preflight/.
#ifndef PREFLIGHT_PATH_INSIDE_H
#define PREFLIGHT_PATH_INSIDE_H

#include "base/geometry.h"

#include <stddef.h>

// By the nonzero rule; curves count as a few chords, which is near enough to tell what is behind a
// letter.
bool path_holds(const struct path_step *steps, size_t count, struct point at);

#endif
