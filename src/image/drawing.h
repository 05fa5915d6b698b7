// What an SVG becomes: paths, text and groups in drawing order, immutable.
//
// Everything stands in one space, transforms applied: origin at the top left of the picture, y
// downwards, the picture's longer side DRAWING_SIDE long, in `length`. That unit is chosen so that
// the precision does not depend on how large the picture's own numbers are: the longer side has
// 2^26 steps, and things may lie up to 31 sides outside. Layout scales it to the box that it gives
// the picture; nothing is drawn outside `width` and `height`.
#ifndef IMAGE_DRAWING_H
#define IMAGE_DRAWING_H

#include "base/geometry.h"
#include "color/color.h"
#include "diag/source.h"

#define DRAWING_SIDE LENGTH_PT(1024)

enum { DRAWING_OPAQUE = 1000 }; // alphas are thousandths

// A linear map and a shift: x' = (a x + c y) / 65536 + e, y' = (b x + d y) / 65536 + f.
struct affine {
    int32_t a, b, c, d; // in 1/65536
    struct point shift;
};

struct gradient_stop {
    const struct color *color;
    uint32_t offset; // in millionths, in rising order from 0 to 1000000
    uint32_t alpha;  // up to DRAWING_OPAQUE
};

// Colours along a unit space that is mapped to the page: (0, 0) → origin, (1, 0) → origin + x_axis,
// (0, 1) → origin + y_axis. Linear: from x = 0 to x = 1. Radial: from the focus to the unit circle.
// Before the first stop and behind the last their colours go on.
struct gradient {
    bool radial;
    struct point origin, x_axis, y_axis;
    struct point focus; // LENGTH_ONE_PT is the radius
    const struct gradient_stop *stops;
    size_t count;     // at least 2
    bool translucent; // some stop has an alpha
};

enum paint_kind { PAINT_NONE, PAINT_SOLID, PAINT_GRADIENT };

struct paint {
    enum paint_kind kind;
    uint32_t alpha; // up to DRAWING_OPAQUE
    const struct color *color;
    const struct gradient *gradient;
};

enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };

struct stroke {
    struct paint paint;
    length width; // above 0 where the paint is any
    enum line_cap cap;
    enum line_join join;
    uint32_t miter_limit; // in thousandths, at least 1000
    const length *dashes; // on, off, on, ...
    size_t dash_count;    // even; 0: a whole line
    length dash_phase;    // at least 0
};

// How a path looks: filled first, then stroked.
struct path_look {
    struct paint fill;
    bool even_odd;
    struct stroke stroke;
};

struct path_outline {
    const struct path_step *steps;
    size_t count;
    bool even_odd; // as a clip
};

// A stretch of text in one style, not shaped.
struct drawing_run {
    struct str text;
    struct str family; // as the SVG lists them: "Lato, sans-serif"; "" for none
    uint16_t weight;
    bool italic;
    length size;
    struct paint paint; // solid
    length dx, dy;      // of the pen before the run
    struct span span;
};

enum text_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

enum drawing_item_kind { DRAWING_PATH, DRAWING_TEXT, DRAWING_GROUP };

struct drawing_item;

// Runs on one line. `at` and the runs' distances are before the group's placement that holds it.
struct drawing_text {
    struct point at; // of the anchor on the baseline
    enum text_anchor anchor;
    struct str language; // BCP 47, "" when the SVG says none
    const struct drawing_run *runs;
    size_t count;
};

struct drawing_path {
    const struct path_step *steps;
    size_t count;
    const struct path_look *look;
};

// Items drawn together: clipped, then laid over what is below with their common alpha.
struct drawing_group {
    const struct drawing_item *items;
    size_t count;
    const struct path_outline *clip; // NULL: none; in the space around the group
    const struct affine *placement;  // NULL: that of the space around; only solid paints within
    uint32_t alpha;
};

struct drawing_item {
    enum drawing_item_kind kind;
    struct span span; // of the element in the SVG
    union {
        struct drawing_path path;
        struct drawing_text text;
        struct drawing_group group;
    } as;
};

enum { DRAWING_DEEPEST = 64 }; // groups within groups

struct drawing {
    length natural_width, natural_height; // in points: what the SVG asks for, 1 px = 0.75 pt
    length width, height;                 // in the drawing's own space
    const struct drawing_item *items;
    size_t count;
};

#endif
