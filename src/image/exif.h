// Exif (a TIFF of its own within a picture's file): which way is up, and how large a pixel is.
#ifndef IMAGE_EXIF_H
#define IMAGE_EXIF_H

#include "image/raster.h"

struct exif {
    uint8_t orientation; // 1 to 8; 1 when nothing is said
    struct raster_resolution resolution;
};

// Reads the TIFF structure, which begins with "II" or "MM". What is malformed says nothing: cameras
// and editors write much that is, and no other program minds it.
struct exif exif_read(struct str tiff);

#endif
