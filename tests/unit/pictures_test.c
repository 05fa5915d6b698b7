// Image XObjects. With a folder as its argument the program writes a page of all kinds of pictures
// there, for tests/pdf/pictures.sh.
#include "base/file.h"
#include "page/page_check.h"
#include "page/page_dump.h"
#include "pdf/pdf.h"
#include "pdf/pictures.h"
#include "unit/picture_fixture.h"

struct stage {
    struct arena *arena;
    struct sources sources;
    struct diags diags;
    struct page_list *list;
    struct page *page;
    size_t cells;
};

static void stage_open(struct stage *stage, struct arena *arena)
{
    *stage = (struct stage){.arena = arena, .list = page_list_new(arena)};
    sources_init(&stage->sources, arena);
    diags_init(&stage->diags, arena, &stage->sources);
    stage->list->info = (struct document_info){
        .title = STR("Pictures"), .language = STR("en-US"), .date = STR("2025-06-27")};
    stage->page = page_add(stage->list, LENGTH_PT(360), LENGTH_PT(360));
}

static void stage_add(struct stage *stage, struct str bytes)
{
    struct picture_fixture *fixture = picture_fixture_read(stage->arena, bytes);
    assert_true(fixture->good);
    fixture_draw(stage->list, stage->page, stage->cells++, fixture->picture);
}

// Not compressed, so that what is in it can be found.
static struct str stage_write(struct stage *stage, int compression)
{
    struct pdf_job job = {stage->list, STR("brochure"), compression, pdf_standards_screen, NULL};
    struct str bytes;
    assert_true(page_check(stage->list, &stage->diags));
    assert_true(pdf_write(stage->arena, &job, &stage->diags, &bytes));
    return bytes;
}

static size_t occurrences(struct str text, struct str part)
{
    size_t count = 0;
    for (size_t at = str_find(text, part, 0); at < text.len; at = str_find(text, part, at + 1))
        count++;
    return count;
}

static void equal_pictures_are_one_object(void **state)
{
    struct stage stage;
    stage_open(&stage, *state);
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 3};
    for (size_t i = 0; i < 3; i++)
        stage_add(&stage, fixture_jpeg_bytes(*state, &jpeg));
    jpeg.width = 16;
    stage_add(&stage, fixture_jpeg_bytes(*state, &jpeg));
    assert_int_equal(occurrences(stage_write(&stage, 0), STR("/Subtype/Image")), 2);
}

static void a_picture_drawn_again_is_one_object(void **state)
{
    struct stage stage;
    stage_open(&stage, *state);
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 3};
    stage_add(&stage, fixture_jpeg_bytes(*state, &jpeg));
    const struct picture *picture = stage.page->items[0].as.image.picture;
    fixture_draw(stage.list, stage.page, stage.cells++, picture);
    stage.page = page_add(stage.list, LENGTH_PT(360), LENGTH_PT(360));
    fixture_draw(stage.list, stage.page, 0, picture);
    struct str bytes = stage_write(&stage, 0);
    assert_int_equal(occurrences(bytes, STR("/Subtype/Image")), 1);
    assert_int_equal(occurrences(bytes, STR("/I0 Do")), 3);
    assert_int_equal(occurrences(bytes, STR("/XObject<</I0 ")), 1);
}

static void a_file_is_the_same_each_time(void **state)
{
    struct str files[2];
    for (size_t i = 0; i < 2; i++) {
        struct stage stage;
        stage_open(&stage, *state);
        struct fixture_png png = {
            .width = 8, .height = 8, .type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8};
        stage_add(&stage, fixture_png_bytes(*state, &png));
        files[i] = stage_write(&stage, 6);
    }
    assert_true(str_equal(files[0], files[1]));
}

static void an_alpha_is_a_soft_mask_on_a_page_that_blends(void **state)
{
    struct stage stage;
    stage_open(&stage, *state);
    struct fixture_png png = {
        .width = 8, .height = 8, .type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8};
    stage_add(&stage, fixture_png_bytes(*state, &png));
    struct str bytes = stage_write(&stage, 0);
    assert_int_equal(occurrences(bytes, STR("/SMask ")), 1);
    assert_int_equal(occurrences(bytes, STR("/Group<</S/Transparency/CS/DeviceRGB>>")), 1);
    assert_int_equal(occurrences(bytes, STR("/Interpolate")), 0);
}

static void a_dump_names_the_picture(void **state)
{
    struct stage stage;
    struct str_builder out = str_builder_in(*state);
    stage_open(&stage, *state);
    struct fixture_jpeg jpeg = {.width = 20, .height = 10, .components = 1, .orientation = 6};
    stage_add(&stage, fixture_jpeg_bytes(*state, &jpeg));
    page_dump(stage.list, &out);
    assert_str(str_built(&out), "page 1 360 360\n  image 10 10 40 40 10 x 20 \"a.png\"\n");
}

static void a_picture_without_room_or_pixels_is_a_fault(void **state)
{
    struct stage stage;
    static const struct picture none = {.kind = PICTURE_DRAWING};
    stage_open(&stage, *state);
    fixture_draw(stage.list, stage.page, 0, &none);
    stage.page->items[0].box.width = 0;
    assert_false(page_check(stage.list, &stage.diags));
    assert_int_equal(stage.diags.error_count, 2);
}

static void add_pngs(struct stage *stage)
{
    static const struct fixture_png kinds[] = {
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8},
        {.type = PNG_COLOR_TYPE_RGB, .depth = 16, .interlaced = true},
        {.type = PNG_COLOR_TYPE_GRAY, .depth = 8},
        {.type = PNG_COLOR_TYPE_GRAY, .depth = 2},
        {.type = PNG_COLOR_TYPE_GRAY, .depth = 16},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 2},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 8},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .interlaced = true},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .transparent = true},
        {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8},
        {.type = PNG_COLOR_TYPE_GRAY_ALPHA, .depth = 16},
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .transparent = true},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct fixture_png png = kinds[i];
        png.width = 34;
        png.height = 18;
        stage_add(stage, fixture_png_bytes(stage->arena, &png));
    }
}

static void add_jpegs(struct stage *stage)
{
    struct fixture_jpeg jpeg = {.width = 32, .height = 16, .components = 3};
    for (jpeg.orientation = 1; jpeg.orientation <= 8; jpeg.orientation++)
        stage_add(stage, fixture_jpeg_bytes(stage->arena, &jpeg));
    jpeg = (struct fixture_jpeg){.width = 32, .height = 16, .components = 1, .progressive = true};
    stage_add(stage, fixture_jpeg_bytes(stage->arena, &jpeg));
    jpeg = (struct fixture_jpeg){.width = 32, .height = 16, .components = 3, .bare = true};
    stage_add(stage, fixture_jpeg_bytes(stage->arena, &jpeg));
    jpeg = (struct fixture_jpeg){.width = 32, .height = 16, .components = 4};
    stage_add(stage, fixture_jpeg_bytes(stage->arena, &jpeg));
}

static void write_sample(const char *folder)
{
    struct arena arena;
    struct stage stage;
    arena_init(&arena);
    stage_open(&stage, &arena);
    add_pngs(&stage);
    add_jpegs(&stage);
    struct str path = str_format(&arena, "%s/pictures.pdf", folder);
    if (file_write(&arena, str_cstr(&arena, path), stage_write(&stage, 6)) != 0)
        exit(1);
    arena_release(&arena);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        RULE(equal_pictures_are_one_object), RULE(a_picture_drawn_again_is_one_object),
        RULE(a_file_is_the_same_each_time),  RULE(an_alpha_is_a_soft_mask_on_a_page_that_blends),
        RULE(a_dump_names_the_picture),      RULE(a_picture_without_room_or_pixels_is_a_fault),
    };
    if (count == 2) {
        write_sample(arguments[1]);
        return 0;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
