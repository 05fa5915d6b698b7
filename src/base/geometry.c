#include "base/geometry.h"

void path_rectangle(struct box box, struct path_step steps[RECTANGLE_STEPS])
{
    length right = box.x + box.width, foot = box.y + box.height;
    const struct point corners[] = {{box.x, box.y}, {right, box.y}, {right, foot}, {box.x, foot}};
    for (size_t i = 0; i < 4; i++)
        steps[i] = (struct path_step){i == 0 ? PATH_MOVE : PATH_LINE, {corners[i]}};
    steps[4] = (struct path_step){.kind = PATH_CLOSE};
}

void path_circle(struct point c, length r, struct path_step steps[CIRCLE_STEPS])
{
    length k = length_scale(r, 55228, 100000);
    steps[0] = (struct path_step){PATH_MOVE, {{c.x + r, c.y}}};
    steps[1] =
        (struct path_step){PATH_CURVE, {{c.x + r, c.y + k}, {c.x + k, c.y + r}, {c.x, c.y + r}}};
    steps[2] =
        (struct path_step){PATH_CURVE, {{c.x - k, c.y + r}, {c.x - r, c.y + k}, {c.x - r, c.y}}};
    steps[3] =
        (struct path_step){PATH_CURVE, {{c.x - r, c.y - k}, {c.x - k, c.y - r}, {c.x, c.y - r}}};
    steps[4] =
        (struct path_step){PATH_CURVE, {{c.x + k, c.y - r}, {c.x + r, c.y - k}, {c.x + r, c.y}}};
    steps[5] = (struct path_step){.kind = PATH_CLOSE};
}

struct box path_bounds(const struct path_step *steps, size_t count, length over)
{
    int64_t left = INT32_MAX, top = INT32_MAX, right = INT32_MIN, foot = INT32_MIN;
    for (size_t i = 0; i < count; i++) {
        size_t points = steps[i].kind == PATH_CURVE ? 3 : steps[i].kind == PATH_CLOSE ? 0 : 1;
        for (size_t k = 0; k < points; k++) {
            struct point at = steps[i].points[k];
            left = at.x < left ? at.x : left;
            right = at.x > right ? at.x : right;
            top = at.y < top ? at.y : top;
            foot = at.y > foot ? at.y : foot;
        }
    }
    if (left > right)
        return (struct box){0};
    return (struct box){length_clamp(left - over), length_clamp(top - over),
                        length_clamp(right - left + 2 * (int64_t)over),
                        length_clamp(foot - top + 2 * (int64_t)over)};
}

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
