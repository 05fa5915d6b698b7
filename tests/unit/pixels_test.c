// Each packing of a raster taken apart into bytes, and the same picture in the inks of a press.
#include "image/pixels.h"

#include "color/cmyk_profile.h"
#include "separate/rasters.h"
#include "unit/picture_fixture.h"

enum { SIDE = 16 };

static const struct picture *read_bytes(struct arena *arena, struct str bytes)
{
    struct picture_fixture *fixture = picture_fixture_read(arena, bytes);
    assert_true(fixture->good);
    return fixture->picture;
}

static const struct picture *read_png(struct arena *arena, struct fixture_png png)
{
    png.width = png.height = SIDE;
    return read_bytes(arena, fixture_png_bytes(arena, &png));
}

static struct pixels unpack(struct arena *arena, const struct picture *picture, uint32_t components)
{
    struct pixels pixels;
    struct str fault;
    assert_true(pixels_unpack(arena, picture->raster, &pixels, &fault));
    assert_int_equal(pixels.width, SIDE);
    assert_int_equal(pixels.height, SIDE);
    assert_int_equal(pixels.components, components);
    return pixels;
}

// The middle of a quarter, where JPEG's losses are small.
static const uint8_t *quarter_of(const struct pixels *pixels, size_t quarter)
{
    size_t x = SIDE / 4 + quarter % 2 * SIDE / 2, y = SIDE / 4 + quarter / 2 * SIDE / 2;
    return pixels->samples + (y * SIDE + x) * pixels->components;
}

static void assert_near(unsigned value, unsigned wanted, unsigned slack)
{
    assert_in_range(value + slack, wanted, wanted + 2 * slack);
}

static void rows_of_a_png_are_a_byte_a_component(void **state)
{
    const struct fixture_png kinds[] = {
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8},
        {.type = PNG_COLOR_TYPE_RGB, .depth = 16},
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .interlaced = true},
        {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 2},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 8},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .interlaced = true},
        {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .transparent = true},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct pixels pixels = unpack(*state, read_png(*state, kinds[i]), 3);
        for (size_t quarter = 0; quarter < 4; quarter++)
            assert_memory_equal(quarter_of(&pixels, quarter), fixture_quarters[quarter], 3);
    }
}

static void greys_of_any_depth_reach_from_black_to_white(void **state)
{
    for (int depth = 2; depth <= 16; depth *= 2) {
        struct fixture_png png = {.type = PNG_COLOR_TYPE_GRAY, .depth = depth};
        struct pixels pixels = unpack(*state, read_png(*state, png), 1);
        for (size_t quarter = 0; quarter < 4; quarter++)
            assert_int_equal(*quarter_of(&pixels, quarter), quarter * 85);
    }
}

static void a_jpeg_is_decoded(void **state)
{
    struct fixture_jpeg jpeg = {.width = SIDE, .height = SIDE, .components = 3};
    struct pixels pixels = unpack(*state, read_bytes(*state, fixture_jpeg_bytes(*state, &jpeg)), 3);
    for (size_t quarter = 0; quarter < 4; quarter++)
        for (size_t i = 0; i < 3; i++)
            assert_near(quarter_of(&pixels, quarter)[i], fixture_quarters[quarter][i], 24);
    jpeg.bare = true;
    pixels = unpack(*state, read_bytes(*state, fixture_jpeg_bytes(*state, &jpeg)), 3);
    assert_near(quarter_of(&pixels, 0)[0], 255, 24);
}

struct printing {
    struct press_intent intent;
    struct separate_job job;
    struct sources sources;
    struct diags diags;
};

static const struct raster *print(struct arena *arena, const struct picture *picture, bool process)
{
    struct printing *p = ARENA_NEW(arena, struct printing);
    const char *fault;
    assert_true(cmyk_profile_read(arena, &p->intent.profile));
    struct press *press = press_open(arena, p->intent.profile, &fault);
    p->job =
        (struct separate_job){.press = press, .intent = &p->intent, .inks = {.process = process}};
    sources_init(&p->sources, arena);
    diags_init(&p->diags, arena, &p->sources);
    struct rasters *rasters = rasters_open(arena, &p->job, &p->diags);
    const struct page_item item = {.kind = ITEM_IMAGE, .as.image = {picture}};
    const struct picture *printed = rasters_separate(rasters, &item);
    assert_ptr_equal(rasters_separate(rasters, &item), printed);
    assert_true(rasters_close(rasters));
    press_close(press);
    return printed->raster;
}

static void a_picture_becomes_four_inks_and_keeps_its_alpha(void **state)
{
    struct fixture_png png = {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8};
    const struct raster *raster = print(*state, read_png(*state, png), true);
    assert_int_equal(raster->color, RASTER_CMYK);
    assert_int_equal(raster->samples.len, SIDE * SIDE * 4);
    assert_int_equal(raster->alpha.len, SIDE * SIDE);
    assert_int_equal(raster->profile.len, 0);
    const struct pixels pixels = unpack(*state, &(struct picture){.raster = raster}, 4);
    const uint8_t *red = quarter_of(&pixels, 0), *white = quarter_of(&pixels, 3);
    assert_true(red[0] < 60 && red[1] > 200 && red[2] > 200);
    assert_true(white[0] + white[1] + white[2] + white[3] <= 4);
}

static void one_plate_has_as_much_black_as_the_picture_is_dark(void **state)
{
    struct fixture_png png = {.type = PNG_COLOR_TYPE_PALETTE, .depth = 8};
    const struct raster *raster = print(*state, read_png(*state, png), false);
    const struct pixels pixels = unpack(*state, &(struct picture){.raster = raster}, 1);
    assert_near(*quarter_of(&pixels, 0), 54, 1);  // red
    assert_near(*quarter_of(&pixels, 1), 182, 1); // green
    assert_near(*quarter_of(&pixels, 2), 18, 1);  // blue
    assert_int_equal(*quarter_of(&pixels, 3), 255);
}

static void inks_of_the_press_itself_stay_and_lose_their_profile(void **state)
{
    struct fixture_jpeg jpeg = {.width = SIDE, .height = SIDE, .components = 4};
    const struct picture *picture = read_bytes(*state, fixture_jpeg_bytes(*state, &jpeg));
    assert_true(picture->raster->profile.len > 0);
    const struct raster *raster = print(*state, picture, true);
    assert_int_equal(raster->packing, RASTER_JPEG);
    assert_int_equal(raster->profile.len, 0);
    assert_int_equal(print(*state, picture, false)->color, RASTER_GRAY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(rows_of_a_png_are_a_byte_a_component),
        RULE(greys_of_any_depth_reach_from_black_to_white),
        RULE(a_jpeg_is_decoded),
        RULE(a_picture_becomes_four_inks_and_keeps_its_alpha),
        RULE(one_plate_has_as_much_black_as_the_picture_is_dark),
        RULE(inks_of_the_press_itself_stay_and_lose_their_profile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
