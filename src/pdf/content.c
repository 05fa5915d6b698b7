#include "pdf/content.h"

#include "pdf/operators.h"

#include <assert.h>
#include <stdlib.h>

enum {
    FAR = 10000, // thousandths of an em: a longer way is a new line's start
    SLACK = 1    // thousandths of an em that the pen may be wrong before it is corrected
};

struct mark_state {
    bool open;
    bool in_text;           // opened between BT and ET, so it must be closed there
    enum artifact artifact; // ARTIFACT_NONE: content of `tag`
    tag_id tag;
};

// What the operators written so far have set; distances in thousandths of a point.
struct text_state {
    bool open;
    bool placed;            // a line has been started since BT
    int64_t line_x, line_y; // its start
    int64_t pen;            // from there, in thousandths of the em
    int64_t rise;
};

struct font_state {
    bool set;
    uint32_t resource;
    int64_t size;
};

#define UNKNOWN UINT32_MAX // so that what comes next is written

struct paint_state {
    uint32_t fill, stroke; // 0xRRGGBB
    uint32_t fill_alpha, stroke_alpha;
    uint32_t cap, join, miter_limit;
    int64_t line_width; // -1: unknown
    bool dashed;
};

struct content {
    struct arena *arena;
    const struct fonts *fonts;
    struct tags *tags;
    struct paints *paints;
    const struct page *page;
    size_t next_variant;       // in fonts->variants
    size_t held;               // groups that are open: their mark holds all that is in them
    struct str_builder *forms; // entries in /XObject of those drawn here
    struct str_builder page_forms;
    bool transparent; // the page needs a blending space
    struct str_builder out;
    struct str_builder run; // the strings and adjustments of a TJ that is not yet written
    bool string_open;       // in `run`
    bool adjusted;          // `run` has more than one string
    int64_t page_height;    // as a length
    struct mark_state mark;
    struct text_state text;
    struct font_state font;
    struct paint_state paint;
};

struct content *content_open(struct arena *arena, const struct fonts *fonts, struct tags *tags,
                             struct paints *paints)
{
    struct content *content = ARENA_NEW(arena, struct content);
    content->arena = arena;
    content->fonts = fonts;
    content->tags = tags;
    content->paints = paints;
    content->page_forms = str_builder_in(arena);
    content->out = str_builder_in(arena);
    content->run = str_builder_in(arena);
    return content;
}

static void add_operand(struct content *content, int64_t thousandths)
{
    pdf_add_number(&content->out, thousandths);
    str_add_byte(&content->out, ' ');
}

static void close_string(struct content *content)
{
    if (content->string_open)
        str_add_byte(&content->run, ')');
    content->string_open = false;
}

// Writes the glyphs that wait.
static void flush_run(struct content *content)
{
    close_string(content);
    if (content->run.len > 0) {
        if (content->adjusted)
            str_add_byte(&content->out, '[');
        str_add(&content->out, str_built(&content->run));
        str_add(&content->out, content->adjusted ? STR("]TJ\n") : STR("Tj\n"));
    }
    content->run.len = 0;
    content->adjusted = false;
}

static void close_mark(struct content *content)
{
    flush_run(content);
    if (content->held > 0)
        return;
    if (content->mark.open)
        str_add(&content->out, STR("EMC\n"));
    content->mark.open = false;
}

static void close_text(struct content *content)
{
    flush_run(content);
    if (!content->text.open)
        return;
    if (content->mark.open && content->mark.in_text)
        close_mark(content);
    str_add(&content->out, STR("ET\n"));
    content->text.open = false;
}

static void open_text(struct content *content)
{
    if (content->text.open)
        return;
    close_mark(content);
    str_add(&content->out, STR("BT\n"));
    content->text.open = true;
    content->text.placed = false;
}

static const char *artifact_entries(enum artifact artifact)
{
    switch (artifact) {
    case ARTIFACT_LAYOUT: return "/Type/Layout";
    case ARTIFACT_HEADER: return "/Type/Pagination/Subtype/Header/Attached[/Top]";
    case ARTIFACT_FOOTER: return "/Type/Pagination/Subtype/Footer/Attached[/Bottom]";
    case ARTIFACT_BACKGROUND: return "/Type/Background";
    case ARTIFACT_NONE: break; // content: open_mark asks for artifacts only
    }
    abort();
}

// Left, bottom, right, top of a box in the page's coordinates.
static void corners_of(const struct content *content, struct box box, int64_t corners[4])
{
    corners[0] = pdf_thousandths(box.x);
    corners[1] = pdf_thousandths(content->page_height - box.y - box.height);
    corners[2] = pdf_thousandths((int64_t)box.x + box.width);
    corners[3] = pdf_thousandths(content->page_height - box.y);
}

static void add_artifact(struct content *content, const struct page_item *item)
{
    str_addf(&content->out, "/Artifact<<%s", artifact_entries(item->artifact));
    if (item->artifact == ARTIFACT_BACKGROUND) { // 14.8.2.2.2: a background says its box
        int64_t corners[4];
        corners_of(content, item->box, corners);
        str_add(&content->out, STR("/BBox"));
        pdf_add_rectangle(&content->out, corners);
    }
    str_add(&content->out, STR(">>BDC\n"));
}

static bool mark_fits(const struct mark_state *mark, const struct page_item *item)
{
    return mark->open && mark->artifact == item->artifact && mark->tag == item->tag &&
           item->artifact != ARTIFACT_BACKGROUND;
}

// Opens the marked content that an item belongs to, unless it is open.
static void open_mark(struct content *content, const struct page_item *item)
{
    if (content->held > 0 || mark_fits(&content->mark, item))
        return;
    close_mark(content);
    if (item->artifact == ARTIFACT_NONE) {
        pdf_add_name(&content->out, tags_type_of_leaf(content->tags, item->tag));
        str_addf(&content->out, "<</MCID %u>>BDC\n",
                 (unsigned)tags_add_mark(content->tags, item->tag));
    } else {
        assert(item->tag == TAG_NONE);
        add_artifact(content, item);
    }
    content->mark = (struct mark_state){true, content->text.open, item->artifact, item->tag};
}

static void add_color(struct content *content, uint32_t rgb, bool stroke)
{
    uint32_t parts[3] = {rgb >> 16, rgb >> 8 & 255, rgb & 255};
    bool gray = parts[0] == parts[1] && parts[1] == parts[2];
    for (size_t i = 0; i < (gray ? 1 : 3); i++)
        add_operand(content, (parts[i] * 1000 + 127) / 255);
    str_add(&content->out, str_from(stroke ? gray ? "G\n" : "RG\n" : gray ? "g\n" : "rg\n"));
}

static void set_color(struct content *content, const struct color *color, bool stroke)
{
    assert(color);
    uint32_t rgb = (uint32_t)color->rgb[0] << 16 | (uint32_t)color->rgb[1] << 8 | color->rgb[2];
    uint32_t *now = stroke ? &content->paint.stroke : &content->paint.fill;
    if (*now == rgb)
        return;
    flush_run(content);
    add_color(content, rgb, stroke);
    *now = rgb;
}

static void set_font(struct content *content, uint32_t resource, int64_t size)
{
    struct font_state *font = &content->font;
    if (font->set && font->resource == resource && font->size == size)
        return;
    flush_run(content);
    str_addf(&content->out, "/F%u ", (unsigned)resource);
    add_operand(content, size);
    str_add(&content->out, STR("Tf\n"));
    *font = (struct font_state){true, resource, size};
}

static void set_rise(struct content *content, int64_t rise)
{
    if (content->text.rise == rise)
        return;
    flush_run(content);
    add_operand(content, rise);
    str_add(&content->out, STR("Ts\n"));
    content->text.rise = rise;
}

static void start_line(struct content *content, int64_t x, int64_t y)
{
    struct text_state *text = &content->text;
    flush_run(content);
    add_operand(content, x - (text->placed ? text->line_x : 0));
    add_operand(content, y - (text->placed ? text->line_y : 0));
    str_add(&content->out, STR("Td\n"));
    text->placed = true;
    text->line_x = x;
    text->line_y = y;
    text->pen = 0;
}

// Returns by how many thousandths of an em the pen stands too far right of `x` (a length).
// All in 1/65536 of a millionth of a point, so that nothing is rounded before the end.
static int64_t pen_error(const struct content *content, int64_t x)
{
    const struct text_state *text = &content->text;
    int64_t thousandth = content->font.size * LENGTH_ONE_PT;
    int64_t wanted = (x * 1000 - text->line_x * LENGTH_ONE_PT) * 1000;
    int64_t error = text->pen * thousandth - wanted;
    if (error <= thousandth * SLACK && error >= -thousandth * SLACK)
        return 0;
    return (error + (error < 0 ? -thousandth : thousandth) / 2) / thousandth;
}

static void move_pen(struct content *content, int64_t error)
{
    if (error == 0)
        return;
    close_string(content);
    str_add_int(&content->run, error);
    content->adjusted = true;
    content->text.pen -= error;
}

static void show_code(struct content *content, const struct glyph_use *use)
{
    if (!content->string_open)
        str_add_byte(&content->run, '(');
    content->string_open = true;
    pdf_add_string_byte(&content->run, (uint8_t)(use->code >> 8));
    pdf_add_string_byte(&content->run, (uint8_t)(use->code & 0xFF));
    content->text.pen += use->width;
}

static void show_glyph(struct content *content, const struct font_use *use, int64_t size,
                       const struct glyph *glyph, int64_t x)
{
    uint32_t variant = content->fonts->variants[content->next_variant++];
    set_font(content, use->items[variant].resource, size);
    set_rise(content, pdf_thousandths(glyph->y_offset));
    move_pen(content, pen_error(content, x + glyph->x_offset));
    show_code(content, &use->glyphs[glyph->id]);
}

// Whether an item goes on along the line that is open.
static bool line_goes_on(const struct content *content, const struct item_glyphs *item,
                         int64_t size, int64_t y)
{
    const struct text_state *text = &content->text;
    if (!text->placed || text->line_y != y || content->font.size != size)
        return false;
    int64_t error = pen_error(content, item->origin.x);
    return error < FAR && error > -FAR;
}

static void show_glyphs(struct content *content, const struct page_item *item)
{
    const struct item_glyphs *glyphs = &item->as.glyphs;
    const struct font_use *use = fonts_find(content->fonts, glyphs->font);
    int64_t size = pdf_thousandths(glyphs->size);
    int64_t y = pdf_thousandths(content->page_height - glyphs->origin.y);
    int64_t x = glyphs->origin.x;
    assert(size > 0);
    open_text(content);
    open_mark(content, item);
    set_color(content, item->color, false);
    if (!line_goes_on(content, glyphs, size, y))
        start_line(content, pdf_thousandths(x), y);
    for (size_t i = 0; i < glyphs->count; i++) {
        show_glyph(content, use, size, &glyphs->glyphs[i], x);
        x += glyphs->glyphs[i].advance;
    }
    if (item->artifact == ARTIFACT_NONE && content->held == 0)
        tags_add_text(content->tags, item->tag, glyphs);
}

static void add_points(struct content *content, const struct path_step *step, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_operand(content, pdf_thousandths(step->points[i].x));
        add_operand(content, pdf_thousandths(content->page_height - step->points[i].y));
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
    add_operand(content, width);
    str_add(&content->out, STR("w\n"));
    content->paint.line_width = width;
}

// Whether a path goes round a rectangle with upright sides.
static bool is_rectangle(const struct item_path *path)
{
    static const enum path_step_kind kinds[] = {PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
                                                PATH_CLOSE};
    const struct path_step *steps = path->steps;
    if (path->count != sizeof kinds / sizeof kinds[0])
        return false;
    for (size_t i = 0; i < path->count; i++)
        if (steps[i].kind != kinds[i])
            return false;
    struct point a = steps[0].points[0], b = steps[1].points[0];
    struct point c = steps[2].points[0], d = steps[3].points[0];
    return (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x) ||
           (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y);
}

static void add_rectangle(struct content *content, struct point from, struct point to)
{
    int64_t left = pdf_thousandths(from.x), right = pdf_thousandths(to.x);
    int64_t first = pdf_thousandths(content->page_height - from.y);
    int64_t second = pdf_thousandths(content->page_height - to.y);
    add_operand(content, left);
    add_operand(content, first);
    add_operand(content, right - left);
    add_operand(content, second - first);
    str_add(&content->out, STR("re\n"));
}

static void add_path(struct content *content, const struct item_path *path)
{
    if (is_rectangle(path)) {
        add_rectangle(content, path->steps[0].points[0], path->steps[2].points[0]);
        return;
    }
    for (size_t i = 0; i < path->count; i++)
        add_step(content, &path->steps[i]);
}

static void set_alpha(struct content *content, uint32_t fill, uint32_t stroke)
{
    struct paint_state *paint = &content->paint;
    if (paint->fill_alpha == fill && paint->stroke_alpha == stroke)
        return;
    str_addf(&content->out, "/A%u gs\n", (unsigned)paints_alpha(content->paints, fill, stroke));
    paint->fill_alpha = fill;
    paint->stroke_alpha = stroke;
    content->transparent = true;
}

static void set_paint(struct content *content, const struct paint *paint, bool stroke)
{
    switch (paint->kind) {
    case PAINT_NONE: break;
    case PAINT_SOLID: set_color(content, paint->color, stroke); break;
    case PAINT_GRADIENT:
        str_addf(
            &content->out, stroke ? "/Pattern CS/P%u SCN\n" : "/Pattern cs/P%u scn\n",
            (unsigned)paints_gradient(content->paints, paint->gradient, content->page->height));
        *(stroke ? &content->paint.stroke : &content->paint.fill) = UNKNOWN;
        break;
    }
}

static void set_dashes(struct content *content, const struct stroke *stroke)
{
    if (stroke->dash_count == 0 && !content->paint.dashed)
        return;
    str_add_byte(&content->out, '[');
    for (size_t i = 0; i < stroke->dash_count; i++)
        add_operand(content, pdf_thousandths(stroke->dashes[i]));
    str_add(&content->out, STR("] "));
    add_operand(content, pdf_thousandths(stroke->dash_phase));
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
        add_operand(content, stroke->miter_limit);
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
        add_path(content, path);
        return;
    }
    for (size_t i = 0; i < path->count; i++) // a rectangle's dashes begin at its own corner
        add_step(content, &path->steps[i]);
}

// Filled and stroked at once where both are opaque: a transparent stroke lies over the fill, which
// one operator for both would knock out (11.7.4.4).
static void draw_look(struct content *content, const struct item_path *path)
{
    const struct path_look *look = path->look;
    bool fill = look->fill.kind != PAINT_NONE, stroke = look->stroke.paint.kind != PAINT_NONE;
    bool opaque = look->fill.alpha == DRAWING_OPAQUE && look->stroke.paint.alpha == DRAWING_OPAQUE;
    bool once = fill && stroke && opaque;
    if (fill || stroke)
        set_alpha(content, fill ? look->fill.alpha : DRAWING_OPAQUE,
                  stroke ? look->stroke.paint.alpha : DRAWING_OPAQUE);
    if (fill) {
        set_paint(content, &look->fill, false);
        if (!once) {
            add_look_path(content, path);
            str_add(&content->out, look->even_odd ? STR("f*\n") : STR("f\n"));
        }
    }
    if (stroke) {
        set_paint(content, &look->stroke.paint, true);
        set_stroke(content, &look->stroke);
        add_look_path(content, path);
        str_add(&content->out, !once ? STR("S\n") : look->even_odd ? STR("B*\n") : STR("B\n"));
    }
}

static void draw_path(struct content *content, const struct page_item *item)
{
    const struct item_path *path = &item->as.path;
    bool stroke = path->stroke_width > 0;
    if (path->look) {
        close_text(content);
        open_mark(content, item);
        draw_look(content, path);
        return;
    }
    close_text(content);
    open_mark(content, item);
    set_color(content, item->color, stroke);
    if (stroke)
        set_line_width(content, pdf_thousandths(path->stroke_width));
    add_path(content, path);
    str_add(&content->out, stroke ? STR("S\n") : STR("f\n"));
}

static void draw_items(struct content *content, const struct page_item *items, size_t count);

// 8.4.2: what Q gives back.
struct saved_state {
    struct font_state font;
    struct paint_state paint;
    int64_t page_height, rise;
};

static struct saved_state save_state(const struct content *content)
{
    return (struct saved_state){content->font, content->paint, content->page_height,
                                content->text.rise};
}

static void restore_state(struct content *content, const struct saved_state *saved)
{
    content->font = saved->font;
    content->paint = saved->paint;
    content->page_height = saved->page_height;
    content->text.rise = saved->rise;
}

static void add_clip(struct content *content, const struct path_outline *clip)
{
    const struct item_path path = {.steps = clip->steps, .count = clip->count};
    add_path(content, &path);
    str_add(&content->out, clip->even_odd ? STR("W* n\n") : STR("W n\n"));
}

// Within a placement y runs downwards from 0: what is drawn there is flipped, as on the page.
static void add_placement(struct content *content, const struct affine *placement)
{
    const int64_t parts[4] = {placement->a, -(int64_t)placement->b, -(int64_t)placement->c,
                              placement->d};
    for (size_t i = 0; i < 4; i++) {
        pdf_add_fraction(&content->out, parts[i] * 1000000 / LENGTH_ONE_PT);
        str_add_byte(&content->out, ' ');
    }
    add_operand(content, pdf_thousandths(placement->shift.x));
    add_operand(content, pdf_thousandths(content->page_height - placement->shift.y));
    str_add(&content->out, STR("cm\n"));
    content->page_height = 0;
}

// 11.6.6: what is within is put together first. A form knows nothing of the state around it.
static void draw_form(struct content *content, const struct item_group *group)
{
    struct str_builder inner = str_builder_in(content->arena), around = content->out;
    struct str_builder *forms = content->forms;
    set_alpha(content, group->alpha, group->alpha);
    around = content->out;
    content->out = str_builder_in(content->arena);
    content->forms = &inner;
    content->font = (struct font_state){0};
    content->paint = (struct paint_state){.fill = UNKNOWN,
                                          .stroke = UNKNOWN,
                                          .fill_alpha = DRAWING_OPAQUE,
                                          .stroke_alpha = DRAWING_OPAQUE,
                                          .cap = UNKNOWN,
                                          .join = UNKNOWN,
                                          .miter_limit = UNKNOWN,
                                          .line_width = -1,
                                          .dashed = true};
    draw_items(content, group->items, group->count);
    close_text(content);
    uint32_t form = paints_add_form(content->paints, content->page, str_built(&content->out),
                                    str_built(&inner), forms);
    content->out = around;
    content->forms = forms;
    str_addf(&content->out, "/G%u Do\n", (unsigned)form);
}

static void draw_group(struct content *content, const struct page_item *item)
{
    const struct item_group *group = &item->as.group;
    close_text(content);
    open_mark(content, item);
    content->held++;
    struct saved_state saved = save_state(content);
    str_add(&content->out, STR("q\n"));
    if (group->clip)
        add_clip(content, group->clip);
    if (group->placement)
        add_placement(content, group->placement);
    if (group->alpha < DRAWING_OPAQUE) {
        assert(content->page_height == content->page->height);
        draw_form(content, group);
    } else {
        draw_items(content, group->items, group->count);
        close_text(content);
    }
    str_add(&content->out, STR("Q\n"));
    restore_state(content, &saved);
    content->held--;
}

static void draw_items(struct content *content, const struct page_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        switch (items[i].kind) {
        case ITEM_GLYPHS: show_glyphs(content, &items[i]); break;
        case ITEM_PATH: draw_path(content, &items[i]); break;
        case ITEM_LINK: break;
        case ITEM_GROUP: draw_group(content, &items[i]); break;
        }
    }
}

// ISO 32000-1, table 52: what a page starts with.
static void begin_page(struct content *content, const struct page *page)
{
    content->out.len = 0;
    content->page = page;
    content->page_height = page->height;
    content->forms = &content->page_forms;
    content->transparent = false;
    content->mark = (struct mark_state){0};
    content->text = (struct text_state){0};
    content->font = (struct font_state){0};
    content->paint = (struct paint_state){.fill_alpha = DRAWING_OPAQUE,
                                          .stroke_alpha = DRAWING_OPAQUE,
                                          .miter_limit = 10000,
                                          .line_width = 1000};
}

struct str content_page(struct content *content, const struct page *page)
{
    begin_page(content, page);
    draw_items(content, page->items, page->count);
    close_text(content);
    close_mark(content);
    return str_built(&content->out);
}

bool content_is_transparent(const struct content *content)
{
    return content->transparent;
}

struct str content_forms(const struct content *content)
{
    return str_built(&content->page_forms);
}
