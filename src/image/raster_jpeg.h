// JPEG (ITU-T T.81) → a raster that a PDF passes on as it is. The only user of libjpeg, which reads
// the header, and unpacks what has to be changed.
//
// Baseline and progressive pictures of 8 bits in grey, RGB or CMYK. CMYK always has a profile: its
// own, or that of a usual press, since PDF/A-2 cannot say what its inks are in another way.
#ifndef IMAGE_RASTER_JPEG_H
#define IMAGE_RASTER_JPEG_H

#include "image/picture.h"

// Returns false with a diagnostic. `job->bytes` begin with SOI.
bool raster_read_jpeg(struct arena *arena, const struct picture_job *job, struct diags *diags,
                      struct raster_reading *out);

// Decodes a raster packed as RASTER_JPEG into a byte a component: 1, 3 or 4. The arena holds them;
// what the file lacks is grey. Returns false when it cannot be decoded, and says why in `fault`.
bool raster_jpeg_unpack(struct arena *arena, const struct raster *raster, uint8_t **samples,
                        struct str *fault);

// The version of libjpeg-turbo's header, for manifests: the library does not tell its own.
struct str raster_jpeg_version(void);

#endif
