// How fine the pictures of an edition are: those with far more pixels than its pages show are
// resampled.
#ifndef PIPELINE_RESOLUTION_H
#define PIPELINE_RESOLUTION_H

#include "pipeline/pipeline.h"

// Returns the pixels to an inch of an edition's pictures: its own setting, else what its kind has.
uint32_t edition_resolution(const struct edition *edition);

// What was done to an edition's pictures.
struct resampled {
    struct map by_file; // the raster that stands in for a picture, by the bytes of its file
    size_t count;
};

// Resamples the pictures of an edition's pages. Returns false with a diagnostic where that needs a
// library that is not there.
bool pictures_resample(struct job *job, const struct edition *edition,
                       const struct page_list *pages, struct resampled *out);

#endif
