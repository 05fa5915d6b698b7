// What shapes are painted with: colours and gradients (SVG 1.1, 11.2 and 13.2).
#include "image/svg_parts.h"

#include <assert.h>
#include <math.h>

enum { LONGEST_CHAIN = 16 }; // of gradients that take their stops from each other

static uint32_t alpha_of(double opacity)
{
    return (uint32_t)(opacity * DRAWING_OPAQUE + 0.5);
}

struct paint svg_paint_resolve(struct svg *svg, const struct svg_paint *paint, double opacity,
                               const struct svg_scope *scope, const struct svg_outline *outline)
{
    struct paint resolved = {.alpha = alpha_of(opacity)};
    switch (paint->kind) {
    case SVG_PAINT_NONE: return resolved;
    case SVG_PAINT_COLOR: resolved.color = svg_color(svg, paint->rgb); break;
    case SVG_PAINT_CURRENT: resolved.color = svg_color(svg, scope->style->color); break;
    case SVG_PAINT_REFERENCE: {
        struct svg_node *node = svg_find(svg, paint->reference, paint->span);
        struct svg_box box = svg_outline_box(outline);
        if (!node || !svg_gradient_read(svg, node, scope, &box, &resolved))
            return (struct paint){0};
        break;
    }
    }
    if (resolved.kind == PAINT_NONE && resolved.color)
        resolved.kind = PAINT_SOLID;
    if (resolved.alpha == 0)
        resolved.kind = PAINT_NONE;
    return resolved;
}

static void widen(struct svg_box *box, struct svg_point point)
{
    box->from = (struct svg_point){fmin(box->from.x, point.x), fmin(box->from.y, point.y)};
    box->to = (struct svg_point){fmax(box->to.x, point.x), fmax(box->to.y, point.y)};
}

static double bezier(const double p[4], double t)
{
    double u = 1 - t;
    return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
}

// Where a cubic turns, in one coordinate: the roots of its derivative between 0 and 1.
static size_t turning_points(const double p[4], double out[2])
{
    double a = p[3] - 3 * p[2] + 3 * p[1] - p[0], b = 2 * (p[2] - 2 * p[1] + p[0]);
    double c = p[1] - p[0], roots[2];
    size_t found = 0, count = 0;
    if (fabs(a) < 1e-12 * (fabs(b) + fabs(c))) {
        if (b != 0)
            roots[count++] = -c / b;
    } else if (b * b >= 4 * a * c) {
        double root = sqrt(b * b - 4 * a * c);
        roots[count++] = (-b + root) / (2 * a);
        roots[count++] = (-b - root) / (2 * a);
    }
    for (size_t i = 0; i < count; i++)
        if (roots[i] > 0 && roots[i] < 1)
            out[found++] = roots[i];
    return found;
}

static void widen_by_curve(struct svg_box *box, struct svg_point at, const struct svg_point p[3])
{
    const double xs[4] = {at.x, p[0].x, p[1].x, p[2].x}, ys[4] = {at.y, p[0].y, p[1].y, p[2].y};
    double turns[4];
    size_t count = turning_points(xs, turns);
    count += turning_points(ys, turns + count);
    for (size_t i = 0; i < count; i++)
        widen(box, (struct svg_point){bezier(xs, turns[i]), bezier(ys, turns[i])});
}

struct svg_box svg_outline_box(const struct svg_outline *outline)
{
    struct svg_box box = {0};
    struct svg_point at = {0, 0};
    for (size_t i = 0; i < outline->count; i++) {
        const struct svg_step *step = &outline->items[i];
        if (step->kind == PATH_CLOSE)
            continue;
        struct svg_point to = step->points[step->kind == PATH_CURVE ? 2 : 0];
        if (i == 0)
            box = (struct svg_box){to, to};
        widen(&box, to);
        if (step->kind == PATH_CURVE)
            widen_by_curve(&box, at, step->points);
        at = to;
    }
    return box;
}

// A gradient and those that it takes what it lacks from, itself first.
struct chain {
    struct svg *svg;
    const struct svg_scope *scope;
    const struct svg_node *nodes[LONGEST_CHAIN];
    size_t count;
    bool radial;
    bool box_units;
};

static bool is_gradient(const struct svg_node *node)
{
    return str_equal(node->name, STR("linearGradient")) ||
           str_equal(node->name, STR("radialGradient"));
}

static bool collect_chain(struct chain *chain, const struct svg_node *node)
{
    static const char known[] = " x1 y1 x2 y2 cx cy r fx fy gradientUnits gradientTransform "
                                "spreadMethod href ";
    struct span span = node->span;
    while (node) {
        if (!is_gradient(node))
            return svg_unsupported(chain->svg, node->span, "as a paint the element", node->name);
        if (chain->count == LONGEST_CHAIN)
            return svg_fault(chain->svg, DIAG_SVG_REFERENCE, span,
                             "gradients take from each other without an end");
        chain->nodes[chain->count++] = node;
        if (!svg_work(chain->svg, node))
            return false;
        svg_check_attributes(chain->svg, node, known);
        const struct svg_attribute *href = svg_attribute_find(node, STR("href"));
        if (!href)
            return true;
        node = svg_find(chain->svg, str_trim(href->value.text), href->value.span);
    }
    return false;
}

// The first node of the chain that has an attribute; geometry only of the same kind of gradient.
static const struct svg_node *holder_of(const struct chain *chain, const char *name, bool geometry)
{
    for (size_t i = 0; i < chain->count; i++) {
        bool same = str_equal(chain->nodes[i]->name, chain->nodes[0]->name);
        if ((same || !geometry) && svg_attribute_find(chain->nodes[i], str_from(name)))
            return chain->nodes[i];
    }
    return NULL;
}

static struct str word_of(const struct chain *chain, const char *name, struct span *span)
{
    const struct svg_node *node = holder_of(chain, name, false);
    if (!node)
        return STR("");
    const struct svg_attribute *attribute = svg_attribute_find(node, str_from(name));
    *span = attribute->value.span;
    return str_trim(attribute->value.text);
}

static double coordinate(const struct chain *chain, const char *name, enum svg_axis axis,
                         double share)
{
    struct svg_scope scope = *chain->scope;
    if (chain->box_units)
        scope.frame = (struct svg_frame){1, 1, 1};
    const struct svg_node *node = holder_of(chain, name, true);
    double whole = axis == SVG_ACROSS ? scope.frame.width : scope.frame.height;
    if (axis == SVG_OTHER)
        whole = sqrt(
            (scope.frame.width * scope.frame.width + scope.frame.height * scope.frame.height) / 2);
    return node ? svg_length_of(chain->svg, node, &scope,
                                (struct svg_length){str_from(name), axis, 0})
                : share * whole;
}

static bool check_words(struct chain *chain)
{
    assert(chain->count > 0);
    struct span span = chain->nodes[0]->span;
    struct str units = word_of(chain, "gradientUnits", &span);
    chain->box_units = !str_equal(units, STR("userSpaceOnUse"));
    if (chain->box_units && units.len > 0 && !str_equal(units, STR("objectBoundingBox")))
        return svg_fault(chain->svg, DIAG_SVG_VALUE, span, "`%.*s` is no value of gradientUnits",
                         STR_ARGS(units));
    struct str spread = word_of(chain, "spreadMethod", &span);
    if (spread.len > 0 && !str_equal(spread, STR("pad")))
        return svg_unsupported(chain->svg, span, "the spreadMethod", spread);
    return true;
}

static bool map_of(const struct chain *chain, const struct svg_box *box, struct svg_matrix *out)
{
    *out = chain->scope->matrix;
    if (chain->box_units) {
        struct svg_matrix fit = {box->to.x - box->from.x, 0,           0,
                                 box->to.y - box->from.y, box->from.x, box->from.y};
        if (fit.a <= 0 || fit.d <= 0)
            return false; // SVG 1.1, 7.11: a line has no box to fill
        *out = svg_matrix_multiply(*out, fit);
    }
    const struct svg_node *node = holder_of(chain, "gradientTransform", false);
    if (node)
        *out = svg_transformed(chain->svg, node, STR("gradientTransform"), *out);
    return true;
}

static bool axis_of(struct svg *svg, struct svg_matrix map, struct svg_point vector,
                    struct span span, struct point *out)
{
    map.e = map.f = 0;
    return svg_place_point(svg, svg_matrix_apply(map, vector), span, out);
}

static bool place_linear(struct chain *chain, struct svg_matrix map, struct gradient *gradient)
{
    struct span span = chain->nodes[0]->span;
    struct svg_point from = {coordinate(chain, "x1", SVG_ACROSS, 0),
                             coordinate(chain, "y1", SVG_DOWN, 0)};
    struct svg_point to = {coordinate(chain, "x2", SVG_ACROSS, 1),
                           coordinate(chain, "y2", SVG_DOWN, 0)};
    struct svg_point way = {to.x - from.x, to.y - from.y}, beside = {-way.y, way.x};
    if (way.x == 0 && way.y == 0)
        return false;
    return svg_place_point(chain->svg, svg_matrix_apply(map, from), span, &gradient->origin) &&
           axis_of(chain->svg, map, way, span, &gradient->x_axis) &&
           axis_of(chain->svg, map, beside, span, &gradient->y_axis);
}

// SVG 1.1, 13.2.3: a focus outside is moved to the circle; a little inside, for readers' sake.
static struct point focus_of(double x, double y)
{
    double away = sqrt(x * x + y * y), most = 0.999;
    if (away > most)
        x *= most / away, y *= most / away;
    return (struct point){(length)floor(x * LENGTH_ONE_PT + 0.5),
                          (length)floor(y * LENGTH_ONE_PT + 0.5)};
}

static bool place_radial(struct chain *chain, struct svg_matrix map, struct gradient *gradient)
{
    struct span span = chain->nodes[0]->span;
    struct svg_point center = {coordinate(chain, "cx", SVG_ACROSS, 0.5),
                               coordinate(chain, "cy", SVG_DOWN, 0.5)};
    double r = coordinate(chain, "r", SVG_OTHER, 0.5);
    if (r <= 0)
        return false;
    bool has_x = holder_of(chain, "fx", true), has_y = holder_of(chain, "fy", true);
    double fx = has_x ? coordinate(chain, "fx", SVG_ACROSS, 0) : center.x;
    double fy = has_y ? coordinate(chain, "fy", SVG_DOWN, 0) : center.y;
    gradient->radial = true;
    gradient->focus = focus_of((fx - center.x) / r, (fy - center.y) / r);
    return svg_place_point(chain->svg, svg_matrix_apply(map, center), span, &gradient->origin) &&
           axis_of(chain->svg, map, (struct svg_point){r, 0}, span, &gradient->x_axis) &&
           axis_of(chain->svg, map, (struct svg_point){0, r}, span, &gradient->y_axis);
}

enum { MOST_STOPS = 256 };

struct stops {
    struct gradient_stop *items;
    size_t count;
    size_t capacity;
    double last; // offset
    bool differ; // in their alphas
};

static bool add_stop(struct chain *chain, const struct svg_node *node, const struct svg_style *of,
                     struct stops *stops)
{
    struct svg *svg = chain->svg;
    struct svg_style style = svg_style_of(svg, node, of, chain->scope->frame);
    const struct svg_attribute *offset = svg_attribute_find(node, STR("offset"));
    double at = 0;
    svg_check_attributes(svg, node, " offset ");
    if (stops->count == MOST_STOPS)
        return svg_fault(svg, DIAG_SVG_LIMIT, node->span, "a gradient has more than %d stops",
                         MOST_STOPS);
    if (offset && !svg_parse_share(offset->value.text, &at))
        return svg_fault(svg, DIAG_SVG_VALUE, offset->value.span, "`%.*s` is no value of offset",
                         STR_ARGS(offset->value.text));
    uint32_t alpha = style.stop_color.kind == SVG_PAINT_NONE ? 0 : alpha_of(style.stop_opacity);
    bool current = style.stop_color.kind == SVG_PAINT_CURRENT;
    stops->differ = stops->differ || (stops->count > 0 && alpha != stops->items[0].alpha);
    stops->last = fmax(at, stops->last);
    *VEC_PUSH(svg->arena, stops) =
        (struct gradient_stop){svg_color(svg, current ? style.color : style.stop_color.rgb),
                               (uint32_t)(stops->last * 1000000 + 0.5), alpha};
    return true;
}

// The stops are those of the first gradient of the chain that has any.
static bool read_stops(struct chain *chain, struct stops *stops)
{
    const struct svg_style initial = svg_style_initial();
    for (size_t i = 0; i < chain->count && stops->count == 0; i++) {
        struct svg_style style =
            svg_style_of(chain->svg, chain->nodes[i], &initial, chain->scope->frame);
        for (const struct svg_node *node = chain->nodes[i]->first; node; node = node->next) {
            bool text = str_equal(node->name, STR("title")) || str_equal(node->name, STR("desc")) ||
                        str_equal(node->name, STR("metadata"));
            if (!text && !str_equal(node->name, STR("stop")))
                return svg_unsupported(chain->svg, node->span, "in a gradient the element",
                                       node->name);
            if (!svg_work(chain->svg, node) || (!text && !add_stop(chain, node, &style, stops)))
                return false;
        }
    }
    return stops->count > 0; // without a stop nothing is painted (13.2.4)
}

// Stops from the very start to the very end, which PDF's functions ask for.
static void complete_stops(struct svg *svg, struct stops *stops, struct gradient *gradient)
{
    struct gradient_stop *all = ARENA_ARRAY(svg->arena, struct gradient_stop, stops->count + 2);
    assert(stops->count > 0);
    const struct gradient_stop last = stops->items[stops->count - 1];
    size_t count = 0;
    if (stops->items[0].offset > 0)
        all[count++] = (struct gradient_stop){stops->items[0].color, 0, stops->items[0].alpha};
    for (size_t i = 0; i < stops->count; i++)
        all[count++] = stops->items[i];
    if (all[count - 1].offset < 1000000)
        all[count++] = (struct gradient_stop){last.color, 1000000, last.alpha};
    gradient->stops = all;
    gradient->count = count;
    gradient->translucent = stops->differ;
}

bool svg_gradient_read(struct svg *svg, struct svg_node *node, const struct svg_scope *scope,
                       const struct svg_box *box, struct paint *out)
{
    struct chain chain = {.svg = svg, .scope = scope};
    struct stops stops = {0};
    struct svg_matrix map;
    struct gradient *gradient = ARENA_NEW(svg->arena, struct gradient);
    if (!collect_chain(&chain, node) || !check_words(&chain) || !read_stops(&chain, &stops) ||
        !map_of(&chain, box, &map))
        return false;
    complete_stops(svg, &stops, gradient);
    bool placed = str_equal(node->name, STR("radialGradient"))
                      ? place_radial(&chain, map, gradient)
                      : place_linear(&chain, map, gradient);
    bool single = stops.count == 1 || svg_matrix_scale(map) == 0;
    // 13.2.2, 13.2.3: without a way or a radius the last stop's colour is all.
    const struct gradient_stop *last = &stops.items[stops.count - 1];
    bool whole = placed && !single;
    if (whole)
        *out = (struct paint){PAINT_GRADIENT, out->alpha, NULL, gradient};
    else
        out->color = last->color;
    if (!whole || !stops.differ) // an alpha that all have is the paint's
        out->alpha = out->alpha * last->alpha / DRAWING_OPAQUE;
    return true;
}
