// PNG (ISO/IEC 15948) → a raster. The only user of libpng.
//
// The picture is decoded whole, so that no damage is left for readers of the PDF to find. Where a
// PDF can show the file's own compressed rows, those are kept; interlaced, 16-bit and transparent
// pictures are taken apart into samples of at most 8 bits and an alpha: no screen or press shows
// more, and the lower bytes, mostly noise, would hardly compress.
#ifndef IMAGE_RASTER_PNG_H
#define IMAGE_RASTER_PNG_H

#include "image/picture.h"

// Returns false with a diagnostic. `job->bytes` begin with PNG's signature.
bool raster_read_png(struct arena *arena, const struct picture_job *job, struct diags *diags,
                     struct raster_reading *out);

// Unpacks the rows of a picture of 8 bits whose packing is RASTER_PNG. Returns false when they
// cannot be read again.
bool raster_png_unpack(struct arena *arena, const struct raster *raster, struct str *samples);

// The library's version, for manifests.
struct str raster_png_version(void);

#endif
