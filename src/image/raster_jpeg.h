// JPEG (ITU-T T.81) → a raster that a PDF passes on as it is, its samples, and back. The only user
// of libjpeg; of a picture that is passed on it reads the header alone.
//
// Baseline and progressive pictures of 8 bits in grey, RGB or CMYK. CMYK always has a profile: its
// own, or that of a usual press, since PDF/A-2 cannot say what its inks are in another way.
#ifndef IMAGE_RASTER_JPEG_H
#define IMAGE_RASTER_JPEG_H

#include "image/picture.h"

// Returns false with a diagnostic. `job->bytes` begin with SOI.
bool raster_read_jpeg(struct arena *arena, const struct picture_job *job, struct diags *diags,
                      struct raster_reading *out);

// Unpacks a picture, with fewer pixels where the library can leave out some at once (by halves),
// but with at least twice as many either way as `width` and `height`, or all. Returns false when it
// is damaged.
bool raster_jpeg_unpack(struct arena *arena, const struct raster *raster, uint32_t width,
                        uint32_t height, struct raster_samples *out);

// Packs a picture whose samples are bytes of its components. Returns false when there is no memory.
bool raster_jpeg_pack(struct arena *arena, const struct raster *raster, int quality,
                      struct str *bytes);

// The version of libjpeg-turbo's header, for manifests: the library does not tell its own.
struct str raster_jpeg_version(void);

#endif
