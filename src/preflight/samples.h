// The inks of pictures: mean colours of parts of them. Private to preflight/.
#ifndef PREFLIGHT_SAMPLES_H
#define PREFLIGHT_SAMPLES_H

#include "image/pixels.h"

#include <stdbool.h>

// A part of the upright picture, its sides 1 long, y downwards.
struct part_of_picture {
    double left, top, right, foot;
};

// What is printed there, 0 to 1.
struct sampled {
    float inks[4];
    float opaque;
};

struct samples {
    const struct raster *raster;
    struct pixels pixels;
};

// Opens a picture of process inks or of greys, which must outlive `out`; what is packed is unpacked
// into `arena`. Returns false where it is in other colours, or is damaged.
bool samples_open(struct arena *arena, const struct raster *raster, struct samples *out);

struct sampled samples_mean(const struct samples *samples, struct part_of_picture part);

#endif
