// <text> and <tspan> → texts of the drawing (SVG 1.1, 10): runs on a line that hangs on an anchor.
//
// Positions for single characters, text on paths, outlined and gradient text are errors. White
// space is folded as CSS and SVG 2 do: any amount is one space, none at a line's ends.
#include "image/svg_parts.h"

#include "base/utf8.h"

struct chunk {
    struct svg_point at; // in user space
    enum text_anchor anchor;
    struct str language;
    struct drawing_run *items;
    size_t count;
    size_t capacity;
};

struct texting {
    struct svg *svg;
    struct svg_scope scope; // of the <text>
    double scale;           // of its map
    struct chunk *items;    // the chunks
    size_t count;
    size_t capacity;
    double dx, dy; // that wait for the next run
    bool space;    // a space waits for the next letter
    bool begun;    // the chunk has a letter
};

// A position's attribute; several numbers would place characters one by one.
static bool read_position(struct texting *texting, const struct svg_node *node, const char *name,
                          enum svg_axis axis, double *out)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, str_from(name));
    if (!attribute)
        return false;
    struct svg_scan scan = {str_trim(attribute->value.text), 0};
    if (!svg_scan_length(&scan, &texting->scope.frame, axis, out)) {
        svg_fault(texting->svg, DIAG_SVG_VALUE, attribute->value.span, "`%.*s` is no value of %s",
                  STR_ARGS(attribute->value.text), name);
        return false;
    }
    svg_scan_comma(&scan);
    if (!svg_scan_ended(&scan))
        svg_unsupported(texting->svg, attribute->span, "letters placed one by one, by",
                        attribute->name);
    return true;
}

static struct chunk *add_chunk(struct texting *texting, struct svg_point at,
                               const struct svg_style *style)
{
    struct chunk *chunk = VEC_PUSH(texting->svg->arena, texting);
    chunk->at = at;
    chunk->anchor = style->anchor;
    chunk->language = style->language;
    texting->space = texting->begun = false;
    return chunk;
}

// x and y begin a chunk; what is not said goes on from the chunk before, which only <text> may.
static void begin_element(struct texting *texting, const struct svg_node *node,
                          const struct svg_style *style)
{
    bool first = texting->count == 0;
    struct svg_point at = first ? (struct svg_point){0, 0} : texting->items[texting->count - 1].at;
    bool has_x = read_position(texting, node, "x", SVG_ACROSS, &at.x);
    bool has_y = read_position(texting, node, "y", SVG_DOWN, &at.y);
    double dx = 0, dy = 0;
    if (!first && has_y && !has_x && texting->begun)
        svg_unsupported(texting->svg, node->span, "a new line without x in", STR("tspan"));
    if (first || has_x || has_y) {
        texting->dx = texting->dy = 0;
        add_chunk(texting, at, style);
    }
    read_position(texting, node, "dx", SVG_ACROSS, &dx);
    read_position(texting, node, "dy", SVG_DOWN, &dy);
    texting->dx += dx;
    texting->dy += dy;
    svg_check_attributes(texting->svg, node, " x y dx dy ");
}

// Any white space is one space, before the next letter.
static struct str fold_space(struct texting *texting, struct str text)
{
    struct str_builder out = str_builder_in(texting->svg->arena);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            texting->space = texting->begun;
            continue;
        }
        if (texting->space)
            str_add_byte(&out, ' ');
        texting->space = false;
        texting->begun = true;
        str_add_byte(&out, c);
    }
    return str_built(&out);
}

static struct paint text_paint(struct texting *texting, const struct svg_style *style,
                               struct span span)
{
    struct svg *svg = texting->svg;
    struct svg_scope scope = texting->scope;
    scope.style = style;
    if (style->fill.kind == SVG_PAINT_REFERENCE)
        svg_unsupported(svg, style->fill.span, "on text the paint", style->fill.reference);
    else if (style->stroke.kind != SVG_PAINT_NONE && style->stroke_width > 0 &&
             style->stroke_opacity > 0)
        svg_unsupported(svg, span, "on text the property", STR("stroke"));
    else if (!style->hidden)
        return svg_paint_resolve(svg, &style->fill, style->fill_opacity, &scope, NULL);
    return (struct paint){0};
}

// Hidden text still takes its place: it keeps its paint of none.
static void add_run(struct texting *texting, const struct svg_node *node,
                    const struct svg_style *style)
{
    struct svg *svg = texting->svg;
    struct str text = fold_space(texting, node->text.text);
    struct drawing_run run = {
        .text = text,
        .family = style->family,
        .weight = style->weight,
        .italic = style->italic,
        .span = node->span,
    };
    if (text.len == 0)
        return;
    run.paint = text_paint(texting, style, node->span);
    if (!svg_place_length(svg, style->font_size * texting->scale, node->span, &run.size) ||
        !svg_place_length(svg, texting->dx * texting->scale, node->span, &run.dx) ||
        !svg_place_length(svg, texting->dy * texting->scale, node->span, &run.dy))
        return;
    texting->dx = texting->dy = 0;
    if (++svg->items > SVG_MOST_ITEMS)
        svg_spend(svg, node->span, "items");
    else if (run.size > 0)
        *VEC_PUSH(svg->arena, &texting->items[texting->count - 1]) = run;
}

static bool draws_nothing(struct str name)
{
    return str_equal(name, STR("title")) || str_equal(name, STR("desc")) ||
           str_equal(name, STR("metadata"));
}

// Depth is that of the elements of the file, which its reader bounds.
static void add_content(struct texting *texting, const struct svg_node *node,
                        const struct svg_style *style)
{
    begin_element(texting, node, style);
    for (const struct svg_node *child = node->first; child && svg_work(texting->svg, child);
         child = child->next) {
        if (child->name.len == 0) {
            add_run(texting, child, style);
        } else if (str_equal(child->name, STR("tspan"))) {
            struct svg_style own = svg_style_of(texting->svg, child, style, texting->scope.frame);
            if (own.opacity < 1 || own.clip.len > 0)
                svg_unsupported(texting->svg, child->span, "opacity or clip-path on", child->name);
            if (!own.no_display)
                add_content(texting, child, &own);
        } else if (!draws_nothing(child->name)) {
            svg_unsupported(texting->svg, child->span, "in text the element", child->name);
        }
    }
}

static bool is_plain(const struct affine *placement)
{
    return placement->a == LENGTH_ONE_PT && placement->d == LENGTH_ONE_PT && placement->b == 0 &&
           placement->c == 0;
}

static void emit_chunk(struct texting *texting, const struct chunk *chunk,
                       const struct svg_scope *scope, struct svg_matrix map, struct span span)
{
    struct svg *svg = texting->svg;
    struct point at;
    if (chunk->count == 0 || !svg_place_point(svg, svg_matrix_apply(map, chunk->at), span, &at))
        return;
    struct drawing_item *item = svg_item_add(svg, scope, DRAWING_TEXT, span);
    if (item)
        item->as.text =
            (struct drawing_text){at, chunk->anchor, chunk->language, chunk->items, chunk->count};
}

// Turned and skewed text stands in a group that has the map.
static void emit_chunks(struct texting *texting, struct span span)
{
    struct svg_scope scope = texting->scope;
    struct svg_items items = {0};
    struct svg_placement placement = {.origin = texting->items[0].at};
    if (!svg_placement_make(texting->svg, scope.matrix, span, &placement))
        return;
    struct svg_matrix map = placement.inner;
    bool plain = is_plain(placement.outer);
    if (plain) {
        map.e = scope.matrix.e, map.f = scope.matrix.f;
    } else {
        scope.out = &items;
        scope.groups++;
    }
    for (size_t i = 0; i < texting->count; i++)
        emit_chunk(texting, &texting->items[i], &scope, map, span);
    if (plain || items.count == 0)
        return;
    struct drawing_item *group = svg_item_add(texting->svg, &texting->scope, DRAWING_GROUP, span);
    if (group)
        group->as.group = (struct drawing_group){.items = items.items,
                                                 .count = items.count,
                                                 .placement = placement.outer,
                                                 .alpha = DRAWING_OPAQUE};
}

void svg_text_draw(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope)
{
    struct texting texting = {
        .svg = svg, .scope = *scope, .scale = svg_matrix_scale(scope->matrix)};
    add_content(&texting, node, scope->style);
    emit_chunks(&texting, node->span);
}
