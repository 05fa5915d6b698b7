// The marker segments of a JPEG file (ITU-T T.81, annex B), walked to its end: what a PDF writer
// must know of a picture that it passes on without decoding. Private to image/.
#ifndef IMAGE_JPEG_MARKS_H
#define IMAGE_JPEG_MARKS_H

#include "image/raster.h"

enum jpeg_end { JPEG_WHOLE, JPEG_CUT_OFF, JPEG_MALFORMED };

enum { JPEG_PROFILE_PIECES = 255 };

struct jpeg_marks {
    enum jpeg_end end;
    size_t size;   // of the picture: cameras append things behind it
    uint8_t frame; // the number of SOF0 to SOF15 (0 to 15), if there is one
    uint8_t precision, components;
    uint32_t width, height;
    bool has_frame, has_scan;
    struct raster_resolution density; // by JFIF
    struct str exif;                  // its TIFF structure, or ""
    struct str profile[JPEG_PROFILE_PIECES];
    uint32_t profile_pieces; // as many as its parts say; 0: no profile
};

// Reads a file that begins with SOI.
struct jpeg_marks *jpeg_marks_read(struct arena *arena, struct str bytes);

// Returns the ICC profile, joined, or "" when there is none or a piece of it is missing.
struct str jpeg_marks_profile(struct arena *arena, const struct jpeg_marks *marks);

#endif
