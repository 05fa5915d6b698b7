// A picture of pixels, as a PDF shows it: its samples, packed as they came in the file where that
// is possible, and what they mean. Immutable.
#ifndef IMAGE_RASTER_H
#define IMAGE_RASTER_H

#include "base/length.h"
#include "base/str.h"

enum raster_packing {
    RASTER_SAMPLES, // rows of whole bytes
    RASTER_PNG,     // a zlib stream of rows, each behind the number of its PNG filter
    RASTER_JPEG     // a whole JPEG file
};

enum raster_color { RASTER_GRAY, RASTER_RGB, RASTER_CMYK, RASTER_PALETTE };

// ISO 15076 would allow more; a page never needs it, and readers give up long before.
enum { RASTER_LONGEST_SIDE = 60000 };
#define RASTER_MOST_PIXELS 120000000u

struct raster {
    struct str file; // all bytes that it was read from: equal for equal pictures
    enum raster_packing packing;
    enum raster_color color;
    uint32_t width, height; // as stored
    uint8_t bits;           // of a component, or of a palette's index
    uint8_t orientation;    // 1 to 8 as in Exif: how the stored picture is turned upright
    bool inverted;          // 0 is full ink
    struct str samples;
    struct str palette; // red, green and blue of each index there can be
    struct str profile; // ICC; "": sRGB, or its greys
    struct str alpha;   // a byte a pixel, 255 opaque; "": opaque
};

// A picture unpacked: a byte for each component of its pixels, row by row.
struct raster_samples {
    uint32_t width, height;
    struct str bytes;
};

// How many pixels there are to a unit of length.
struct raster_resolution {
    uint64_t x, y; // in thousandths of a pixel; 0: not known
    length unit;   // 0: only the ratio of x to y is known
};

#define RASTER_INCH LENGTH_PT(72)
#define RASTER_CENTIMETRE LENGTH_PT(72 / 2.54)
#define RASTER_METRE LENGTH_PT(7200 / 2.54)

// What a file of pixels gives.
struct raster_reading {
    struct raster raster;
    struct raster_resolution resolution;
};

// Whether upright and stored pictures have their sides exchanged.
static inline bool raster_lies(const struct raster *raster)
{
    return raster->orientation > 4;
}

#endif
