// Path data → steps in user space (SVG 1.1, 8.3), and the basic shapes as the same steps (9).
//
// Every command is made absolute, arcs and quadratic curves become cubic ones.
#ifndef IMAGE_SVG_PATH_H
#define IMAGE_SVG_PATH_H

#include "base/geometry.h"
#include "base/vec.h"
#include "image/svg_matrix.h"

struct svg_step {
    enum path_step_kind kind;
    struct svg_point points[3]; // as those of struct path_step
};

struct svg_outline {
    struct arena *arena;
    struct svg_step *items;
    size_t count;
    size_t capacity;
};

enum { SVG_LONGEST_PATH = 1000000 }; // steps

void svg_outline_move(struct svg_outline *outline, struct svg_point to);
void svg_outline_line(struct svg_outline *outline, struct svg_point to);
void svg_outline_curve(struct svg_outline *outline, const struct svg_point points[3]);
void svg_outline_close(struct svg_outline *outline);

struct svg_arc {
    struct svg_point from, to, radii;
    double turned; // of the x axis, in degrees
    bool large, sweep;
};

// Appends an arc's curves: one for each quarter at most (SVG 1.1, F.6).
void svg_outline_arc(struct svg_outline *outline, const struct svg_arc *arc);

// Appends a whole ellipse, or a rectangle with corners rounded by `radii` (0: none).
void svg_outline_ellipse(struct svg_outline *outline, struct svg_point center,
                         struct svg_point radii);
void svg_outline_rectangle(struct svg_outline *outline, struct svg_point at, struct svg_point size,
                           struct svg_point radii);

// Appends the steps of path data. Returns false with the place and the reason of its first fault.
bool svg_path_parse(struct str text, struct svg_outline *outline, struct svg_parse_fault *fault);

// Appends the lines of a list of points, likewise.
bool svg_points_parse(struct str text, bool closed, struct svg_outline *outline,
                      struct svg_parse_fault *fault);

#endif
