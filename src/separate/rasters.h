// Pictures of pixels → pictures in the inks of a press.
#ifndef SEPARATE_RASTERS_H
#define SEPARATE_RASTERS_H

#include "separate/separate.h"

struct rasters; // opaque

struct rasters *rasters_open(struct arena *arena, const struct separate_job *job,
                             struct diags *diags);

// Returns the picture of an item in the job's inks: the same for the same picture. One that cannot
// be converted is a diagnostic at the item's span.
const struct picture *rasters_separate(struct rasters *rasters, const struct page_item *item);

// Returns whether all could be converted.
bool rasters_close(struct rasters *rasters);

#endif
