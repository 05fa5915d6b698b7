// Content streams, read back by a small interpreter that does what a reader does (ISO
// 32000-1, 9.4).
#include "pdf/content.h"
#include "unit/pages_fixture.h"
#include "unit/unit.h"

#include <math.h>
#include <stdlib.h>

struct writing {
    struct arena arena;
    struct sources sources;
    struct diags diags;
    struct page_list *list;
    struct page *page;
    struct font *font;
    struct haru *haru;
    struct fonts *fonts;
};

static void writing_open(struct writing *writing)
{
    *writing = (struct writing){0};
    arena_init(&writing->arena);
    sources_init(&writing->sources, &writing->arena);
    diags_init(&writing->diags, &writing->arena, &writing->sources);
    writing->list = page_list_new(&writing->arena);
    writing->page = page_add(writing->list, LENGTH_PT(612), LENGTH_PT(792));
    writing->font = fixture_font(&writing->arena, 0, LATO);
    writing->haru = haru_open(&writing->arena, 0, 1);
}

static struct str writing_content(struct writing *writing)
{
    struct arena *arena = &writing->arena;
    struct haru_page *page = ARENA_NEW(arena, struct haru_page);
    struct str resources;
    *page = haru_add_page(writing->haru);
    writing->fonts = fonts_collect(arena, writing->list);
    assert_true(fonts_write(writing->fonts, writing->haru, &writing->diags, &resources));
    struct tags *tags = tags_open(arena, writing->list, page, writing->haru);
    tags_begin_page(tags, 0);
    const struct content_means means = {writing->fonts, tags,
                                        paints_open(arena, writing->haru, resources, false),
                                        pictures_open(arena, writing->haru, NULL), false};
    return content_page(content_open(arena, &means), writing->page);
}

static void writing_close(struct writing *writing)
{
    haru_close(writing->haru);
    fixture_close(writing->font);
    arena_release(&writing->arena);
}

// A reader's pen, in points.
struct pen {
    double operands[8];
    size_t count;
    double line_x, line_y, x, size, rise;
};

struct shown {
    uint32_t code;
    double x, y, size;
};

struct reading {
    const struct font_use *use;
    struct pen pen;
    struct shown *shown;
    size_t count;
};

static uint8_t string_byte(struct str text, size_t *at)
{
    if (text.data[*at] != '\\')
        return (uint8_t)text.data[(*at)++];
    char c = text.data[*at + 1];
    *at += 2;
    return c == 'r' ? '\r' : (uint8_t)c;
}

static size_t read_string(struct reading *reading, struct str text, size_t at)
{
    struct pen *pen = &reading->pen;
    while (text.data[at] != ')') {
        uint32_t code = string_byte(text, &at);
        if (!reading->use->short_codes)
            code = code << 8 | string_byte(text, &at);
        reading->shown[reading->count++] =
            (struct shown){code, pen->x, pen->line_y + pen->rise, pen->size};
        assert_true(code < reading->use->count && reading->use->items[code].used);
        pen->x += reading->use->items[code].width * pen->size / 1000;
    }
    return at + 1;
}

static void run_operator(struct pen *pen, struct str name)
{
    if (str_equal(name, STR("BT")))
        pen->line_x = pen->line_y = 0;
    if (str_equal(name, STR("Tf")))
        pen->size = pen->operands[pen->count - 1];
    if (str_equal(name, STR("Ts")))
        pen->rise = pen->operands[0];
    if (str_equal(name, STR("Td"))) {
        pen->line_x += pen->operands[0];
        pen->line_y += pen->operands[1];
        pen->x = pen->line_x;
    }
    pen->count = 0;
}

static size_t word_end(struct str text, size_t at)
{
    while (at < text.len && !strchr(" \n()[]<>", text.data[at]))
        at++;
    return at;
}

static void read_content(struct reading *reading, struct str text)
{
    struct pen *pen = &reading->pen;
    bool array = false;
    for (size_t at = 0; at < text.len;) {
        char c = text.data[at];
        size_t end = word_end(text, at);
        if (c == '(') {
            at = read_string(reading, text, at + 1);
        } else if (end == at) {
            array = c == '[' || (array && c != ']');
            at++;
        } else if (strchr("-.0123456789", c)) {
            double number = strtod(text.data + at, NULL);
            if (array)
                pen->x -= number * pen->size / 1000;
            else
                pen->operands[pen->count++ % 8] = number;
            at = end;
        } else {
            if (c != '/')
                run_operator(pen, str_slice(text, at, end));
            at = end;
        }
    }
}

static struct fixture_place at(tag_id tag, double x, double y)
{
    return (struct fixture_place){tag, ARTIFACT_NONE, LENGTH_PT(x), LENGTH_PT(y), LENGTH_PT(10.37)};
}

// Compares what is shown with the items, glyph by glyph.
static void assert_drawn_as_laid_out(struct writing *writing)
{
    struct str content = writing_content(writing);
    struct reading reading = {.use = writing->fonts->faces[0],
                              .shown = ARENA_ARRAY(&writing->arena, struct shown, content.len)};
    read_content(&reading, content);
    size_t next = 0;
    for (size_t i = 0; i < writing->page->count; i++) {
        const struct item_glyphs *item = &writing->page->items[i].as.glyphs;
        int64_t x = item->origin.x;
        for (size_t k = 0; k < item->count; k++, next++) {
            struct shown shown = reading.shown[next];
            const struct glyph *glyph = &item->glyphs[k];
            double thousandth = shown.size / 1000;
            assert_int_equal(reading.use->items[shown.code].glyph, glyph->id);
            // The line's start is itself rounded, to half a thousandth of a point.
            assert_true(fabs(shown.x - (double)(x + glyph->x_offset) / LENGTH_ONE_PT) <
                        4 * thousandth + 0.0006);
            assert_true(fabs(shown.y - 792 +
                             (double)(item->origin.y - glyph->y_offset) / LENGTH_ONE_PT) < 0.0011);
            x += glyph->advance;
        }
    }
    assert_int_equal(reading.count, next);
}

static void stretch(struct item_glyphs *item, length each)
{
    struct glyph *glyphs = (struct glyph *)(uintptr_t)item->glyphs;
    for (size_t i = 0; i < item->count; i++)
        glyphs[i].advance += each;
}

static void the_pen_never_drifts(void **state)
{
    (void)state;
    struct writing writing;
    writing_open(&writing);
    tag_id leaf = fixture_leaf(writing.list, 0, TAG_P);
    for (int i = 0; i < 40; i++) {
        fixture_text(
            writing.list, writing.page, at(leaf, 72.013, 90 + 13.7 * i), writing.font,
            "AVATAR: Waffles (To) the \\ quick brown fox jumps over one lazy dog. Fiancée ");
        stretch(&writing.page->items[i].as.glyphs, i * 29 - 400);
    }
    assert_drawn_as_laid_out(&writing);
    writing_close(&writing);
}

static void raised_and_shifted_glyphs_stand_where_they_should(void **state)
{
    (void)state;
    struct writing writing;
    writing_open(&writing);
    tag_id leaf = fixture_leaf(writing.list, 0, TAG_P);
    fixture_text(writing.list, writing.page, at(leaf, 72, 90), writing.font, "abcdef");
    struct glyph *glyphs = (struct glyph *)(uintptr_t)writing.page->items[0].as.glyphs.glyphs;
    glyphs[2].x_offset = LENGTH_PT(-3.3);
    glyphs[2].y_offset = LENGTH_PT(4.21);
    glyphs[4].y_offset = LENGTH_PT(-1.5);
    assert_drawn_as_laid_out(&writing);
    writing_close(&writing);
}

static void pieces_of_a_line_follow_each_other(void **state)
{
    (void)state;
    struct writing writing;
    writing_open(&writing);
    tag_id leaf = fixture_leaf(writing.list, 0, TAG_P);
    struct fixture_place place = at(leaf, 72, 90);
    for (int i = 0; i < 30; i++)
        place.x += fixture_text(writing.list, writing.page, place, writing.font, "To be ");
    place.x -= LENGTH_PT(300); // back over what is there
    fixture_text(writing.list, writing.page, place, writing.font, "or not");
    assert_drawn_as_laid_out(&writing);
    writing_close(&writing);
}

static size_t times(struct str text, struct str part)
{
    size_t count = 0;
    for (size_t found = str_find(text, part, 0); found < text.len;
         found = str_find(text, part, found + part.len))
        count++;
    return count;
}

static void items_of_one_leaf_share_a_mark_and_their_state(void **state)
{
    (void)state;
    struct writing writing;
    writing_open(&writing);
    tag_id leaf = fixture_leaf(writing.list, 0, TAG_P),
           other = fixture_leaf(writing.list, 0, TAG_H1);
    struct fixture_place place = at(leaf, 72, 90);
    place.x += fixture_text(writing.list, writing.page, place, writing.font, "one line, ");
    fixture_text(writing.list, writing.page, place, writing.font, "two pieces ");
    fixture_text(writing.list, writing.page, at(leaf, 72, 110), writing.font, "next line ");
    fixture_text(writing.list, writing.page, at(other, 72, 130), writing.font, "other leaf ");
    struct str content = writing_content(&writing);
    assert_int_equal(times(content, STR("BDC")), 2);
    assert_int_equal(times(content, STR("EMC")), 2);
    assert_int_equal(times(content, STR("BT\n")), 1);
    assert_int_equal(times(content, STR("Tf")), 1);
    assert_int_equal(times(content, STR("Td")), 3);
    assert_int_equal(times(content, STR("/P<</MCID 0>>BDC")), 1);
    assert_int_equal(times(content, STR("/H1<</MCID 1>>BDC")), 1);
    writing_close(&writing);
}

static void artifacts_say_what_they_are(void **state)
{
    (void)state;
    struct writing writing;
    writing_open(&writing);
    struct fixture_place place = at(TAG_NONE, 72, 50);
    place.artifact = ARTIFACT_HEADER;
    fixture_text(writing.list, writing.page, place, writing.font, "head");
    place.artifact = ARTIFACT_FOOTER;
    fixture_text(writing.list, writing.page, place, writing.font, "foot");
    struct str content = writing_content(&writing);
    assert_int_equal(times(content, STR("/Artifact<</Type/Pagination/Subtype/Header")), 1);
    assert_int_equal(times(content, STR("/Artifact<</Type/Pagination/Subtype/Footer")), 1);
    assert_int_equal(times(content, STR("MCID")), 0);
    writing_close(&writing);
}

// Adds a filled path as layout decoration.
static void add_path(struct writing *writing, const struct path_step *steps, size_t count)
{
    static const struct color teal = {.rgb = {0, 51, 255}};
    struct page_item *item = page_item_add(writing->list, writing->page, ITEM_PATH);
    item->artifact = ARTIFACT_LAYOUT;
    item->color = &teal;
    item->as.path = (struct item_path){.steps = steps, .count = count};
}

static void paths_are_drawn_from_the_top_of_the_page(void **state)
{
    (void)state;
    static const struct path_step triangle[] = {{PATH_MOVE, {{LENGTH_PT(10), LENGTH_PT(20)}}},
                                                {PATH_LINE, {{LENGTH_PT(30), LENGTH_PT(20)}}},
                                                {PATH_LINE, {{LENGTH_PT(10), LENGTH_PT(40.5)}}},
                                                {PATH_CLOSE, {{0}}}};
    struct writing writing;
    writing_open(&writing);
    add_path(&writing, triangle, 4);
    assert_str(writing_content(&writing), "/Artifact<</Type/Layout>>BDC\n0 .2 1 rg\n"
                                          "10 772 m\n30 772 l\n10 751.5 l\nh\nf\nEMC\n");
    writing_close(&writing);
}

static void an_upright_rectangle_is_one_operator(void **state)
{
    (void)state;
    static const struct path_step box[] = {{PATH_MOVE, {{LENGTH_PT(10), LENGTH_PT(20)}}},
                                           {PATH_LINE, {{LENGTH_PT(30), LENGTH_PT(20)}}},
                                           {PATH_LINE, {{LENGTH_PT(30), LENGTH_PT(25)}}},
                                           {PATH_LINE, {{LENGTH_PT(10), LENGTH_PT(25)}}},
                                           {PATH_CLOSE, {{0}}}};
    struct path_step slanted[5];
    memcpy(slanted, box, sizeof box);
    slanted[1].points[0].y += 1;
    struct writing writing;
    writing_open(&writing);
    add_path(&writing, box, 5);
    add_path(&writing, slanted, 5);
    struct str content = writing_content(&writing);
    assert_int_equal(times(content, STR("10 772 20 -5 re\nf\n")), 1);
    assert_int_equal(times(content, STR("re\n")), 1);
    assert_int_equal(times(content, STR("h\nf\n")), 1);
    assert_int_equal(times(content, STR("BDC")), 1);
    writing_close(&writing);
}

static const struct path_step fixture_line[] = {{PATH_MOVE, {{0, 0}}},
                                                {PATH_LINE, {{LENGTH_PT(10), 0}}}};

static struct page_item line_with(const struct path_look *look)
{
    struct page_item item = {.kind = ITEM_PATH, .tag = TAG_NONE};
    item.as.path = (struct item_path){.steps = fixture_line, .count = 2, .look = look};
    return item;
}

// Adds a group of one item to the page, as decoration.
static void add_group(struct writing *writing, const struct page_item *inner,
                      struct item_group group)
{
    struct page_item *item = page_item_add(writing->list, writing->page, ITEM_GROUP);
    item->tag = TAG_NONE;
    item->artifact = ARTIFACT_LAYOUT;
    group.items = inner;
    group.count = 1;
    item->as.group = group;
}

static const struct paint fixture_solid = {PAINT_SOLID, DRAWING_OPAQUE, &fixture_black, NULL};

static void strokes_say_their_cap_join_and_dashes(void **state)
{
    static const length dashes[] = {LENGTH_PT(3), LENGTH_PT(1)};
    const struct path_look look = {.fill = fixture_solid,
                                   .even_odd = true,
                                   .stroke = {.paint = fixture_solid,
                                              .width = LENGTH_PT(2),
                                              .cap = CAP_ROUND,
                                              .join = JOIN_BEVEL,
                                              .miter_limit = 4000,
                                              .dashes = dashes,
                                              .dash_count = 2,
                                              .dash_phase = LENGTH_PT(0.5)}};
    const struct page_item line = line_with(&look);
    struct writing writing;
    (void)state;
    writing_open(&writing);
    add_group(&writing, &line, (struct item_group){.alpha = DRAWING_OPAQUE});
    assert_str(writing_content(&writing), "/Artifact<</Type/Layout>>BDC\nq\n2 w\n1 J\n2 j\n"
                                          "[3 1 ] .5 d\n0 792 m\n10 792 l\nB*\nQ\nEMC\n");
    writing_close(&writing);
}

// One operator for both would let the fill show through the stroke nowhere (11.7.4.4).
static void a_transparent_stroke_lies_over_its_fill(void **state)
{
    struct path_look look = {
        .fill = fixture_solid,
        .stroke = {.paint = fixture_solid, .width = LENGTH_PT(1), .miter_limit = 10000}};
    const struct page_item line = line_with(&look);
    struct writing writing;
    (void)state;
    look.stroke.paint.alpha = 500;
    writing_open(&writing);
    add_group(&writing, &line, (struct item_group){.alpha = DRAWING_OPAQUE});
    assert_str(writing_content(&writing),
               "/Artifact<</Type/Layout>>BDC\nq\n/A0 gs\n0 792 m\n10 792 l\nf\n"
               "0 792 m\n10 792 l\nS\nQ\nEMC\n");
    writing_close(&writing);
}

static void clips_and_placements_are_given_back(void **state)
{
    const struct path_look look = {.fill = fixture_solid};
    const struct path_outline clip = {fixture_line, 2, true};
    const struct affine quarter = {
        0, LENGTH_ONE_PT, -LENGTH_ONE_PT, 0, {LENGTH_PT(5), LENGTH_PT(7)}};
    const struct page_item line = line_with(&look);
    struct writing writing;
    (void)state;
    writing_open(&writing);
    add_group(&writing, &line,
              (struct item_group){.clip = &clip, .placement = &quarter, .alpha = DRAWING_OPAQUE});
    assert_str(writing_content(&writing),
               "/Artifact<</Type/Layout>>BDC\nq\n0 792 m\n10 792 l\nW* n\n"
               "0 -1 1 0 5 785 cm\n0 0 m\n10 0 l\nf\nQ\nEMC\n");
    writing_close(&writing);
}

static void a_group_with_an_alpha_is_a_form(void **state)
{
    const struct path_look look = {.fill = fixture_solid};
    const struct page_item line = line_with(&look);
    struct writing writing;
    (void)state;
    writing_open(&writing);
    add_group(&writing, &line, (struct item_group){.alpha = 250});
    assert_str(writing_content(&writing),
               "/Artifact<</Type/Layout>>BDC\nq\n/A0 gs\n/G0 Do\nQ\nEMC\n");
    writing_close(&writing);
}

static void gradients_are_patterns(void **state)
{
    static const struct gradient_stop stops[] = {{&fixture_black, 0, DRAWING_OPAQUE},
                                                 {&fixture_black, 1000000, DRAWING_OPAQUE}};
    const struct gradient gradient = {.x_axis = {LENGTH_PT(1), 0}, .stops = stops, .count = 2};
    const struct path_look look = {.fill = {PAINT_GRADIENT, DRAWING_OPAQUE, NULL, &gradient}};
    const struct page_item line = line_with(&look);
    struct writing writing;
    (void)state;
    writing_open(&writing);
    add_group(&writing, &line, (struct item_group){.alpha = DRAWING_OPAQUE});
    assert_str(writing_content(&writing), "/Artifact<</Type/Layout>>BDC\nq\n/Pattern cs/P0 scn\n"
                                          "0 792 m\n10 792 l\nf\nQ\nEMC\n");
    writing_close(&writing);
}

static void gradients_with_alphas_are_masked(void **state)
{
    static const struct gradient_stop stops[] = {{&fixture_black, 0, 0},
                                                 {&fixture_black, 1000000, DRAWING_OPAQUE}};
    const struct gradient gradient = {
        .x_axis = {LENGTH_PT(1), 0}, .stops = stops, .count = 2, .translucent = true};
    const struct path_look look = {
        .fill = {PAINT_GRADIENT, DRAWING_OPAQUE, NULL, &gradient},
        .stroke = {.paint = fixture_solid, .width = LENGTH_PT(1), .miter_limit = 10000}};
    const struct page_item line = line_with(&look);
    struct writing writing;
    (void)state;
    writing_open(&writing);
    add_group(&writing, &line, (struct item_group){.alpha = DRAWING_OPAQUE});
    assert_str(writing_content(&writing),
               "/Artifact<</Type/Layout>>BDC\nq\nq\n/M0 gs\n/Pattern cs/P0 scn\n"
               "0 792 m\n10 792 l\nf\nQ\n0 792 m\n10 792 l\nS\nQ\nEMC\n");
    writing_close(&writing);
}

static void the_hyphen_of_a_broken_word_has_a_code_of_its_own(void **state)
{
    (void)state;
    struct writing writing;
    writing_open(&writing);
    tag_id leaf = fixture_leaf(writing.list, 0, TAG_P);
    fixture_text(writing.list, writing.page, at(leaf, 72, 90), writing.font, "CAR-T treat\xC2\xAD");
    writing_content(&writing);
    const struct fonts *fonts = writing.fonts;
    uint16_t soft = fonts->glyph_codes[fonts->glyph_count - 1], hard = fonts->glyph_codes[3];
    assert_int_not_equal(soft, hard);
    assert_int_equal(fonts->faces[0]->items[soft].glyph, fonts->faces[0]->items[hard].glyph);
    assert_str(fonts->texts.items[soft], "\xC2\xAD");
    assert_str(fonts->texts.items[hard], "-");
    writing_close(&writing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pen_never_drifts),
        cmocka_unit_test(raised_and_shifted_glyphs_stand_where_they_should),
        cmocka_unit_test(pieces_of_a_line_follow_each_other),
        cmocka_unit_test(items_of_one_leaf_share_a_mark_and_their_state),
        cmocka_unit_test(artifacts_say_what_they_are),
        cmocka_unit_test(paths_are_drawn_from_the_top_of_the_page),
        cmocka_unit_test(an_upright_rectangle_is_one_operator),
        cmocka_unit_test(strokes_say_their_cap_join_and_dashes),
        cmocka_unit_test(a_transparent_stroke_lies_over_its_fill),
        cmocka_unit_test(clips_and_placements_are_given_back),
        cmocka_unit_test(a_group_with_an_alpha_is_a_form),
        cmocka_unit_test(gradients_are_patterns),
        cmocka_unit_test(gradients_with_alphas_are_masked),
        cmocka_unit_test(the_hyphen_of_a_broken_word_has_a_code_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
