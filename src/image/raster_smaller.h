// A raster with fewer pixels, for a page that cannot show more of them.
//
// JPEG stays JPEG, at quality 90; other pictures become samples. Colours are weighed by their
// alpha. The profile, the orientation and what inks mean stay. Pictures of few colours (a palette,
// fewer than 8 bits) stay as they are: between their colours there is none, and they are small.
#ifndef IMAGE_RASTER_SMALLER_H
#define IMAGE_RASTER_SMALLER_H

#include "image/raster.h"

// Whether the picture is of a kind that can be made smaller.
bool raster_can_be_smaller(const struct raster *raster);

// Makes a picture of so many pixels, as stored, not more than there are. Needs resample_open.
// Returns false when it cannot be done, or would take more bytes than the picture has.
bool raster_smaller(struct arena *arena, const struct raster *raster, uint32_t width,
                    uint32_t height, struct raster *out);

#endif
