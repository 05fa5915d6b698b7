#include "image/svg_path.h"

#include <math.h>

// Of a quarter circle's controls: 4/3 (√2 − 1).
static const double quarter = 0.55228474983079339840;

void svg_outline_move(struct svg_outline *outline, struct svg_point to)
{
    *VEC_PUSH(outline->arena, outline) = (struct svg_step){PATH_MOVE, {to}};
}

void svg_outline_line(struct svg_outline *outline, struct svg_point to)
{
    *VEC_PUSH(outline->arena, outline) = (struct svg_step){PATH_LINE, {to}};
}

void svg_outline_curve(struct svg_outline *outline, const struct svg_point points[3])
{
    *VEC_PUSH(outline->arena, outline) =
        (struct svg_step){PATH_CURVE, {points[0], points[1], points[2]}};
}

void svg_outline_close(struct svg_outline *outline)
{
    VEC_PUSH(outline->arena, outline)->kind = PATH_CLOSE;
}

// The ellipse that an arc lies on, and the arc in the space where that is the unit circle.
struct circle_arc {
    struct svg_matrix space; // unit circle → user space
    struct svg_point start, end;
    bool sweep; // towards growing angles
    bool large; // more than half a turn
};

static double dot(struct svg_point a, struct svg_point b)
{
    return a.x * b.x + a.y * b.y;
}

static double cross(struct svg_point a, struct svg_point b)
{
    return a.x * b.y - a.y * b.x;
}

// SVG 1.1, F.6.5 and F.6.6: the centre from the end points, radii made larger where they must be.
static struct circle_arc circle_arc_of(const struct svg_arc *arc)
{
    struct svg_point turn = svg_direction(arc->turned);
    struct svg_point half = {(arc->from.x - arc->to.x) / 2, (arc->from.y - arc->to.y) / 2};
    struct svg_point middle = {(arc->from.x + arc->to.x) / 2, (arc->from.y + arc->to.y) / 2};
    double rx = fabs(arc->radii.x), ry = fabs(arc->radii.y);
    struct svg_point u = {(turn.x * half.x + turn.y * half.y) / rx,
                          (turn.x * half.y - turn.y * half.x) / ry};
    double chord = dot(u, u); // half of it, squared: in units of the radii
    double grown = chord > 1 ? sqrt(chord) : 1;
    u = (struct svg_point){u.x / grown, u.y / grown};
    double away = chord > 1 ? 0 : sqrt((1 - chord) / chord);
    if (arc->large == arc->sweep)
        away = -away;
    struct svg_point center = {away * u.y, -away * u.x};
    rx *= grown, ry *= grown;
    struct svg_matrix space = {turn.x * rx, turn.y * rx, -turn.y * ry, turn.x * ry, 0, 0};
    struct svg_point shift = svg_matrix_apply(space, center);
    space.e = middle.x + shift.x, space.f = middle.y + shift.y;
    return (struct circle_arc){space,
                               {u.x - center.x, u.y - center.y},
                               {-u.x - center.x, -u.y - center.y},
                               arc->sweep,
                               arc->large};
}

// Appends a part of the unit circle of at most a quarter: tan(θ/4) = sin(θ/2) / (1 + cos(θ/2)).
static void add_part(struct svg_outline *outline, const struct circle_arc *arc,
                     struct svg_point from, struct svg_point to)
{
    double cosine = fmin(1, fmax(-1, dot(from, to)));
    double reach = 4.0 / 3 * sqrt((1 - cosine) / 2) / (1 + sqrt((1 + cosine) / 2));
    if (!arc->sweep)
        reach = -reach;
    const struct svg_point points[3] = {
        svg_matrix_apply(arc->space,
                         (struct svg_point){from.x - reach * from.y, from.y + reach * from.x}),
        svg_matrix_apply(arc->space, (struct svg_point){to.x + reach * to.y, to.y - reach * to.x}),
        svg_matrix_apply(arc->space, to),
    };
    svg_outline_curve(outline, points);
}

void svg_outline_arc(struct svg_outline *outline, const struct svg_arc *arc)
{
    if (arc->from.x == arc->to.x && arc->from.y == arc->to.y)
        return;
    if (arc->radii.x == 0 || arc->radii.y == 0) {
        svg_outline_line(outline, arc->to);
        return;
    }
    struct circle_arc circle = circle_arc_of(arc);
    struct svg_point at = circle.start;
    double side = circle.sweep ? 1 : -1;
    // Whole quarters until the rest is no more than one: three at most.
    for (int i = 0; i < 3; i++) {
        bool long_way = i == 0 || (i == 1 && side * cross(at, circle.end) < 0);
        if (dot(at, circle.end) >= 0 && !(circle.large && long_way))
            break;
        struct svg_point next = {-side * at.y, side * at.x};
        add_part(outline, &circle, at, next);
        at = next;
    }
    add_part(outline, &circle, at, circle.end);
    outline->items[outline->count - 1].points[2] = arc->to;
}

static struct svg_point plus(struct svg_point a, double x, double y)
{
    return (struct svg_point){a.x + x, a.y + y};
}

static void add_corner(struct svg_outline *outline, struct svg_point from, struct svg_point corner,
                       struct svg_point to)
{
    const struct svg_point points[3] = {
        plus(from, quarter * (corner.x - from.x), quarter * (corner.y - from.y)),
        plus(to, quarter * (corner.x - to.x), quarter * (corner.y - to.y)),
        to,
    };
    svg_outline_curve(outline, points);
}

void svg_outline_ellipse(struct svg_outline *outline, struct svg_point c, struct svg_point r)
{
    const struct svg_point sides[5] = {plus(c, r.x, 0), plus(c, 0, r.y), plus(c, -r.x, 0),
                                       plus(c, 0, -r.y), plus(c, r.x, 0)};
    const struct svg_point corners[4] = {plus(c, r.x, r.y), plus(c, -r.x, r.y), plus(c, -r.x, -r.y),
                                         plus(c, r.x, -r.y)};
    svg_outline_move(outline, sides[0]);
    for (size_t i = 0; i < 4; i++)
        add_corner(outline, sides[i], corners[i], sides[i + 1]);
    svg_outline_close(outline);
}

// SVG 1.1, 9.2.
void svg_outline_rectangle(struct svg_outline *outline, struct svg_point at, struct svg_point size,
                           struct svg_point r)
{
    struct svg_point end = {at.x + size.x, at.y + size.y};
    const struct svg_point corners[4] = {{end.x, at.y}, end, {at.x, end.y}, at};
    bool round = r.x > 0 && r.y > 0;
    svg_outline_move(outline, round ? plus(at, r.x, 0) : at);
    if (!round) {
        for (size_t i = 0; i < 3; i++)
            svg_outline_line(outline, corners[i]);
        svg_outline_close(outline);
        return;
    }
    const struct svg_point before[4] = {
        {end.x - r.x, at.y}, {end.x, end.y - r.y}, {at.x + r.x, end.y}, {at.x, at.y + r.y}};
    const struct svg_point after[4] = {
        {end.x, at.y + r.y}, {end.x - r.x, end.y}, {at.x, end.y - r.y}, {at.x + r.x, at.y}};
    for (size_t i = 0; i < 4; i++) {
        svg_outline_line(outline, before[i]);
        add_corner(outline, before[i], corners[i], after[i]);
    }
    svg_outline_close(outline);
}
