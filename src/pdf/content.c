#include "pdf/content_parts.h"

#include "pdf/operators.h"

#include <assert.h>
#include <stdlib.h>

enum {
    FAR = 10000, // thousandths of an em: a longer way is a new line's start
    // Thousandths of an em: what the pen may be wrong before it is corrected, and by what it then
    // is moved a whole number of times. No eye sees 1/20 pt at 12 pt, and a file shrinks by a
    // twelfth.
    SLACK = 4,
    STEP = 5
};

struct content *content_open(struct arena *arena, const struct content_means *means)
{
    struct content *content = ARENA_NEW(arena, struct content);
    content->arena = arena;
    content->fonts = means->fonts;
    content->tags = means->tags;
    content->paints = means->paints;
    content->pictures = means->pictures;
    content->untagged = means->untagged;
    content->page_forms = str_builder_in(arena);
    content->out = str_builder_in(arena);
    content->run = str_builder_in(arena);
    return content;
}

void content_add_operand(struct content *content, int64_t thousandths)
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

void content_flush_run(struct content *content)
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
    content_flush_run(content);
    if (content->held > 0)
        return;
    if (content->mark.open)
        str_add(&content->out, STR("EMC\n"));
    content->mark.open = false;
}

void content_close_text(struct content *content)
{
    content_flush_run(content);
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
    case ARTIFACT_PAGE: return "/Type/Page";
    case ARTIFACT_NONE: break; // content: open_mark asks for artifacts only
    }
    abort();
}

// Left, bottom, right, top of a box in the medium's coordinates.
static void corners_of(const struct content *content, struct box box, int64_t corners[4])
{
    int64_t around = content->page->around;
    corners[0] = pdf_thousandths(around + box.x);
    corners[1] = pdf_thousandths(around + content->page_height - box.y - box.height);
    corners[2] = pdf_thousandths(around + box.x + box.width);
    corners[3] = pdf_thousandths(around + content->page_height - box.y);
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

static bool mark_fits(const struct content *content, const struct page_item *item)
{
    const struct mark_state *mark = &content->mark;
    if (!mark->open || mark->artifact != item->artifact || item->artifact == ARTIFACT_BACKGROUND)
        return false;
    return item->artifact != ARTIFACT_NONE || tags_go_on(content->tags, mark->tag, item->tag);
}

void content_open_mark(struct content *content, const struct page_item *item)
{
    if (content->held > 0)
        return;
    if (mark_fits(content, item)) {
        content->mark.tag = item->tag;
        return;
    }
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

// 8.6.7: with mode 1, an amount of none leaves an ink that is there.
static void set_overprint(struct content *content, bool overprints, bool stroke)
{
    uint32_t bit = stroke ? OVERPRINT_STROKE : OVERPRINT_FILL;
    uint32_t wanted = (content->paint.overprint & ~bit) | (overprints ? bit : 0);
    if (wanted == content->paint.overprint)
        return;
    content_flush_run(content);
    str_addf(&content->out, "/O%u gs\n", (unsigned)paints_overprint(content->paints, wanted));
    content->paint.overprint = wanted;
}

static void add_screen_color(struct content *content, const uint8_t parts[3], bool stroke)
{
    bool gray = parts[0] == parts[1] && parts[1] == parts[2];
    for (size_t i = 0; i < (gray ? 1 : 3); i++)
        content_add_operand(content, ((uint32_t)parts[i] * 1000 + 127) / 255);
    str_add(&content->out, str_from(stroke ? gray ? "G\n" : "RG\n" : gray ? "g\n" : "rg\n"));
}

static void add_inks(struct content *content, const struct color *color, uint32_t ink, bool stroke)
{
    if (color->inks == INKS_PROCESS) {
        for (size_t i = 0; i < 4; i++)
            content_add_operand(content, color->amounts[i]);
        str_add(&content->out, str_from(stroke ? "K\n" : "k\n"));
        return;
    }
    str_addf(&content->out, "/S%u %s ", (unsigned)ink, stroke ? "CS" : "cs");
    content_add_operand(content, color->amounts[0]);
    str_add(&content->out, str_from(stroke ? "SCN\n" : "scn\n"));
}

// A number that equal colours share, and others do not: `ink` is that of a colour of one ink.
static uint64_t color_key(const struct color *color, uint32_t ink)
{
    uint64_t key = color->inks;
    if (color->inks == INKS_OPEN)
        return key << 60 | (uint64_t)color->rgb[0] << 16 | (uint64_t)color->rgb[1] << 8 |
               color->rgb[2];
    key = key << 20 | ink;
    for (size_t i = 0; i < 4; i++)
        key = key << 10 | color->amounts[i];
    return key;
}

void content_set_color(struct content *content, const struct color *color, bool stroke)
{
    assert(color);
    bool one_ink = color->inks == INKS_SPOT || color->inks == INKS_ALL;
    uint32_t ink = one_ink ? paints_ink(content->paints, color) : 0;
    uint64_t key = color_key(color, ink);
    uint64_t *now = stroke ? &content->paint.stroke : &content->paint.fill;
    if (color->inks != INKS_OPEN)
        set_overprint(content, color->overprints, stroke);
    if (*now == key)
        return;
    content_flush_run(content);
    if (color->inks == INKS_OPEN)
        add_screen_color(content, color->rgb, stroke);
    else
        add_inks(content, color, ink, stroke);
    *now = key;
}

static void set_font(struct content *content, uint32_t resource, int64_t size)
{
    struct font_state *font = &content->font;
    if (font->set && font->resource == resource && font->size == size)
        return;
    content_flush_run(content);
    str_addf(&content->out, "/F%u ", (unsigned)resource);
    content_add_operand(content, size);
    str_add(&content->out, STR("Tf\n"));
    *font = (struct font_state){true, resource, size};
}

static void set_rise(struct content *content, int64_t rise)
{
    if (content->text.rise == rise)
        return;
    content_flush_run(content);
    content_add_operand(content, rise);
    str_add(&content->out, STR("Ts\n"));
    content->text.rise = rise;
}

static void start_line(struct content *content, int64_t x, int64_t y)
{
    struct text_state *text = &content->text;
    content_flush_run(content);
    content_add_operand(content, x - (text->placed ? text->line_x : 0));
    content_add_operand(content, y - (text->placed ? text->line_y : 0));
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
    int64_t step = thousandth * STEP;
    return (error + (error < 0 ? -step : step) / 2) / step * STEP;
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

static void show_code(struct content *content, const struct font_use *use, uint16_t code)
{
    if (!content->string_open)
        str_add_byte(&content->run, '(');
    content->string_open = true;
    if (!use->short_codes)
        pdf_add_string_byte(&content->run, (uint8_t)(code >> 8));
    pdf_add_string_byte(&content->run, (uint8_t)(code & 0xFF));
    content->text.pen += use->items[code].width;
}

static void show_glyph(struct content *content, const struct font_use *use, int64_t size,
                       const struct glyph *glyph, int64_t x)
{
    set_font(content, use->resource, size);
    set_rise(content, pdf_thousandths(glyph->y_offset));
    move_pen(content, pen_error(content, x + glyph->x_offset));
    show_code(content, use, content->fonts->glyph_codes[content->next_glyph++]);
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
    content_open_mark(content, item);
    content_set_color(content, item->color, false);
    if (!line_goes_on(content, glyphs, size, y))
        start_line(content, pdf_thousandths(x), y);
    for (size_t i = 0; i < glyphs->count; i++) {
        show_glyph(content, use, size, &glyphs->glyphs[i], x);
        x += glyphs->glyphs[i].advance;
    }
    if (item->artifact == ARTIFACT_NONE && content->held == 0)
        tags_add_text(content->tags, item->tag, glyphs);
}

static void draw_items(struct content *content, const struct page_item *items, size_t count);

struct saved_state content_save(const struct content *content)
{
    return (struct saved_state){content->font, content->paint, content->page_height,
                                content->text.rise};
}

void content_restore(struct content *content, const struct saved_state *saved)
{
    content->font = saved->font;
    content->paint = saved->paint;
    content->page_height = saved->page_height;
    content->text.rise = saved->rise;
}

static void add_clip(struct content *content, const struct path_outline *clip)
{
    content_add_steps(content, clip->steps, clip->count);
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
    content_add_operand(content, pdf_thousandths(placement->shift.x));
    content_add_operand(content, pdf_thousandths(content->page_height - placement->shift.y));
    str_add(&content->out, STR("cm\n"));
    content->page_height = 0;
}

// A form knows nothing of the state around it. Returns its operators.
static struct str form_operators(struct content *content, const struct item_group *group,
                                 struct str_builder *inner)
{
    struct str_builder around = content->out, *forms = content->forms;
    content->out = str_builder_in(content->arena);
    content->forms = inner;
    content->font = (struct font_state){0};
    content->paint = (struct paint_state){.fill = UNKNOWN_COLOR,
                                          .stroke = UNKNOWN_COLOR,
                                          .overprint = content->paint.overprint,
                                          .fill_alpha = DRAWING_OPAQUE,
                                          .stroke_alpha = DRAWING_OPAQUE,
                                          .cap = UNKNOWN,
                                          .join = UNKNOWN,
                                          .miter_limit = UNKNOWN,
                                          .line_width = -1,
                                          .dashed = true};
    draw_items(content, group->items, group->count);
    content_close_text(content);
    struct str operators = str_built(&content->out);
    content->out = around;
    content->forms = forms;
    return operators;
}

static void show_form(struct content *content, uint32_t form)
{
    str_addf(&content->out, "/G%u Do\n", (unsigned)form);
}

// 11.6.6: what is within is put together first.
static void draw_form(struct content *content, const struct item_group *group)
{
    struct str_builder inner = str_builder_in(content->arena);
    content_set_alpha(content, group->alpha, group->alpha);
    struct str operators = form_operators(content, group, &inner);
    show_form(content, paints_add_form(content->paints, content->page, operators, str_built(&inner),
                                       content->forms));
}

// The lower left corner of a page comes to stand where its top left corner is placed, less its
// height.
static void add_page_placement(struct content *content, const struct affine *placement,
                               const struct page *page)
{
    assert(placement);
    int64_t up = placement->d < 0 ? -1 : 1;
    str_add(&content->out, up < 0 ? STR("-1 0 0 -1 ") : STR("1 0 0 1 "));
    content_add_operand(content, pdf_thousandths(placement->shift.x));
    content_add_operand(
        content, pdf_thousandths(content->page_height - placement->shift.y - up * page->height));
    str_add(&content->out, STR("cm\n"));
}

static void draw_placed_page(struct content *content, const struct item_group *group)
{
    const struct page *sheet = content->page;
    struct str_builder inner = str_builder_in(content->arena);
    add_page_placement(content, group->placement, group->page);
    content->page = group->page;
    content->page_height = group->page->height;
    struct str operators = form_operators(content, group, &inner);
    show_form(content, paints_add_page(content->paints, group->page, operators, str_built(&inner),
                                       content->forms));
    content->page = sheet;
}

static void draw_group(struct content *content, const struct page_item *item)
{
    const struct item_group *group = &item->as.group;
    content_close_text(content);
    content_open_mark(content, item);
    content->held++;
    struct saved_state saved = content_save(content);
    str_add(&content->out, STR("q\n"));
    if (group->clip)
        add_clip(content, group->clip);
    if (group->placement && !group->page)
        add_placement(content, group->placement);
    if (group->page) {
        draw_placed_page(content, group);
    } else if (group->alpha < DRAWING_OPAQUE) {
        assert(content->page_height == content->page->height);
        draw_form(content, group);
    } else {
        draw_items(content, group->items, group->count);
        content_close_text(content);
    }
    str_add(&content->out, STR("Q\n"));
    content_restore(content, &saved);
    content->held--;
}

static void draw_items(struct content *content, const struct page_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        switch (items[i].kind) {
        case ITEM_GLYPHS: show_glyphs(content, &items[i]); break;
        case ITEM_PATH: content_draw_path(content, &items[i]); break;
        case ITEM_LINK: break;
        case ITEM_GROUP: draw_group(content, &items[i]); break;
        case ITEM_IMAGE: content_draw_image(content, &items[i]); break;
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
    uint64_t black = paints_for_press(content->paints) ? UNKNOWN_COLOR : 0; // or grey, of a screen
    content->paint = (struct paint_state){.fill = black,
                                          .stroke = black,
                                          .fill_alpha = DRAWING_OPAQUE,
                                          .stroke_alpha = DRAWING_OPAQUE,
                                          .miter_limit = 10000,
                                          .line_width = 1000};
}

struct str content_page(struct content *content, const struct page *page)
{
    begin_page(content, page);
    content->held = content->untagged ? 1 : 0; // as within a group: no marks
    if (page->around > 0) {
        str_add(&content->out, STR("1 0 0 1 "));
        content_add_operand(content, pdf_thousandths(page->around));
        content_add_operand(content, pdf_thousandths(page->around));
        str_add(&content->out, STR("cm\n"));
    }
    draw_items(content, page->items, page->count);
    content_close_text(content);
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
