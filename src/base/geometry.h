// Points and boxes on a page: origin at the top left of the trim, y downwards.
#ifndef BASE_GEOMETRY_H
#define BASE_GEOMETRY_H

#include "base/length.h"

struct point {
    length x, y;
};

struct box {
    length x, y, width, height;
};

#endif
