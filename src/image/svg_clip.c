// clipPath → one outline (SVG 1.1, 14.3).
//
// The shapes of a clip path are united. One outline says that exactly where the shapes lie apart,
// or are all simple and run the same way round; other clip paths are errors.
#include "image/svg_parts.h"

struct clip {
    struct svg_outline all; // in the drawing's space
    struct svg_box box;
    size_t shapes;
    bool even_odd;
    bool simple; // each goes once round, in the same direction
};

static bool overlap(struct svg_box a, struct svg_box b)
{
    return a.from.x < b.to.x && b.from.x < a.to.x && a.from.y < b.to.y && b.from.y < a.to.y;
}

static struct svg_box joined(struct svg_box a, struct svg_box b)
{
    if (b.from.x < a.from.x)
        a.from.x = b.from.x;
    if (b.from.y < a.from.y)
        a.from.y = b.from.y;
    if (b.to.x > a.to.x)
        a.to.x = b.to.x;
    if (b.to.y > a.to.y)
        a.to.y = b.to.y;
    return a;
}

// A mirrored outline runs the other way: its steps are kept, so it counts as not simple.
static bool is_simple(const struct svg_node *node, struct svg_matrix matrix)
{
    bool round = str_equal(node->name, STR("rect")) || str_equal(node->name, STR("circle")) ||
                 str_equal(node->name, STR("ellipse"));
    return round && matrix.a * matrix.d - matrix.b * matrix.c > 0;
}

static void add_outline(struct svg *svg, struct clip *clip, const struct svg_outline *outline,
                        struct svg_matrix matrix)
{
    for (size_t i = 0; i < outline->count; i++) {
        struct svg_step *step = VEC_PUSH(svg->scratch, &clip->all);
        *step = outline->items[i];
        for (size_t j = 0; j < 3; j++)
            step->points[j] = svg_matrix_apply(matrix, step->points[j]);
    }
}

static bool add_shape(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope,
                      struct clip *clip)
{
    struct svg_outline outline = {.arena = svg->scratch}, placed = {.arena = svg->scratch};
    struct clip one = {.all = placed};
    svg_shape_outline(svg, node, scope, &outline);
    if (outline.count == 0 || scope->style->no_display || scope->style->hidden)
        return true;
    add_outline(svg, &one, &outline, scope->matrix);
    struct svg_box box = svg_outline_box(&one.all);
    bool simple = is_simple(node, scope->matrix), even_odd = scope->style->clip_even_odd;
    if (clip->shapes > 0 && (overlap(clip->box, box) || even_odd != clip->even_odd) &&
        !(simple && clip->simple))
        return svg_unsupported(svg, node->span, "in a clipPath, over another shape, the element",
                               node->name);
    clip->box = clip->shapes > 0 ? joined(clip->box, box) : box;
    clip->simple = simple && (clip->simple || clip->shapes == 0);
    clip->even_odd = clip->simple ? false : even_odd;
    clip->shapes++;
    add_outline(svg, clip, &one.all, SVG_IDENTITY);
    return true;
}

// A <use> in a clip path names a shape directly (14.3.5).
static bool add_use(struct svg *svg, const struct svg_node *node, struct svg_scope scope,
                    struct clip *clip)
{
    const struct svg_attribute *href = svg_attribute_find(node, STR("href"));
    struct svg_matrix shift = SVG_IDENTITY;
    shift.e = svg_length_of(svg, node, &scope, (struct svg_length){STR("x"), SVG_ACROSS, 0});
    shift.f = svg_length_of(svg, node, &scope, (struct svg_length){STR("y"), SVG_DOWN, 0});
    struct svg_node *target =
        href ? svg_find(svg, str_trim(href->value.text), href->value.span) : NULL;
    if (!target || !svg_work(svg, target))
        return href == NULL;
    svg_check_attributes(svg, node, " x y width height href ");
    if (!svg_shape_is(target->name))
        return svg_unsupported(svg, href->value.span, "in a clipPath the element", target->name);
    struct svg_style style = svg_style_of(svg, target, scope.style, scope.frame);
    scope.style = &style;
    scope.matrix =
        svg_transformed(svg, target, STR("transform"), svg_matrix_multiply(scope.matrix, shift));
    return add_shape(svg, target, &scope, clip);
}

static bool add_child(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope,
                      struct clip *clip)
{
    static const struct str silent[] = {STR_INIT("title"), STR_INIT("desc"), STR_INIT("metadata")};
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++)
        if (str_equal(node->name, silent[i]))
            return true;
    struct svg_style style = svg_style_of(svg, node, scope->style, scope->frame);
    struct svg_scope inner = *scope;
    inner.style = &style;
    inner.matrix = svg_transformed(svg, node, STR("transform"), scope->matrix);
    if (style.clip.len > 0)
        return svg_unsupported(svg, node->span, "in a clipPath the property", STR("clip-path"));
    if (str_equal(node->name, STR("use")))
        return add_use(svg, node, inner, clip);
    if (!svg_shape_is(node->name))
        return svg_unsupported(svg, node->span, "in a clipPath the element", node->name);
    return add_shape(svg, node, &inner, clip);
}

// An empty clip path leaves nothing (14.3.5).
static const struct path_outline *finish(struct svg *svg, struct clip *clip, struct span span)
{
    struct path_outline *out = ARENA_NEW(svg->arena, struct path_outline);
    if (clip->all.count == 0)
        svg_outline_move(&clip->all, (struct svg_point){0, 0});
    if (!svg_place(svg, &clip->all, SVG_IDENTITY, span, out))
        return NULL;
    out->even_odd = clip->even_odd;
    return out;
}

static bool check_clip_path(struct svg *svg, const struct svg_node *node)
{
    const struct svg_attribute *units = svg_attribute_find(node, STR("clipPathUnits"));
    svg_check_attributes(svg, node, " clipPathUnits ");
    if (!str_equal(node->name, STR("clipPath")))
        return svg_unsupported(svg, node->span, "as a clip path the element", node->name);
    if (units && !str_equal(str_trim(units->value.text), STR("userSpaceOnUse")))
        return svg_unsupported(svg, units->span, "for clipPathUnits the value", units->value.text);
    return true;
}

const struct path_outline *svg_clip_read(struct svg *svg, const struct svg_scope *scope)
{
    const struct svg_node *node = svg_find(svg, scope->style->clip, scope->style->clip_span);
    if (!node || !check_clip_path(svg, node))
        return NULL;
    const struct svg_style initial = svg_style_initial();
    struct svg_style style = svg_style_of(svg, node, &initial, scope->frame);
    struct svg_scope inner = *scope;
    struct clip clip = {.all = {.arena = svg->scratch}};
    inner.style = &style;
    inner.matrix = svg_transformed(svg, node, STR("transform"), scope->matrix);
    if (style.clip.len > 0) {
        svg_unsupported(svg, style.clip_span, "on a clipPath the property", STR("clip-path"));
        return NULL;
    }
    struct arena_mark mark = arena_mark(svg->scratch);
    bool good = true;
    for (const struct svg_node *child = node->first; good && child; child = child->next)
        good = svg_work(svg, child) && add_child(svg, child, &inner, &clip);
    const struct path_outline *out = good ? finish(svg, &clip, node->span) : NULL;
    arena_rewind(svg->scratch, mark);
    return out;
}
