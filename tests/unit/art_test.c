// Drawings on pages. With a folder as its argument the program writes tests/pdf/drawing.svg there
// as a PDF, for tests/pdf/drawing.sh.
#include "base/file.h"
#include "layout/art.h"
#include "model/terms.h"
#include "page/page_check.h"
#include "page/page_dump.h"
#include "pdf/pdf.h"
#include "unit/text_fixture.h"

struct stage {
    struct text_fixture *text;
    struct arena *arena;
    struct arena scratch;
    struct theme theme;
    struct layout_job job;
    struct layout layout;
    struct page *page;
    tag_id leaf;
};

static void stage_open(struct stage *stage, struct text_fixture *text)
{
    *stage = (struct stage){.text = text, .arena = &text->arena};
    arena_init(&stage->scratch);
    stage->theme.roles[ROLE_BODY].family = STR("Lato");
    stage->job.typesetter = text->typesetter;
    struct page_list *pages = page_list_new(stage->arena);
    stage->layout = (struct layout){.arena = stage->arena,
                                    .scratch = &stage->scratch,
                                    .job = &stage->job,
                                    .theme = &stage->theme,
                                    .terms = terms_new(stage->arena, STR("en"), (struct span){0}),
                                    .diags = &text->diags,
                                    .pages = pages};
    stage->page = page_add(pages, LENGTH_PT(300), LENGTH_PT(225));
    tag_id figure = tag_add(&pages->tags, 0, TAG_FIGURE, (struct span){0});
    pages->tags.items[figure].alt = STR("A sample");
    pages->tags.items[figure].bbox = (struct box){0, 0, LENGTH_PT(300), LENGTH_PT(225)};
    stage->leaf = tag_add(&pages->tags, figure, TAG_CONTENT, (struct span){0});
    pages->info = (struct document_info){
        .title = STR("Drawing"), .language = STR("en"), .date = STR("2025-06-27")};
}

static void stage_draw(struct stage *stage, struct str svg, struct box box)
{
    const struct picture_job job = {STR("a.svg"), svg, {0}, &stage->text->sources};
    const struct picture *picture;
    assert_true(picture_read(stage->arena, &job, &stage->text->diags, &picture));
    const struct art_place place = {
        .page = stage->page, .box = box, .artifact = ARTIFACT_NONE, .leaf = stage->leaf};
    art_place(&stage->layout, picture, &place);
}

// What is on the page, without the page's own line, or what was said.
static struct str drawn(struct text_fixture *text, const char *content, struct box box)
{
    struct stage stage;
    struct str_builder out = str_builder_in(&text->arena);
    stage_open(&stage, text);
    stage_draw(&stage,
               str_format(&text->arena,
                          "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'>%s</svg>",
                          content),
               box);
    assert_true(page_check(stage.layout.pages, &text->diags));
    page_dump(stage.layout.pages, &out);
    arena_release(&stage.scratch);
    diags_write(&text->diags, DIAG_FORMAT_SHORT, false, &out);
    struct str all = str_built(&out);
    return str_slice(all, str_find_byte(all, '\n', 0) + 1, all.len);
}

static void a_drawing_fills_its_box_and_keeps_its_shape(void **state)
{
    const struct box wide = {LENGTH_PT(10), LENGTH_PT(20), LENGTH_PT(200), LENGTH_PT(100)};
    const struct box high = {0, 0, LENGTH_PT(50), LENGTH_PT(100)};
    assert_str(drawn(*state, "<rect width='100' height='50' fill='red'/>", wide),
               "  group 10 20 200 100 clip 5 (1)\n"
               "    path 10 20 200 100 fill #ff0000\n");
    assert_str(drawn(*state, "<rect width='100' height='50' fill='red'/>", high),
               "  group 0 37.5 50 25 clip 5 (1)\n"
               "    path 0 37.5 50 25 fill #ff0000\n");
}

static void pixels_become_one_item(void **state)
{
    static const uint8_t grey[2] = {0, 255};
    const struct raster raster = {.file = STR("x"),
                                  .color = RASTER_GRAY,
                                  .width = 2,
                                  .height = 1,
                                  .bits = 8,
                                  .orientation = 1,
                                  .samples = {(const char *)grey, 2}};
    const struct picture picture = {.kind = PICTURE_PNG,
                                    .width = LENGTH_PT(20),
                                    .height = LENGTH_PT(10),
                                    .pixel_width = 2,
                                    .pixel_height = 1,
                                    .raster = &raster};
    struct stage stage;
    stage_open(&stage, *state);
    const struct art_place place = {.page = stage.page,
                                    .box = {0, 0, LENGTH_PT(100), LENGTH_PT(100)},
                                    .artifact = ARTIFACT_NONE,
                                    .leaf = stage.leaf};
    art_place(&stage.layout, &picture, &place);
    assert_int_equal(stage.page->count, 1);
    const struct page_item *item = &stage.page->items[0];
    assert_int_equal(item->kind, ITEM_IMAGE);
    assert_ptr_equal(item->as.image.picture, &picture);
    assert_int_equal(item->box.y, LENGTH_PT(25));
    assert_int_equal(item->box.height, LENGTH_PT(50));
    assert_true(page_check(stage.layout.pages, &stage.text->diags));
    arena_release(&stage.scratch);
}

static void strokes_and_groups_are_scaled(void **state)
{
    const struct box box = {0, 0, LENGTH_PT(200), LENGTH_PT(100)};
    assert_str(drawn(*state,
                     "<g opacity='.5'><path d='M10 10h10' stroke='blue' stroke-width='2' "
                     "stroke-dasharray='1'/><path d='M10 10h10'/></g>",
                     box),
               "  group 0 0 200 100 clip 5 (1)\n"
               "    group 20 20 20 0/500 (2)\n"
               "      path 20 20 20 0 fill #000000 stroke #0000ff 4 dashed\n"
               "      path 20 20 20 0 fill #000000\n");
}

static void text_is_set_in_the_documents_fonts(void **state)
{
    text_fixture_needs(*state, "lato/Lato-Regular.ttf");
    const struct box box = {0, 0, LENGTH_PT(100), LENGTH_PT(50)};
    struct str said = drawn(*state,
                            "<text x='10' y='20' font-size='8' font-family='Times, serif'>Day 1"
                            "<tspan font-weight='bold' x='50'>Day 2</tspan></text>",
                            box);
    assert_true(str_find(said, STR("    text 10 20 "), 0) < said.len);
    assert_true(str_find(said, STR(" Lato-Regular 8 #000000 \"Day 1\"\n"), 0) < said.len);
    assert_true(str_find(said, STR(" Lato-Bold 8 #000000 \"Day 2\"\n"), 0) < said.len);
    assert_true(str_find(said, STR("a.svg:1:62: warning: there is no family Times [B0915]\n"), 0) <
                said.len);
}

// The advance of "il" in Lato is some points; its middle stands at the anchor.
static void anchors_hold_the_middle_and_the_end(void **state)
{
    text_fixture_needs(*state, "lato/Lato-Regular.ttf");
    struct stage stage;
    stage_open(&stage, *state);
    stage_draw(&stage,
               STR("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 50'>"
                   "<text x='50' y='20'>il</text><text x='50' y='20' text-anchor='middle'>il</text>"
                   "<text x='50' y='20' text-anchor='end'>il</text></svg>"),
               (struct box){0, 0, LENGTH_PT(100), LENGTH_PT(50)});
    const struct page_item *items = stage.page->items[0].as.group.items;
    assert_int_equal(stage.page->items[0].as.group.count, 3);
    length width = items[0].box.width;
    assert_in_range(width, LENGTH_PT(4), LENGTH_PT(12));
    assert_int_equal(items[0].as.glyphs.origin.x, LENGTH_PT(50));
    assert_int_equal(items[1].as.glyphs.origin.x, LENGTH_PT(50) - width / 2);
    assert_int_equal(items[2].as.glyphs.origin.x, LENGTH_PT(50) - width);
    arena_release(&stage.scratch);
}

static void turned_text_stands_in_a_group(void **state)
{
    text_fixture_needs(*state, "lato/Lato-Regular.ttf");
    const struct box box = {0, 0, LENGTH_PT(100), LENGTH_PT(50)};
    struct str said = drawn(
        *state, "<text transform='rotate(90)' fill-opacity='.5' font-size='8'>il</text>", box);
    assert_true(str_find(said, STR("/500 (1)\n"), 0) < said.len);
    assert_true(str_find(said, STR(" by 0 1 -1 0 0 0 (1)\n"), 0) < said.len);
}

static void a_picture_without_items_still_has_its_place(void **state)
{
    const struct box box = {0, 0, LENGTH_PT(100), LENGTH_PT(50)};
    assert_str(drawn(*state, "", box), "  group 0 0 100 50 clip 5 (0)\n");
}

static void write_sample(const char *folder)
{
    struct stage stage;
    struct pdf_job job = {
        .producer = STR("brochure"), .compression = 6, .standards = pdf_standards_screen, NULL};
    struct str svg, bytes;
    void *state;
    if (text_fixture_open(&state) != 0)
        exit(1);
    struct text_fixture *text = state;
    stage_open(&stage, text);
    if (file_read(&text->arena, "tests/pdf/drawing.svg", 1 << 20, &svg) != 0)
        exit(1);
    stage_draw(&stage, svg, (struct box){0, 0, LENGTH_PT(300), LENGTH_PT(225)});
    job.pages = stage.layout.pages;
    if (!page_check(job.pages, &text->diags) ||
        !pdf_write(&text->arena, &job, &text->diags, &bytes))
        exit(1);
    struct str path = str_format(&text->arena, "%s/drawing.pdf", folder);
    if (file_write(&text->arena, str_cstr(&text->arena, path), bytes) != 0)
        exit(1);
    arena_release(&stage.scratch);
    text_fixture_close(&state);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        TEXT_RULE(a_drawing_fills_its_box_and_keeps_its_shape),
        TEXT_RULE(pixels_become_one_item),
        TEXT_RULE(strokes_and_groups_are_scaled),
        TEXT_RULE(text_is_set_in_the_documents_fonts),
        TEXT_RULE(anchors_hold_the_middle_and_the_end),
        TEXT_RULE(turned_text_stands_in_a_group),
        TEXT_RULE(a_picture_without_items_still_has_its_place),
    };
    if (count == 2) {
        write_sample(arguments[1]);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
