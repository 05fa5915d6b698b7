#include "preflight/path_inside.h"

enum { CHORDS = 8 }; // of a curve

// How often, and in which direction, the line from `a` to `b` crosses the ray from `at` to the
// right.
static int crossing(struct point a, struct point b, struct point at)
{
    if ((a.y <= at.y) == (b.y <= at.y))
        return 0;
    int64_t side =
        ((int64_t)b.x - a.x) * ((int64_t)at.y - a.y) - ((int64_t)at.x - a.x) * ((int64_t)b.y - a.y);
    if (b.y > a.y)
        return side > 0 ? 1 : 0;
    return side < 0 ? -1 : 0;
}

// A point of a cubic curve, `part` of CHORDS along it (de Casteljau).
static struct point on_curve(struct point from, const struct point *to, int part)
{
    int64_t t = part, u = CHORDS - part;
    const int64_t whole = (int64_t)CHORDS * CHORDS * CHORDS;
    int64_t weights[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    int64_t x = weights[0] * from.x, y = weights[0] * from.y;
    for (size_t i = 0; i < 3; i++) {
        x += weights[i + 1] * to[i].x;
        y += weights[i + 1] * to[i].y;
    }
    return (struct point){(length)(x / whole), (length)(y / whole)};
}

static int crossings_of_curve(struct point from, const struct point *to, struct point at)
{
    int crossings = 0;
    struct point last = from;
    for (int part = 1; part <= CHORDS; part++) {
        struct point next = on_curve(from, to, part);
        crossings += crossing(last, next, at);
        last = next;
    }
    return crossings;
}

bool path_holds(const struct path_step *steps, size_t count, struct point at)
{
    struct point begun = {0}, last = {0};
    int winding = 0;
    for (size_t i = 0; i < count; i++) {
        const struct point *to = steps[i].points;
        switch (steps[i].kind) {
        case PATH_MOVE: // a fill closes what is open
            winding += crossing(last, begun, at);
            begun = last = to[0];
            break;
        case PATH_LINE:
            winding += crossing(last, to[0], at);
            last = to[0];
            break;
        case PATH_CURVE:
            winding += crossings_of_curve(last, to, at);
            last = to[2];
            break;
        case PATH_CLOSE:
            winding += crossing(last, begun, at);
            last = begun;
            break;
        }
    }
    return winding + crossing(last, begun, at) != 0;
}
