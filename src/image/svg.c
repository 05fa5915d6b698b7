#include "image/svg.h"

#include "base/utf8.h"
#include "image/svg_parts.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>

enum { LONGEST_MESSAGE = 200 };

// What a file holds may be long: a message says its beginning.
static struct str shortened(struct str message)
{
    size_t end = message.len < LONGEST_MESSAGE ? message.len : LONGEST_MESSAGE;
    while (end < message.len && utf8_continues(message.data[end]))
        end--;
    return str_slice(message, 0, end);
}

bool svg_fault(struct svg *svg, enum diag_code code, struct span span, const char *format, ...)
{
    svg->failed = true;
    if (svg->faults >= SVG_MOST_FAULTS)
        return false;
    struct str_builder message = str_builder_in(svg->arena);
    va_list arguments;
    va_start(arguments, format);
    str_add_list(&message, format, arguments);
    va_end(arguments);
    size_t before = svg->diags->count;
    struct str said = shortened(str_built(&message));
    diag_add(svg->diags, code, span, "%.*s%s", STR_ARGS(said), said.len < message.len ? "..." : "");
    svg->faults += svg->diags->count > before; // copies of one element have the same faults
    if (svg->faults == SVG_MOST_FAULTS)
        diag_hint(svg->diags, "the picture may have more faults: these are the first %d",
                  SVG_MOST_FAULTS);
    return false;
}

bool svg_unsupported(struct svg *svg, struct span span, const char *kind, struct str name)
{
    bool told = svg->faults < SVG_MOST_FAULTS - 1;
    svg_fault(svg, DIAG_SVG_UNSUPPORTED, span, "%s `%.*s` cannot be drawn", kind, STR_ARGS(name));
    if (told)
        diag_hint(svg->diags, "turn it into plain paths in the drawing program, or save the "
                              "picture as PNG");
    return false;
}

bool svg_spend(struct svg *svg, struct span span, const char *what)
{
    if (!svg->spent)
        svg_fault(svg, DIAG_SVG_LIMIT, span, "the SVG has more %s than can be drawn", what);
    svg->spent = true;
    return false;
}

bool svg_work(struct svg *svg, const struct svg_node *node)
{
    svg->work += 64 + node->text.text.len;
    for (size_t i = 0; i < node->count; i++)
        svg->work += node->attributes[i].name.len + node->attributes[i].value.text.len;
    return svg->work <= SVG_MOST_WORK || svg_spend(svg, node->span, "copies");
}

struct svg_node *svg_find(struct svg *svg, struct str reference, struct span span)
{
    if (reference.len < 2 || reference.data[0] != '#') {
        svg_fault(svg, DIAG_SVG_REFERENCE, span,
                  "`%.*s` is no part of this file: those are named by #id", STR_ARGS(reference));
        return NULL;
    }
    struct svg_node *node = map_find(&svg->ids, str_slice(reference, 1, reference.len));
    if (!node)
        svg_fault(svg, DIAG_SVG_REFERENCE, span, "no element has the id of `%.*s`",
                  STR_ARGS(reference));
    return node;
}

const struct color *svg_color(struct svg *svg, const uint8_t rgb[3])
{
    struct str name = str_format(svg->arena, "#%02x%02x%02x", (unsigned)rgb[0], (unsigned)rgb[1],
                                 (unsigned)rgb[2]);
    struct color *color = map_find(&svg->colors, name);
    if (color)
        return color;
    color = ARENA_NEW(svg->arena, struct color);
    color->name = name;
    for (size_t i = 0; i < 3; i++)
        color->rgb[i] = rgb[i];
    return map_add(svg->arena, &svg->colors, name, color);
}

static void add_id(struct svg *svg, struct svg_node *node)
{
    const struct svg_attribute *id = svg_attribute_find(node, STR("id"));
    if (!id)
        return;
    if (map_add(svg->arena, &svg->ids, id->value.text, node) != node)
        svg_fault(svg, DIAG_SVG_VALUE, id->value.span, "the id `%.*s` is given twice",
                  STR_ARGS(id->value.text));
}

static void add_sheet(struct svg *svg, const struct svg_node *node)
{
    const struct svg_attribute *media = svg_attribute_find(node, STR("media"));
    svg_check_attributes(svg, node, " type media title ");
    if (media && !str_equal(media->value.text, STR("all")) &&
        !str_equal(media->value.text, STR("print")))
        svg_unsupported(svg, media->span, "in a style sheet the medium", media->value.text);
    svg_sheet_add(svg, &node->text);
}

// What may be named from anywhere: ids and style sheets. The tree is walked without recursion.
static void collect(struct svg *svg)
{
    for (struct svg_node *node = svg->root; node;) {
        add_id(svg, node);
        if (str_equal(node->name, STR("style")))
            add_sheet(svg, node);
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node && !node->next)
            node = node->parent;
        node = node ? node->next : NULL;
    }
}

// A size in px, NAN where it is missing or a percentage of what is not known.
static double natural_side(struct svg *svg, struct str name, enum svg_axis axis)
{
    const struct svg_attribute *attribute = svg_attribute_find(svg->root, name);
    struct svg_scope scope = {.frame = {.font_size = 16}};
    if (!attribute || str_ends_with(str_trim(attribute->value.text), STR("%")) ||
        str_equal(str_trim(attribute->value.text), STR("auto")))
        return (double)NAN;
    double side =
        svg_length_of(svg, svg->root, &scope, (struct svg_length){name, axis, (double)NAN});
    if (side <= 0)
        svg_fault(svg, DIAG_SVG_VALUE, attribute->value.span, "the %.*s is not above 0",
                  STR_ARGS(name));
    return side;
}

// SVG 2, 8.3: what is missing follows from the viewBox.
static bool natural_size(struct svg *svg, const struct svg_view *view, struct svg_point *out)
{
    double width = natural_side(svg, STR("width"), SVG_ACROSS);
    double height = natural_side(svg, STR("height"), SVG_DOWN);
    if (view->given && isnan(width))
        width = isnan(height) ? view->width : height * view->width / view->height;
    if (view->given && isnan(height))
        height = width * view->height / view->width;
    *out = (struct svg_point){width, height};
    if (svg->failed)
        return false;
    if (isnan(width) || isnan(height)) {
        svg_fault(svg, DIAG_SVG_VALUE, svg->root->span, "the picture does not say how large it is");
        diag_hint(svg->diags, "give <svg> a viewBox, or a width and a height");
        return false;
    }
    const double most = 24000, ratio = 1000; // px: 250 inches; the shorter side needs steps too
    if (fmax(width, height) > most || fmax(width, height) > ratio * fmin(width, height))
        return svg_fault(svg, DIAG_SVG_LIMIT, svg->root->span,
                         "the picture is larger than 250 inches, or a thousand times as long as "
                         "wide");
    return true;
}

// A size in px as points; never none.
static length points_of(double px)
{
    return (length)fmax(1, floor(px * 0.75 * LENGTH_ONE_PT + 0.5));
}

static void draw_root(struct svg *svg, const struct svg_view *view, struct svg_point size,
                      struct drawing *drawing)
{
    const struct svg_style initial = svg_style_initial();
    struct svg_frame frame = {view->given ? view->width : size.x,
                              view->given ? view->height : size.y, 16};
    struct svg_style style = svg_style_of(svg, svg->root, &initial, frame);
    struct svg_items items = {0};
    double scale = DRAWING_SIDE / fmax(size.x, size.y);
    struct svg_matrix unit = {scale, 0, 0, scale, 0, 0};
    struct svg_scope scope = {
        .matrix = svg_matrix_multiply(unit, svg_view_fit(svg, svg->root, view, size)),
        .frame = frame,
        .style = &style,
        .out = &items,
        .depth = 1,
    };
    svg_check_attributes(svg, svg->root,
                         " x y width height viewBox preserveAspectRatio version baseProfile "
                         "contentStyleType contentScriptType zoomAndPan ");
    if (style.opacity < 1 || style.clip.len > 0 || svg_attribute_find(svg->root, STR("transform")))
        svg_unsupported(svg, svg->root->span, "opacity, clip-path or transform on the outermost",
                        STR("svg"));
    svg->root->drawing = true;
    if (!style.no_display)
        svg_draw_children(svg, svg->root, &scope);
    drawing->items = items.items;
    drawing->count = items.count;
    drawing->width = (length)floor(size.x * scale + 0.5);
    drawing->height = (length)floor(size.y * scale + 0.5);
    drawing->natural_width = points_of(size.x);
    drawing->natural_height = points_of(size.y);
}

static void draw(struct svg *svg, struct drawing *drawing)
{
    struct svg_view view;
    struct svg_point size;
    collect(svg);
    if (svg_view_read(svg, svg->root, &view) && natural_size(svg, &view, &size))
        draw_root(svg, &view, size, drawing);
}

bool svg_read(struct arena *arena, const struct svg_job *job, struct diags *diags,
              const struct drawing **out)
{
    struct arena scratch;
    struct svg svg = {.arena = arena, .scratch = &scratch, .diags = diags};
    struct drawing *drawing = ARENA_NEW(arena, struct drawing);
    assert(job->bytes.len <= INT32_MAX);
    svg.source = sources_add(job->sources, job->path, job->bytes);
    if (!svg_xml_read(arena, svg.source, diags, &svg.root))
        return false;
    arena_init(&scratch);
    draw(&svg, drawing);
    arena_release(&scratch);
    *out = drawing;
    return !svg.failed;
}
