// The inks of pictures whose samples lie open: mean colours of parts of them. Private to
// preflight/.
#ifndef PREFLIGHT_SAMPLES_H
#define PREFLIGHT_SAMPLES_H

#include "image/raster.h"

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

// Whether the samples are amounts of process inks, or of black, a byte each.
bool samples_lie_open(const struct raster *raster);

struct sampled samples_mean(const struct raster *raster, struct part_of_picture part);

#endif
