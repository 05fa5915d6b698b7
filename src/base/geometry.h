// Points, boxes and paths: origin at the top left (on a page, of the trim), y downwards.
#ifndef BASE_GEOMETRY_H
#define BASE_GEOMETRY_H

#include "base/length.h"

struct point {
    length x, y;
};

struct box {
    length x, y, width, height;
};

enum path_step_kind { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
    enum path_step_kind kind;
    struct point points[3]; // MOVE, LINE: [0]; CURVE: two controls and the end
};

enum { RECTANGLE_STEPS = 5, CIRCLE_STEPS = 6 };

// Writes the path round a box, from its upper left corner to the right.
void path_rectangle(struct box box, struct path_step steps[RECTANGLE_STEPS]);

// Writes the path round a circle: quarters as Bézier curves, whose control arms of 0.55228 of the
// radius keep it within 0.03 % (Goldapp 1991).
void path_circle(struct point centre, length radius, struct path_step steps[CIRCLE_STEPS]);

// Returns the box that holds a path, curves with their controls, and `over` more on each side.
struct box path_bounds(const struct path_step *steps, size_t count, length over);

// Whether a path goes round a rectangle with upright sides, in steps from corner to corner.
bool path_is_rectangle(const struct path_step *steps, size_t count);

#endif
