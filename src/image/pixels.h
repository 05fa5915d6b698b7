// A raster taken apart: a byte for each component of each pixel, whatever the file packed them as.
#ifndef IMAGE_PIXELS_H
#define IMAGE_PIXELS_H

#include "image/raster.h"

struct pixels {
    uint32_t width, height; // as stored: the raster's orientation holds for them
    uint32_t components;    // 1 grey, 3 RGB, 4 CMYK where 255 is full ink
    const uint8_t *samples; // rows from the top, no bytes between them
};

// Unpacks a raster into `arena`; its alpha and its profile are the raster's, and so are samples
// that need no change. Returns false when that cannot be done, and says why in `fault`.
bool pixels_unpack(struct arena *arena, const struct raster *raster, struct pixels *out,
                   struct str *fault);

#endif
