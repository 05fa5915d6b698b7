// Fewer samples for a plane of them: Lanczos' filter over three lobes, by zimg. Its only user.
//
// zimg is small, well kept (video players and VapourSynth rest on it) and calculates in whole
// numbers; it is asked for plain C, so that every machine gives the same samples. It is loaded when
// a picture needs it.
#ifndef IMAGE_RESAMPLE_H
#define IMAGE_RESAMPLE_H

#include "base/str.h"

// Samples of 16 bits, row by row.
struct plane {
    uint32_t width, height;
    uint32_t stride; // samples from one row to the next
    uint16_t *samples;
};

// Makes a plane whose rows stand as zimg wants them.
struct plane plane_new(struct arena *arena, uint32_t width, uint32_t height);

// Loads the library. Returns false when it is not there.
bool resample_open(void);

// Whether this process has resampled anything so far, and the library's version, for manifests.
bool resample_was_used(void);
struct str resample_version(struct arena *arena);

// Fills `to`, which is not larger than `from`. Needs resample_open. Returns false when the library
// cannot.
bool resample_plane(struct arena *arena, const struct plane *from, const struct plane *to);

#endif
