// Each kind of PNG as a raster, and each way in which a file can be none.
#include "color/srgb_profile.h"
#include "image/raster_png.h"
#include "unit/picture_fixture.h"

static const struct raster *read_raster(struct arena *arena, const struct fixture_png *png)
{
    struct picture_fixture *fixture = picture_fixture_read(arena, fixture_png_bytes(arena, png));
    assert_true(fixture->good);
    assert_int_equal(fixture->diags.count, 0);
    assert_int_equal(fixture->picture->kind, PICTURE_PNG);
    assert_int_equal(fixture->picture->pixel_width, png->width);
    return fixture->picture->raster;
}

static void plain_pictures_keep_their_rows(void **state)
{
    static const int kinds[][2] = {
        {PNG_COLOR_TYPE_GRAY, 1},    {PNG_COLOR_TYPE_GRAY, 2},    {PNG_COLOR_TYPE_GRAY, 4},
        {PNG_COLOR_TYPE_GRAY, 8},    {PNG_COLOR_TYPE_RGB, 8},     {PNG_COLOR_TYPE_PALETTE, 1},
        {PNG_COLOR_TYPE_PALETTE, 2}, {PNG_COLOR_TYPE_PALETTE, 4}, {PNG_COLOR_TYPE_PALETTE, 8}};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct fixture_png png = {
            .width = 9, .height = 6, .type = kinds[i][0], .depth = kinds[i][1]};
        const struct raster *raster = read_raster(*state, &png);
        assert_int_equal(raster->packing, RASTER_PNG);
        assert_int_equal(raster->bits, png.depth);
        assert_int_equal(raster->color, png.type == PNG_COLOR_TYPE_GRAY  ? RASTER_GRAY
                                        : png.type == PNG_COLOR_TYPE_RGB ? RASTER_RGB
                                                                         : RASTER_PALETTE);
        assert_int_equal(raster->palette.len,
                         raster->color == RASTER_PALETTE ? (size_t)3 << png.depth : 0);
        assert_int_equal(raster->alpha.len, 0);
    }
}

static void interlaced_ones_are_put_in_order(void **state)
{
    struct fixture_png png = {
        .width = 4, .height = 2, .type = PNG_COLOR_TYPE_PALETTE, .depth = 2, .interlaced = true};
    const struct raster *raster = read_raster(*state, &png);
    assert_int_equal(raster->packing, RASTER_SAMPLES);
    assert_int_equal(raster->samples.len, 2);
    assert_memory_equal(raster->samples.data, "\x05\xAF", 2); // 0 0 1 1, 2 2 3 3
}

static void deep_ones_have_eight_bits(void **state)
{
    struct fixture_png png = {.width = 2, .height = 2, .type = PNG_COLOR_TYPE_GRAY, .depth = 16};
    const struct raster *raster = read_raster(*state, &png);
    assert_int_equal(raster->bits, 8);
    assert_int_equal(raster->samples.len, 4);
    assert_memory_equal(raster->samples.data, "\x00\x55\xAA\xFF", 4);
}

static void an_alpha_is_parted_from_the_colours(void **state)
{
    struct fixture_png png = {
        .width = 2, .height = 2, .type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8};
    const struct raster *raster = read_raster(*state, &png);
    assert_int_equal(raster->color, RASTER_RGB);
    assert_int_equal(raster->samples.len, 12);
    assert_memory_equal(raster->samples.data, fixture_quarters, 12);
    assert_int_equal(raster->alpha.len, 4);
    assert_memory_equal(raster->alpha.data, "\x00\x80\xFF\xFF", 4);
    png = (struct fixture_png){.width = 2,
                               .height = 2,
                               .type = PNG_COLOR_TYPE_GRAY_ALPHA,
                               .depth = 16,
                               .interlaced = true};
    raster = read_raster(*state, &png);
    assert_int_equal(raster->color, RASTER_GRAY);
    assert_memory_equal(raster->samples.data, "\x00\x55\xAA\xFF", 4);
    assert_memory_equal(raster->alpha.data, "\x00\x80\xFF\xFF", 4);
}

static void a_hidden_colour_keeps_the_rows(void **state)
{
    struct fixture_png png = {
        .width = 2, .height = 2, .type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .transparent = true};
    const struct raster *raster = read_raster(*state, &png);
    assert_int_equal(raster->packing, RASTER_PNG);
    assert_int_equal(raster->color, RASTER_PALETTE);
    assert_memory_equal(raster->alpha.data, "\x00\x80\xFF\xFF", 4);
    png = (struct fixture_png){
        .width = 2, .height = 2, .type = PNG_COLOR_TYPE_RGB, .depth = 8, .transparent = true};
    raster = read_raster(*state, &png);
    assert_int_equal(raster->packing, RASTER_PNG);
    assert_memory_equal(raster->alpha.data, "\x00\xFF\xFF\xFF", 4);
}

static void an_alpha_that_hides_nothing_is_none(void **state)
{
    struct fixture_png png = {
        .width = 1, .height = 1, .type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8};
    const struct raster *raster = read_raster(*state, &png); // the last quarter only
    assert_int_equal(raster->alpha.len, 0);
}

static void another_gamma_is_mended(void **state)
{
    struct fixture_png png = {
        .width = 2, .height = 2, .type = PNG_COLOR_TYPE_GRAY, .depth = 8, .gamma = 100000};
    const struct raster *raster = read_raster(*state, &png);
    assert_int_equal(raster->packing, RASTER_SAMPLES);
    assert_in_range((uint8_t)raster->samples.data[1], 154, 158); // a third of the light, in sRGB
    png.gamma = 45455;
    assert_int_equal(read_raster(*state, &png)->packing, RASTER_PNG);
}

static void a_profile_is_kept(void **state)
{
    struct arena *arena = *state;
    struct str profile = str_copy(arena, srgb_profile(arena));
    struct fixture_png png = {
        .width = 2, .height = 2, .type = PNG_COLOR_TYPE_RGB, .depth = 8, .profile = profile};
    assert_true(str_equal(read_raster(arena, &png)->profile, profile));
}

static void the_resolution_gives_the_size(void **state)
{
    struct fixture_png png = {
        .width = 300, .height = 150, .type = PNG_COLOR_TYPE_GRAY, .depth = 1, .per_metre = 11811};
    struct picture_fixture *fixture = picture_fixture_read(*state, fixture_png_bytes(*state, &png));
    assert_in_range(fixture->picture->width, LENGTH_PT(71.99), LENGTH_PT(72.01));
    assert_in_range(fixture->picture->height, LENGTH_PT(35.99), LENGTH_PT(36.01));
    png.per_metre = 0;
    fixture = picture_fixture_read(*state, fixture_png_bytes(*state, &png));
    assert_int_equal(fixture->picture->width, LENGTH_PT(225));
    png.per_metre = 1; // a page of PDF is the most
    fixture = picture_fixture_read(*state, fixture_png_bytes(*state, &png));
    assert_int_equal(fixture->picture->width, LENGTH_PT(14400));
    assert_in_range(fixture->picture->height, LENGTH_PT(7200) - 1, LENGTH_PT(7200));
}

static void exif_turns_it_upright(void **state)
{
    struct fixture_png png = {.width = 4,
                              .height = 2,
                              .type = PNG_COLOR_TYPE_GRAY,
                              .depth = 8,
                              .exif = fixture_exif(*state, 8, 300)};
    struct picture_fixture *fixture = picture_fixture_read(*state, fixture_png_bytes(*state, &png));
    assert_int_equal(fixture->picture->raster->orientation, 8);
    assert_int_equal(fixture->picture->pixel_width, 2);
    assert_int_equal(fixture->picture->pixel_height, 4);
    assert_int_equal(fixture->picture->height, LENGTH_PT(0.96));
}

static void each_beginning_of_a_file_is_cut_off(void **state)
{
    struct arena *arena = *state;
    struct fixture_png png = {.width = 5, .height = 5, .type = PNG_COLOR_TYPE_RGB, .depth = 8};
    struct str whole = fixture_png_bytes(arena, &png);
    for (size_t end = 8; end < whole.len; end++)
        assert_str(picture_fixture_said(arena, str_slice(whole, 0, end)),
                   "B0903 a.png ends before the picture does\n");
}

static void each_changed_byte_is_found(void **state)
{
    struct arena *arena = *state;
    struct fixture_png png = {.width = 5, .height = 5, .type = PNG_COLOR_TYPE_PALETTE, .depth = 8};
    struct str whole = fixture_png_bytes(arena, &png);
    for (size_t i = 8; i < whole.len; i++) {

        char *bytes = arena_copy(arena, whole.data, whole.len);
        bytes[i] ^= 0x55;

        assert_false(picture_fixture_read(arena, (struct str){bytes, whole.len})->good);
    }
}

static void a_file_may_not_claim_more_than_it_holds(void **state)
{
    struct arena *arena = *state;
    struct fixture_png png = {.width = 8, .height = 8, .type = PNG_COLOR_TYPE_GRAY, .depth = 8};
    char *bytes = arena_copy(arena, fixture_png_bytes(arena, &png).data, 100);
    memcpy(bytes + 16, "\0\0\xEA\x61\0\0\0\1", 8); // 60001
    assert_str(picture_fixture_said(arena, (struct str){bytes, 100}),
               "B0905 a.png has 60001 × 1 pixels\n");
    memcpy(bytes + 16, "\0\0\x2E\xE0\0\0\x2E\xE0", 8);
    assert_str(picture_fixture_said(arena, (struct str){bytes, 100}),
               "B0905 a.png has 12000 × 12000 pixels\n");
    memcpy(bytes + 16, "\0\0\0\0\0\0\0\1", 8);
    assert_str(picture_fixture_said(arena, (struct str){bytes, 100}),
               "B0904 a.png is damaged: it has no pixels\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(plain_pictures_keep_their_rows),
        RULE(interlaced_ones_are_put_in_order),
        RULE(deep_ones_have_eight_bits),
        RULE(an_alpha_is_parted_from_the_colours),
        RULE(a_hidden_colour_keeps_the_rows),
        RULE(an_alpha_that_hides_nothing_is_none),
        RULE(another_gamma_is_mended),
        RULE(a_profile_is_kept),
        RULE(the_resolution_gives_the_size),
        RULE(exif_turns_it_upright),
        RULE(each_beginning_of_a_file_is_cut_off),
        RULE(each_changed_byte_is_found),
        RULE(a_file_may_not_claim_more_than_it_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
