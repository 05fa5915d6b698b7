// Pictures of pixels as image XObjects (ISO 32000-1, 8.9.5): one for each different picture of a
// file, however often it is drawn and whatever its name.
//
// What PDF/A-2 asks for (ISO 19005-2, 6.2.8): no interpolation, no alternates. Greys and RGB
// without a profile are those of the output intent, sRGB; CMYK always has its profile.
#ifndef PDF_PICTURES_H
#define PDF_PICTURES_H

#include "base/map.h"
#include "image/raster.h"
#include "pdf/haru.h"

struct pictures; // opaque

// `others`, unless it is NULL, has rasters that are written in place of those with the same file.
struct pictures *pictures_open(struct arena *arena, struct haru *haru, const struct map *others);

// Writes a picture unless it is written; returns the number in its name /I<number>, whose entry is
// appended to `within`, the entries of an /XObject, unless it is there. `raster` outlives
// `pictures`; drawing it again costs nothing for its size.
uint32_t pictures_add(struct pictures *pictures, const struct raster *raster,
                      struct str_builder *within);

#endif
