// The ICC profile of sRGB, made from the published primaries and curve (IEC 61966-2-1).
#ifndef COLOR_SRGB_PROFILE_H
#define COLOR_SRGB_PROFILE_H

#include "base/str.h"

// Returns a display profile of ICC version 2.1 (ICC.1:2001-04): three primaries, one curve of 256
// points. The bytes are the same on every machine.
struct str srgb_profile(struct arena *arena);

#endif
