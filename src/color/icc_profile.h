// ICC profiles that pictures bring along: whether a PDF may hold them.
#ifndef COLOR_ICC_PROFILE_H
#define COLOR_ICC_PROFILE_H

#include "base/str.h"

#include <stdint.h>

// Returns NULL when `profile` describes colours of 1 (grey), 3 (RGB) or 4 (CMYK) components and is
// as PDF/A-2 wants it (ISO 19005-2, 6.2.4.2: a device, display, scanner or colour space profile up
// to version 4), else what is wrong with it.
const char *icc_profile_fault(struct str profile, uint32_t components);

#endif
