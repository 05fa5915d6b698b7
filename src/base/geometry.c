#include "base/geometry.h"

bool path_is_rectangle(const struct path_step *steps, size_t count)
{
    static const enum path_step_kind kinds[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                                PATH_CLOSE};
    if (count != sizeof kinds / sizeof kinds[0])
        return false;
    for (size_t i = 0; i < count; i++)
        if (steps[i].kind != kinds[i])
            return false;
    struct point a = steps[0].points[0], b = steps[1].points[0];
    struct point c = steps[2].points[0], d = steps[3].points[0];
    return (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x) ||
           (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y);
}
