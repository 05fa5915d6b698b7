// The bytes of a picture's file → a picture that layout can place and pdf/ can draw.
//
// What a file is, its first bytes say, never its name. A picture that is damaged, cut off, too
// large or of a kind that cannot be shown is a diagnostic where the content names it; what an SVG
// holds is told at its own place.
#ifndef IMAGE_PICTURE_H
#define IMAGE_PICTURE_H

#include "diag/diag.h"
#include "image/drawing.h"
#include "image/raster.h"

enum picture_kind { PICTURE_PNG, PICTURE_JPEG, PICTURE_DRAWING };

struct picture {
    enum picture_kind kind;
    struct str path;
    length width, height;               // natural, upright, above 0: by the file, else at 96 ppi
    uint32_t pixel_width, pixel_height; // upright; 0 for drawings
    const struct raster *raster;        // NULL for drawings
    const struct drawing *drawing;      // NULL for the others
};

struct picture_job {
    struct str path; // for messages
    struct str bytes;
    struct span span; // where the content names it
    struct sources *sources;
};

// Reads a picture, which lives as long as `arena` and `job->bytes`. Returns false with a
// diagnostic.
bool picture_read(struct arena *arena, const struct picture_job *job, struct diags *diags,
                  const struct picture **out);

#endif
