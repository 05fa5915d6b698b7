// The ICC profile of a usual printing press, for pictures in CMYK that bring none: Ghostscript's,
// which Debian has in libgs-common.
#ifndef COLOR_CMYK_PROFILE_H
#define COLOR_CMYK_PROFILE_H

#include "base/str.h"

// Reads the profile; returns false when this machine has none.
bool cmyk_profile_read(struct arena *arena, struct str *out);

#endif
