// Linear maps of the plane, as SVG writes them (SVG 1.1, 7.5 and 7.6).
#ifndef IMAGE_SVG_MATRIX_H
#define IMAGE_SVG_MATRIX_H

#include "image/svg_scan.h"

struct svg_point {
    double x, y;
};

// x' = a x + c y + e, y' = b x + d y + f
struct svg_matrix {
    double a, b, c, d, e, f;
};

#define SVG_IDENTITY ((struct svg_matrix){1, 0, 0, 1, 0, 0})

// Returns the map that does `inner` first, then `outer`.
struct svg_matrix svg_matrix_multiply(struct svg_matrix outer, struct svg_matrix inner);
struct svg_point svg_matrix_apply(struct svg_matrix matrix, struct svg_point point);

// Returns the root of the area of the unit square's image: the scale of a map that keeps shapes.
double svg_matrix_scale(struct svg_matrix matrix);

// Whether a map keeps shapes: equal scaling, turns, mirrors and shifts, to a hundred thousandth.
bool svg_matrix_keeps_shapes(struct svg_matrix matrix);

// Sine and cosine of an angle in degrees, by series of our own: libraries differ in the last bit.
struct svg_point svg_direction(double degrees);

// Reads a list of transforms. Returns false with the place and the reason of the first fault.
struct svg_parse_fault {
    size_t at;
    const char *reason;
};
bool svg_transform_parse(struct str text, struct svg_matrix *out, struct svg_parse_fault *fault);

#endif
