// Elements → items: structure, copies, views and groups (SVG 1.1, 5, 7 and 14).
#include "image/svg_parts.h"

#include <math.h>

static bool is(const struct svg_node *node, const char *name)
{
    return str_equal(node->name, str_from(name));
}

static bool is_one_of(struct str name, const char *const *names)
{
    for (; *names; names++)
        if (str_equal(name, str_from(*names)))
            return true;
    return false;
}

struct drawing_item *svg_item_add(struct svg *svg, const struct svg_scope *scope,
                                  enum drawing_item_kind kind, struct span span)
{
    if (scope->groups >= DRAWING_DEEPEST) {
        svg_spend(svg, span, "groups within one another");
        return NULL;
    }
    if (++svg->items > SVG_MOST_ITEMS) {
        svg_spend(svg, span, "items");
        return NULL;
    }
    struct drawing_item *item = VEC_PUSH(svg->arena, scope->out);
    item->kind = kind;
    item->span = span;
    return item;
}

double svg_length_of(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope,
                     struct svg_length wanted)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, wanted.name);
    struct svg_frame frame = scope->frame;
    double value = wanted.missing;
    if (scope->style)
        frame.font_size = scope->style->font_size;
    if (attribute && !svg_parse_length(attribute->value.text, &frame, wanted.axis, &value)) {
        svg_fault(svg, DIAG_SVG_VALUE, attribute->value.span, "`%.*s` is no value of %.*s",
                  STR_ARGS(attribute->value.text), STR_ARGS(wanted.name));
        return wanted.missing;
    }
    return value;
}

struct svg_matrix svg_transformed(struct svg *svg, const struct svg_node *node, struct str name,
                                  struct svg_matrix matrix)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, name);
    struct svg_matrix own;
    struct svg_parse_fault fault;
    if (!attribute)
        return matrix;
    if (svg_transform_parse(attribute->value.text, &own, &fault))
        return svg_matrix_multiply(matrix, own);
    svg_fault(svg, DIAG_SVG_VALUE, svg_value_part(&attribute->value, fault.at, fault.at + 1),
              "%.*s: %s", STR_ARGS(name), fault.reason);
    return matrix;
}

static int32_t share_of(double value)
{
    return (int32_t)floor(value * LENGTH_ONE_PT + 0.5);
}

bool svg_placement_make(struct svg *svg, struct svg_matrix m, struct span span,
                        struct svg_placement *placement)
{
    const double most = 1000; // of how much longer one side becomes than the other
    double scale = placement->scale = svg_matrix_scale(m);
    if (scale == 0)
        return false;
    const double parts[4] = {m.a / scale, m.b / scale, m.c / scale, m.d / scale};
    struct affine *outer = ARENA_NEW(svg->arena, struct affine);
    for (size_t i = 0; i < 4; i++)
        if (!(fabs(parts[i]) <= most))
            return svg_fault(svg, DIAG_SVG_LIMIT, span, "this is squeezed to a thousandth");
    outer->a = share_of(parts[0]), outer->b = share_of(parts[1]);
    outer->c = share_of(parts[2]), outer->d = share_of(parts[3]);
    placement->inner = (struct svg_matrix){
        scale, 0, 0, scale, -scale * placement->origin.x, -scale * placement->origin.y};
    placement->outer = outer;
    return svg_place_point(svg, svg_matrix_apply(m, placement->origin), span, &outer->shift);
}

// What any element may have and what draws nothing. aria-* and data-* are for other programs.
static bool is_common(struct str name)
{
    static const char *const common[] = {"id",
                                         "class",
                                         "style",
                                         "transform",
                                         "xml:space",
                                         "xml:lang",
                                         "xml:id",
                                         "xml:base",
                                         "lang",
                                         "role",
                                         "tabindex",
                                         "focusable",
                                         "requiredFeatures",
                                         "externalResourcesRequired",
                                         NULL};
    return is_one_of(name, common) || str_starts_with(name, STR("aria-")) ||
           str_starts_with(name, STR("data-"));
}

void svg_check_attributes(struct svg *svg, const struct svg_node *node, const char *known)
{
    struct str names = str_from(known);
    for (size_t i = 0; i < node->count; i++) {
        struct str name = node->attributes[i].name;
        size_t at = str_find(names, name, 0);
        bool whole = at < names.len && at > 0 && names.data[at - 1] == ' ' &&
                     names.data[at + name.len] == ' ';
        if (!whole && !is_common(name) && !svg_is_property(name))
            svg_unsupported(svg, node->attributes[i].span, "the attribute", name);
    }
}

bool svg_view_read(struct svg *svg, const struct svg_node *node, struct svg_view *out)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, STR("viewBox"));
    *out = (struct svg_view){0};
    if (!attribute)
        return true;
    double *const parts[4] = {&out->x, &out->y, &out->width, &out->height};
    struct svg_scan scan = {str_trim(attribute->value.text), 0};
    for (size_t i = 0; i < 4; i++) {
        if (!svg_scan_number(&scan, parts[i]))
            break;
        svg_scan_comma(&scan);
        out->given = i == 3 && svg_scan_ended(&scan);
    }
    if (out->given && out->width > 0 && out->height > 0)
        return true;
    return svg_fault(svg, DIAG_SVG_VALUE, attribute->value.span,
                     "a viewBox is four numbers: x, y, width and height, the last two above 0");
}

struct fitting {
    double x, y; // where what is left over goes: 0 before, 1 behind
    bool stretch, slice;
};

static bool read_fitting(struct str text, struct fitting *out)
{
    static const char *const marks[] = {"Min", "Mid", "Max"};
    struct svg_scan scan = {text, 0};
    struct str align = svg_scan_name(&scan);
    svg_scan_space(&scan);
    struct str how = svg_scan_name(&scan);
    out->slice = str_equal(how, STR("slice"));
    out->stretch = str_equal(align, STR("none"));
    if (!svg_scan_ended(&scan) || (how.len > 0 && !out->slice && !str_equal(how, STR("meet"))))
        return false;
    if (out->stretch)
        return true;
    if (align.len != 8 || align.data[0] != 'x' || align.data[4] != 'Y')
        return false;
    size_t found = 0;
    for (size_t i = 0; i < 3; i++) {
        if (str_equal(str_slice(align, 1, 4), str_from(marks[i])))
            out->x = (double)i / 2, found++;
        if (str_equal(str_slice(align, 5, 8), str_from(marks[i])))
            out->y = (double)i / 2, found++;
    }
    return found == 2;
}

struct svg_matrix svg_view_fit(struct svg *svg, const struct svg_node *node,
                               const struct svg_view *view, struct svg_point size)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, STR("preserveAspectRatio"));
    struct fitting fitting = {0.5, 0.5, false, false};
    if (!view->given)
        return SVG_IDENTITY;
    if (attribute && !read_fitting(str_trim(attribute->value.text), &fitting))
        svg_fault(svg, DIAG_SVG_VALUE, attribute->value.span,
                  "`%.*s` is no value of preserveAspectRatio", STR_ARGS(attribute->value.text));
    double x = size.x / view->width, y = size.y / view->height;
    if (!fitting.stretch)
        x = y = fitting.slice ? fmax(x, y) : fmin(x, y);
    return (struct svg_matrix){x,
                               0,
                               0,
                               y,
                               (size.x - view->width * x) * fitting.x - view->x * x,
                               (size.y - view->height * y) * fitting.y - view->y * y};
}

static void draw_node(struct svg *svg, struct svg_node *node, const struct svg_scope *scope);

void svg_draw_children(struct svg *svg, struct svg_node *node, const struct svg_scope *scope)
{
    for (struct svg_node *child = node->first; child && !svg->spent; child = child->next)
        draw_node(svg, child, scope);
}

struct grouping {
    const struct path_outline *clip;
    uint32_t alpha;
};

// A single path that is painted once takes the group's alpha itself.
static bool fold_alpha(const struct svg_items *items, uint32_t alpha, struct arena *arena)
{
    if (items->count != 1 || items->items[0].kind != DRAWING_PATH)
        return false;
    struct path_look *look = ARENA_NEW(arena, struct path_look);
    *look = *items->items[0].as.path.look;
    if (look->fill.kind != PAINT_NONE && look->stroke.paint.kind != PAINT_NONE)
        return false;
    look->fill.alpha = look->fill.alpha * alpha / DRAWING_OPAQUE;
    look->stroke.paint.alpha = look->stroke.paint.alpha * alpha / DRAWING_OPAQUE;
    items->items[0].as.path.look = look;
    return true;
}

static void add_group(struct svg *svg, const struct svg_scope *scope, struct svg_items items,
                      struct grouping grouping, struct span span)
{
    if (items.count == 0 || grouping.alpha == 0)
        return;
    if (grouping.alpha < DRAWING_OPAQUE && fold_alpha(&items, grouping.alpha, svg->arena))
        grouping.alpha = DRAWING_OPAQUE;
    struct drawing_item *item;
    if (!grouping.clip && grouping.alpha == DRAWING_OPAQUE) {
        for (size_t i = 0; i < items.count; i++)
            *VEC_PUSH(svg->arena, scope->out) = items.items[i];
    } else if ((item = svg_item_add(svg, scope, DRAWING_GROUP, span))) {
        item->as.group = (struct drawing_group){.items = items.items,
                                                .count = items.count,
                                                .clip = grouping.clip,
                                                .alpha = grouping.alpha};
    }
}

static const struct path_outline *rectangle_clip(struct svg *svg, struct svg_matrix matrix,
                                                 struct svg_point size, struct span span)
{
    struct arena_mark mark = arena_mark(svg->scratch);
    struct svg_outline outline = {.arena = svg->scratch};
    struct path_outline *clip = ARENA_NEW(svg->arena, struct path_outline);
    svg_outline_rectangle(&outline, (struct svg_point){0, 0}, size, (struct svg_point){0, 0});
    bool placed = svg_place(svg, &outline, matrix, span, clip);
    arena_rewind(svg->scratch, mark);
    return placed ? clip : NULL;
}

// Draws the children of an <svg> or <symbol> within a viewport of its own.
static void draw_view(struct svg *svg, struct svg_node *node, const struct svg_scope *scope,
                      struct svg_point size)
{
    struct svg_view view;
    if (size.x <= 0 || size.y <= 0 || !svg_view_read(svg, node, &view))
        return;
    struct svg_scope inner = *scope;
    struct svg_items items = {0};
    struct grouping grouping = {NULL, DRAWING_OPAQUE};
    inner.matrix = svg_matrix_multiply(scope->matrix, svg_view_fit(svg, node, &view, size));
    inner.frame.width = view.given ? view.width : size.x;
    inner.frame.height = view.given ? view.height : size.y;
    inner.out = &items;
    inner.groups++;
    svg_draw_children(svg, node, &inner);
    if (!scope->style->overflow_visible)
        grouping.clip = rectangle_clip(svg, scope->matrix, size, node->span);
    add_group(svg, scope, items, grouping, node->span);
}

static struct svg_matrix shifted(struct svg *svg, const struct svg_node *node,
                                 const struct svg_scope *scope)
{
    struct svg_matrix shift = SVG_IDENTITY;
    shift.e = svg_length_of(svg, node, scope, (struct svg_length){STR("x"), SVG_ACROSS, 0});
    shift.f = svg_length_of(svg, node, scope, (struct svg_length){STR("y"), SVG_DOWN, 0});
    return svg_matrix_multiply(scope->matrix, shift);
}

static struct svg_point size_of(struct svg *svg, const struct svg_node *node,
                                const struct svg_scope *scope, struct svg_point missing)
{
    return (struct svg_point){
        svg_length_of(svg, node, scope, (struct svg_length){STR("width"), SVG_ACROSS, missing.x}),
        svg_length_of(svg, node, scope, (struct svg_length){STR("height"), SVG_DOWN, missing.y})};
}

static const char view_attributes[] =
    " x y width height viewBox preserveAspectRatio version baseProfile contentStyleType "
    "contentScriptType zoomAndPan refX refY href ";

static void draw_nested(struct svg *svg, struct svg_node *node, const struct svg_scope *scope)
{
    struct svg_scope inner = *scope;
    const struct svg_point whole = {scope->frame.width, scope->frame.height};
    svg_check_attributes(svg, node, view_attributes);
    inner.matrix = shifted(svg, node, scope);
    draw_view(svg, node, &inner, size_of(svg, node, scope, whole));
}

// SVG 1.1, 5.6: what is named is drawn as a child of the <use>; its width and height replace those
// of a symbol or an svg.
static void draw_use(struct svg *svg, struct svg_node *node, const struct svg_scope *scope)
{
    const struct svg_attribute *href = svg_attribute_find(node, STR("href"));
    struct svg_scope inner = *scope;
    svg_check_attributes(svg, node, " x y width height href ");
    if (!href) {
        svg_fault(svg, DIAG_SVG_REFERENCE, node->span, "<use> does not say what, by href=\"#id\"");
        return;
    }
    struct svg_node *target = svg_find(svg, str_trim(href->value.text), href->value.span);
    if (!target)
        return;
    if (target->drawing) {
        svg_fault(svg, DIAG_SVG_REFERENCE, href->value.span, "`%.*s` holds this copy of itself",
                  STR_ARGS(href->value.text));
        return;
    }
    inner.matrix = shifted(svg, node, scope);
    if (!is(target, "symbol") && !is(target, "svg")) {
        draw_node(svg, target, &inner);
        return;
    }
    const struct svg_point whole = {scope->frame.width, scope->frame.height};
    struct svg_style style = svg_style_of(svg, target, scope->style, scope->frame);
    struct svg_point size = size_of(svg, node, scope, size_of(svg, target, scope, whole));
    inner.style = &style;
    inner.depth++;
    svg_check_attributes(svg, target, view_attributes);
    target->drawing = true;
    if (inner.depth > SVG_DEEPEST)
        svg_spend(svg, node->span, "elements within one another");
    else if (!style.no_display)
        draw_view(svg, target, &inner, size);
    target->drawing = false;
}

// What is drawn only where something names it, and what draws nothing.
static bool is_never_drawn(struct str name)
{
    static const char *const names[] = {
        "defs", "symbol",   "linearGradient", "radialGradient", "clipPath",
        "mask", "pattern",  "marker",         "filter",         "title",
        "desc", "metadata", "style",          "solidColor",     NULL};
    return is_one_of(name, names);
}

// A shape may hold descriptions; an animation in it would draw.
static void check_shape_children(struct svg *svg, const struct svg_node *node)
{
    for (const struct svg_node *child = node->first; child && svg_work(svg, child);
         child = child->next)
        if (child->name.len > 0 && !is_never_drawn(child->name))
            svg_unsupported(svg, child->span, "the element", child->name);
}

static void draw_content(struct svg *svg, struct svg_node *node, const struct svg_scope *scope)
{
    if (svg_shape_is(node->name)) {
        check_shape_children(svg, node);
        svg_shape_draw(svg, node, scope);
    } else if (is(node, "g")) {
        svg_check_attributes(svg, node, " ");
        svg_draw_children(svg, node, scope);
    } else if (is(node, "use")) {
        draw_use(svg, node, scope);
    } else if (is(node, "text")) {
        svg_text_draw(svg, node, scope);
    } else {
        draw_nested(svg, node, scope);
    }
}

static bool is_drawn(const struct svg_node *node)
{
    static const char *const names[] = {"g", "use", "text", "svg", NULL};
    return svg_shape_is(node->name) || is_one_of(node->name, names);
}

// Draws an element whose scope has its style: into a group when it is clipped or laid over.
static void draw_styled(struct svg *svg, struct svg_node *node, const struct svg_scope *scope)
{
    const struct svg_style *style = scope->style;
    struct svg_scope inner = *scope;
    struct svg_items items = {0};
    if (style->opacity >= 1 && style->clip.len == 0) {
        draw_content(svg, node, scope);
        return;
    }
    struct grouping grouping = {NULL, (uint32_t)(style->opacity * DRAWING_OPAQUE + 0.5)};
    inner.out = &items;
    inner.groups++;
    draw_content(svg, node, &inner);
    if (style->clip.len > 0) {
        grouping.clip = svg_clip_read(svg, scope);
        if (!grouping.clip)
            return;
    }
    add_group(svg, scope, items, grouping, node->span);
}

static void draw_node(struct svg *svg, struct svg_node *node, const struct svg_scope *scope)
{
    struct svg_scope inner = *scope;
    if (!svg_work(svg, node) || node->name.len == 0 || is_never_drawn(node->name))
        return;
    if (++inner.depth > SVG_DEEPEST) {
        svg_spend(svg, node->span, "elements within one another");
        return;
    }
    if (!is_drawn(node)) {
        svg_unsupported(svg, node->span, "the element", node->name);
        return;
    }
    struct svg_style style = svg_style_of(svg, node, scope->style, scope->frame);
    inner.style = &style;
    inner.matrix = svg_transformed(svg, node, STR("transform"), scope->matrix);
    node->drawing = true;
    if (!style.no_display)
        draw_styled(svg, node, &inner);
    node->drawing = false;
}
