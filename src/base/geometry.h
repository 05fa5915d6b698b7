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

// Whether a path goes round a rectangle with upright sides, in steps from corner to corner.
bool path_is_rectangle(const struct path_step *steps, size_t count);

#endif
