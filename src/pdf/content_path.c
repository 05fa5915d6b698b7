#include "pdf/content_parts.h"

#include "pdf/operators.h"

static void add_points(struct content *content, const struct path_step *step, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        content_add_operand(content, pdf_thousandths(step->points[i].x));
        content_add_operand(content, pdf_thousandths(content->page_height - step->points[i].y));
    }
}

static void add_step(struct content *content, const struct path_step *step)
{
    switch (step->kind) {
    case PATH_MOVE:
        add_points(content, step, 1);
        str_add(&content->out, STR("m\n"));
        break;
    case PATH_LINE:
        add_points(content, step, 1);
        str_add(&content->out, STR("l\n"));
        break;
    case PATH_CURVE:
        add_points(content, step, 3);
        str_add(&content->out, STR("c\n"));
        break;
    case PATH_CLOSE: str_add(&content->out, STR("h\n")); break;
    }
}

static void set_line_width(struct content *content, int64_t width)
{
    if (content->paint.line_width == width)
        return;
    content_add_operand(content, width);
    str_add(&content->out, STR("w\n"));
    content->paint.line_width = width;
}

static void add_rectangle(struct content *content, struct point from, struct point to)
{
    int64_t left = pdf_thousandths(from.x), right = pdf_thousandths(to.x);
    int64_t first = pdf_thousandths(content->page_height - from.y);
    int64_t second = pdf_thousandths(content->page_height - to.y);
    content_add_operand(content, left);
    content_add_operand(content, first);
    content_add_operand(content, right - left);
    content_add_operand(content, second - first);
    str_add(&content->out, STR("re\n"));
}

void content_add_steps(struct content *content, const struct path_step *steps, size_t count)
{
    if (path_is_rectangle(steps, count)) {
        add_rectangle(content, steps[0].points[0], steps[2].points[0]);
        return;
    }
    for (size_t i = 0; i < count; i++)
        add_step(content, &steps[i]);
}

void content_set_alpha(struct content *content, uint32_t fill, uint32_t stroke)
{
    struct paint_state *paint = &content->paint;
    if (paint->fill_alpha == fill && paint->stroke_alpha == stroke)
        return;
    str_addf(&content->out, "/A%u gs\n", (unsigned)paints_alpha(content->paints, fill, stroke));
    paint->fill_alpha = fill;
    paint->stroke_alpha = stroke;
    content->transparent = true;
}

// 8.7.3.1: where the trim's top left corner stands in the space in which a pattern is placed, that
// of the form, or of the page before anything moved it.
static struct point trim_corner(const struct content *content)
{
    const struct page *page = content->page;
    length around = content->forms == &content->page_forms ? page->around : 0;
    return (struct point){around, page->height + around};
}

static void set_paint(struct content *content, const struct paint *paint, bool stroke)
{
    switch (paint->kind) {
    case PAINT_NONE: break;
    case PAINT_SOLID: content_set_color(content, paint->color, stroke); break;
    case PAINT_GRADIENT:
        str_addf(&content->out, stroke ? "/Pattern CS/P%u SCN\n" : "/Pattern cs/P%u scn\n",
                 (unsigned)paints_gradient(content->paints, paint->gradient, trim_corner(content)));
        *(stroke ? &content->paint.stroke : &content->paint.fill) = UNKNOWN_COLOR;
        break;
    }
}

static void set_dashes(struct content *content, const struct stroke *stroke)
{
    if (stroke->dash_count == 0 && !content->paint.dashed)
        return;
    str_add_byte(&content->out, '[');
    for (size_t i = 0; i < stroke->dash_count; i++)
        content_add_operand(content, pdf_thousandths(stroke->dashes[i]));
    str_add(&content->out, STR("] "));
    content_add_operand(content, pdf_thousandths(stroke->dash_phase));
    str_add(&content->out, STR("d\n"));
    content->paint.dashed = stroke->dash_count > 0;
}

// The numbers of caps and joins are those of 8.4.3.3 and 8.4.3.4.
static void set_stroke(struct content *content, const struct stroke *stroke)
{
    struct paint_state *paint = &content->paint;
    int64_t width = pdf_thousandths(stroke->width);
    set_line_width(content, width > 0 ? width : 1); // 0 is "as thin as the device can"
    if (paint->cap != stroke->cap)
        str_addf(&content->out, "%d J\n", (int)stroke->cap);
    if (paint->join != stroke->join)
        str_addf(&content->out, "%d j\n", (int)stroke->join);
    if (stroke->join == JOIN_MITER && paint->miter_limit != stroke->miter_limit) {
        content_add_operand(content, stroke->miter_limit);
        str_add(&content->out, STR("M\n"));
        paint->miter_limit = stroke->miter_limit;
    }
    paint->cap = stroke->cap;
    paint->join = stroke->join;
    set_dashes(content, stroke);
}

static void add_look_path(struct content *content, const struct item_path *path)
{
    if (path->look->stroke.dash_count == 0) {
        content_add_steps(content, path->steps, path->count);
        return;
    }
    for (size_t i = 0; i < path->count; i++) // a rectangle's dashes begin at its own corner
        add_step(content, &path->steps[i]);
}

static bool is_masked(const struct paint *paint)
{
    return paint->kind == PAINT_GRADIENT && paint->gradient->translucent;
}

struct painting {
    const struct paint *paint;
    const struct stroke *stroke; // NULL: a fill
    struct str operator;
};

// Paints a path once: through a mask where the paint has alphas of its own.
static void paint_path(struct content *content, const struct item_path *path,
                       struct painting painting)
{
    struct saved_state saved = content_save(content);
    bool masked = is_masked(painting.paint);
    if (masked) {
        str_addf(&content->out, "q\n/M%u gs\n",
                 (unsigned)paints_mask(content->paints, painting.paint->gradient, content->page));
        content->transparent = true;
    }
    set_paint(content, painting.paint, painting.stroke != NULL);
    if (painting.stroke)
        set_stroke(content, painting.stroke);
    add_look_path(content, path);
    str_add(&content->out, painting.operator);
    if (masked) {
        str_add(&content->out, STR("Q\n"));
        content_restore(content, &saved);
    }
}

// Filled and stroked at once where both are opaque: a transparent stroke lies over the fill, which
// one operator for both would knock out (11.7.4.4).
static void draw_look(struct content *content, const struct item_path *path)
{
    const struct path_look *look = path->look;
    const struct stroke *stroke = &look->stroke;
    bool fills = look->fill.kind != PAINT_NONE, strokes = stroke->paint.kind != PAINT_NONE;
    bool opaque = look->fill.alpha == DRAWING_OPAQUE && stroke->paint.alpha == DRAWING_OPAQUE;
    bool masked = is_masked(&look->fill) || is_masked(&stroke->paint);
    bool once = fills && strokes && opaque && !masked;
    if (fills || strokes)
        content_set_alpha(content, fills ? look->fill.alpha : DRAWING_OPAQUE,
                          strokes ? stroke->paint.alpha : DRAWING_OPAQUE);
    if (once) {
        set_paint(content, &look->fill, false);
        paint_path(
            content, path,
            (struct painting){&stroke->paint, stroke, look->even_odd ? STR("B*\n") : STR("B\n")});
        return;
    }
    if (fills)
        paint_path(content, path,
                   (struct painting){&look->fill, NULL, look->even_odd ? STR("f*\n") : STR("f\n")});
    if (strokes)
        paint_path(content, path, (struct painting){&stroke->paint, stroke, STR("S\n")});
}

void content_draw_path(struct content *content, const struct page_item *item)
{
    const struct item_path *path = &item->as.path;
    bool stroke = path->stroke_width > 0;
    if (path->look) {
        content_close_text(content);
        content_open_mark(content, item);
        draw_look(content, path);
        return;
    }
    content_close_text(content);
    content_open_mark(content, item);
    content_set_color(content, item->color, stroke);
    if (stroke)
        set_line_width(content, pdf_thousandths(path->stroke_width));
    content_add_steps(content, path->steps, path->count);
    str_add(&content->out, stroke ? STR("S\n") : STR("f\n"));
}
