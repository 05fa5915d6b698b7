// Shapes and paths → items (SVG 1.1, 8, 9 and 11).
#include "image/svg_parts.h"

#include <math.h>

// 15 sides: scaled to twice the drawing's side this still fits a `length`.
static const double farthest = 15.0 * DRAWING_SIDE;

static bool near_enough(struct svg *svg, double value, struct span span)
{
    if (value >= -farthest && value <= farthest)
        return true;
    svg_fault(svg, DIAG_SVG_LIMIT, span, "this lies more than 15 pictures outside the picture");
    return false;
}

bool svg_place_length(struct svg *svg, double value, struct span span, length *out)
{
    if (!near_enough(svg, value, span))
        return false;
    *out = (length)floor(value + 0.5);
    return true;
}

bool svg_place_point(struct svg *svg, struct svg_point at, struct span span, struct point *out)
{
    return svg_place_length(svg, at.x, span, &out->x) && svg_place_length(svg, at.y, span, &out->y);
}

static size_t point_count(enum path_step_kind kind)
{
    switch (kind) {
    case PATH_MOVE:
    case PATH_LINE: return 1;
    case PATH_CURVE: return 3;
    case PATH_CLOSE: break;
    }
    return 0;
}

bool svg_place(struct svg *svg, const struct svg_outline *outline, struct svg_matrix matrix,
               struct span span, struct path_outline *out)
{
    svg->steps += outline->count;
    if (svg->steps > SVG_MOST_STEPS)
        return svg_spend(svg, span, "steps of paths");
    struct path_step *steps = ARENA_ARRAY(svg->arena, struct path_step, outline->count);
    for (size_t i = 0; i < outline->count; i++) {
        const struct svg_step *step = &outline->items[i];
        steps[i].kind = step->kind;
        for (size_t j = 0; j < point_count(step->kind); j++)
            if (!svg_place_point(svg, svg_matrix_apply(matrix, step->points[j]), span,
                                 &steps[i].points[j]))
                return false;
    }
    *out = (struct path_outline){.steps = steps, .count = outline->count};
    return true;
}

struct shape {
    struct svg *svg;
    const struct svg_node *node;
    const struct svg_scope *scope;
    struct svg_outline *outline;
};

static double across(const struct shape *shape, const char *name)
{
    return svg_length_of(shape->svg, shape->node, shape->scope,
                         (struct svg_length){str_from(name), SVG_ACROSS, 0});
}

static double down(const struct shape *shape, const char *name)
{
    return svg_length_of(shape->svg, shape->node, shape->scope,
                         (struct svg_length){str_from(name), SVG_DOWN, 0});
}

// A size below 0 is a fault (SVG 1.1, 9); of 0 it draws nothing.
static double size_of(const struct shape *shape, const char *name, enum svg_axis axis,
                      double missing)
{
    double size = svg_length_of(shape->svg, shape->node, shape->scope,
                                (struct svg_length){str_from(name), axis, missing});
    const struct svg_attribute *attribute = svg_attribute_find(shape->node, str_from(name));
    if (size < 0 && attribute && missing >= 0)
        svg_fault(shape->svg, DIAG_SVG_VALUE, attribute->value.span, "%s is below 0", name);
    return size;
}

static bool is_auto(const struct svg_node *node, const char *name)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, str_from(name));
    return !attribute || str_equal(str_trim(attribute->value.text), STR("auto"));
}

static double radius_of(const struct shape *shape, const char *name, enum svg_axis axis)
{
    return is_auto(shape->node, name) ? -1 : size_of(shape, name, axis, 0);
}

// SVG 1.1, 9.2: a radius that is missing is the other one, and none is more than half a side.
static void add_rectangle(const struct shape *shape)
{
    struct svg_point at = {across(shape, "x"), down(shape, "y")};
    struct svg_point size = {size_of(shape, "width", SVG_ACROSS, 0),
                             size_of(shape, "height", SVG_DOWN, 0)};
    struct svg_point r = {radius_of(shape, "rx", SVG_ACROSS), radius_of(shape, "ry", SVG_DOWN)};
    r.x = r.x < 0 ? r.y : r.x;
    r.y = r.y < 0 ? r.x : r.y;
    r.x = fmin(r.x, size.x / 2);
    r.y = fmin(r.y, size.y / 2);
    if (size.x > 0 && size.y > 0)
        svg_outline_rectangle(shape->outline, at, size, r);
}

static void add_ellipse(const struct shape *shape, bool circle)
{
    struct svg_point center = {across(shape, "cx"), down(shape, "cy")};
    struct svg_point r;
    if (circle) {
        r.x = r.y = size_of(shape, "r", SVG_OTHER, 0);
    } else {
        r.x = radius_of(shape, "rx", SVG_ACROSS);
        r.y = radius_of(shape, "ry", SVG_DOWN);
        r.x = r.x < 0 ? r.y : r.x; // SVG 2, 7.4: "auto"
        r.y = r.y < 0 ? r.x : r.y;
    }
    if (r.x > 0 && r.y > 0)
        svg_outline_ellipse(shape->outline, center, r);
}

static void add_line(const struct shape *shape)
{
    svg_outline_move(shape->outline, (struct svg_point){across(shape, "x1"), down(shape, "y1")});
    svg_outline_line(shape->outline, (struct svg_point){across(shape, "x2"), down(shape, "y2")});
}

static void add_data(const struct shape *shape, const char *name)
{
    const struct svg_attribute *attribute = svg_attribute_find(shape->node, str_from(name));
    struct svg_parse_fault fault;
    if (!attribute)
        return;
    const struct svg_value *value = &attribute->value;
    bool closed = str_equal(shape->node->name, STR("polygon"));
    bool good = str_equal(shape->node->name, STR("path"))
                    ? svg_path_parse(value->text, shape->outline, &fault)
                    : svg_points_parse(value->text, closed, shape->outline, &fault);
    if (good)
        return;
    svg_fault(shape->svg, DIAG_SVG_VALUE, svg_value_part(value, fault.at, fault.at + 1), "%s: %s",
              name, fault.reason);
    shape->outline->count = 0;
}

enum shape_kind { RECT, CIRCLE, ELLIPSE, LINE, POLYLINE, POLYGON, PATH, NO_SHAPE };

static const struct {
    struct str name;
    const char *attributes;
} shapes[NO_SHAPE] = {
    [RECT] = {STR_INIT("rect"), " x y width height rx ry "},
    [CIRCLE] = {STR_INIT("circle"), " cx cy r "},
    [ELLIPSE] = {STR_INIT("ellipse"), " cx cy rx ry "},
    [LINE] = {STR_INIT("line"), " x1 y1 x2 y2 "},
    [POLYLINE] = {STR_INIT("polyline"), " points "},
    [POLYGON] = {STR_INIT("polygon"), " points "},
    [PATH] = {STR_INIT("path"), " d pathLength "},
};

static enum shape_kind kind_of(struct str name)
{
    enum shape_kind kind = RECT;
    while (kind < NO_SHAPE && !str_equal(shapes[kind].name, name))
        kind++;
    return kind;
}

bool svg_shape_is(struct str name)
{
    return kind_of(name) != NO_SHAPE;
}

void svg_shape_outline(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope,
                       struct svg_outline *outline)
{
    struct shape shape = {svg, node, scope, outline};
    enum shape_kind kind = kind_of(node->name);
    switch (kind) {
    case RECT: add_rectangle(&shape); break;
    case CIRCLE: add_ellipse(&shape, true); break;
    case ELLIPSE: add_ellipse(&shape, false); break;
    case LINE: add_line(&shape); break;
    case POLYLINE:
    case POLYGON: add_data(&shape, "points"); break;
    case PATH: add_data(&shape, "d"); break;
    case NO_SHAPE: return;
    }
    svg_check_attributes(svg, node, shapes[kind].attributes);
}

// pathLength rescales dashes only (SVG 2, 9.6.1): without dashes it changes nothing.
static void check_dashes(struct svg *svg, const struct svg_node *node,
                         const struct svg_style *style)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, STR("pathLength"));
    if (attribute && style->dash_count > 0)
        svg_unsupported(svg, attribute->span, "dashes with the attribute", attribute->name);
}

static const length *place_dashes(struct svg *svg, const struct svg_style *style, double scale,
                                  struct span span)
{
    length *dashes = ARENA_ARRAY(svg->arena, length, style->dash_count);
    for (size_t i = 0; i < style->dash_count; i++)
        if (!svg_place_length(svg, style->dashes[i] * scale, span, &dashes[i]))
            return NULL;
    return dashes;
}

// An offset below 0 is one of the pattern's length more (SVG 1.1, 11.4).
static double dash_phase(const struct svg_style *style)
{
    double sum = 0;
    for (size_t i = 0; i < style->dash_count; i++)
        sum += style->dashes[i];
    return sum > 0 ? style->dash_offset - sum * floor(style->dash_offset / sum) : 0;
}

static bool place_stroke(struct svg *svg, const struct svg_scope *scope, double scale,
                         struct span span, struct stroke *out)
{
    const struct svg_style *style = scope->style;
    out->cap = style->cap;
    out->join = style->join;
    out->miter_limit = (uint32_t)(fmin(style->miter_limit, 1000) * 1000 + 0.5);
    if (!svg_place_length(svg, style->stroke_width * scale, span, &out->width))
        return false;
    if (out->width == 0)
        out->paint.kind = PAINT_NONE;
    out->dash_count = style->dash_count;
    out->dashes = place_dashes(svg, style, scale, span);
    return out->dashes && svg_place_length(svg, dash_phase(style) * scale, span, &out->dash_phase);
}

static void add_path(struct svg *svg, const struct svg_scope *scope, struct span span,
                     const struct path_outline *placed, const struct path_look *look)
{
    struct drawing_item *item = svg_item_add(svg, scope, DRAWING_PATH, span);
    if (!item)
        return;
    struct path_look *kept = ARENA_NEW(svg->arena, struct path_look);
    *kept = *look;
    item->as.path = (struct drawing_path){placed->steps, placed->count, kept};
}

// A pen that the map makes an ellipse: the path is stroked before it, in a group with the map.
static void stroke_skewed(struct svg *svg, const struct svg_node *node,
                          const struct svg_scope *scope, const struct svg_outline *outline,
                          struct paint paint)
{
    struct svg_scope inner = *scope;
    struct svg_items items = {0};
    struct svg_placement placement = {.origin = outline->items[0].points[0]};
    struct path_outline placed;
    struct path_look look = {.stroke = {.paint = paint}};
    if (paint.kind == PAINT_GRADIENT) {
        svg_unsupported(svg, node->span, "a stroke that is scaled unequally, with",
                        STR("a gradient"));
        return;
    }
    inner.out = &items;
    inner.groups++;
    if (!svg_placement_make(svg, scope->matrix, node->span, &placement) ||
        !svg_place(svg, outline, placement.inner, node->span, &placed) ||
        !place_stroke(svg, scope, placement.scale, node->span, &look.stroke))
        return;
    add_path(svg, &inner, node->span, &placed, &look);
    struct drawing_item *group = svg_item_add(svg, scope, DRAWING_GROUP, node->span);
    if (group)
        group->as.group = (struct drawing_group){.items = items.items,
                                                 .count = items.count,
                                                 .placement = placement.outer,
                                                 .alpha = DRAWING_OPAQUE};
}

static void draw(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope,
                 const struct svg_outline *outline)
{
    const struct svg_style *style = scope->style;
    struct path_look look = {
        .fill = svg_paint_resolve(svg, &style->fill, style->fill_opacity, scope, outline),
        .even_odd = style->fill_even_odd,
        .stroke.paint =
            svg_paint_resolve(svg, &style->stroke, style->stroke_opacity, scope, outline),
    };
    struct path_outline placed;
    double scale = svg_matrix_scale(scope->matrix);
    if (str_equal(node->name, STR("line")))
        look.fill.kind = PAINT_NONE;
    if (scale == 0 || style->stroke_width == 0)
        look.stroke.paint.kind = PAINT_NONE;
    struct paint skewed = look.stroke.paint;
    bool whole = skewed.kind == PAINT_NONE || svg_matrix_keeps_shapes(scope->matrix);
    if (!whole)
        look.stroke.paint.kind = PAINT_NONE;
    else if (skewed.kind != PAINT_NONE &&
             !place_stroke(svg, scope, scale, node->span, &look.stroke))
        return;
    if (look.fill.kind != PAINT_NONE || look.stroke.paint.kind != PAINT_NONE)
        if (svg_place(svg, outline, scope->matrix, node->span, &placed))
            add_path(svg, scope, node->span, &placed, &look);
    if (!whole)
        stroke_skewed(svg, node, scope, outline, skewed);
}

void svg_shape_draw(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope)
{
    struct arena_mark mark = arena_mark(svg->scratch);
    struct svg_outline outline = {.arena = svg->scratch};
    svg_shape_outline(svg, node, scope, &outline);
    check_dashes(svg, node, scope->style);
    if (outline.count > 0 && !scope->style->hidden)
        draw(svg, node, scope, &outline);
    arena_rewind(svg->scratch, mark);
}
