// Each kind of JPEG as a raster that passes its bytes on, and each way in which a file can be none.
#include "color/cmyk_profile.h"
#include "color/srgb_profile.h"
#include "image/raster_jpeg.h"
#include "unit/picture_fixture.h"

static const struct picture *read_picture(struct arena *arena, const struct fixture_jpeg *jpeg)
{
    struct picture_fixture *fixture = picture_fixture_read(arena, fixture_jpeg_bytes(arena, jpeg));
    assert_true(fixture->good);
    assert_int_equal(fixture->diags.count, 0);
    assert_int_equal(fixture->picture->kind, PICTURE_JPEG);
    assert_int_equal(fixture->picture->raster->packing, RASTER_JPEG);
    return fixture->picture;
}

static void the_bytes_are_passed_on(void **state)
{
    struct arena *arena = *state;
    struct fixture_jpeg jpeg = {.width = 20, .height = 10, .components = 3};
    struct str bytes = fixture_jpeg_bytes(arena, &jpeg);
    struct picture_fixture *fixture = picture_fixture_read(arena, bytes);
    assert_true(str_equal(fixture->picture->raster->samples, bytes));
    assert_int_equal(fixture->picture->raster->color, RASTER_RGB);
    assert_int_equal(fixture->picture->width, LENGTH_PT(15));
    jpeg = (struct fixture_jpeg){.width = 5, .height = 5, .components = 1, .progressive = true};
    assert_int_equal(read_picture(arena, &jpeg)->raster->color, RASTER_GRAY);
}

static void what_follows_the_picture_is_left_out(void **state)
{
    struct arena *arena = *state;
    struct fixture_jpeg jpeg = {.width = 20, .height = 10, .components = 3};
    struct str bytes = fixture_jpeg_bytes(arena, &jpeg);
    struct str_builder out = str_builder_in(arena);
    str_add(&out, bytes);
    str_add(&out, STR("a film, \xFF\xD8 and more"));
    struct picture_fixture *fixture = picture_fixture_read(arena, str_built(&out));
    assert_true(fixture->good);
    assert_int_equal(fixture->picture->raster->samples.len, bytes.len);
}

static void a_lying_picture_is_upright(void **state)
{
    for (uint8_t orientation = 1; orientation <= 8; orientation++) {
        struct fixture_jpeg jpeg = {
            .width = 20, .height = 10, .components = 3, .orientation = orientation};
        const struct picture *picture = read_picture(*state, &jpeg);
        bool lies = orientation >= 5;
        assert_int_equal(picture->raster->orientation, orientation);
        assert_int_equal(picture->raster->width, 20);
        assert_int_equal(picture->pixel_width, lies ? 10 : 20);
        assert_int_equal(picture->pixel_height, lies ? 20 : 10);
        assert_int_equal(picture->width, lies ? LENGTH_PT(7.5) : LENGTH_PT(15));
    }
}

static void the_resolution_is_jfifs_or_exifs(void **state)
{
    struct fixture_jpeg jpeg = {.width = 30, .height = 30, .components = 1, .per_inch = 300};
    assert_int_equal(read_picture(*state, &jpeg)->width, LENGTH_PT(7.2));
    jpeg.orientation = 1;
    jpeg.exif_inch = 150;
    assert_int_equal(read_picture(*state, &jpeg)->width, LENGTH_PT(7.2));
    jpeg.per_inch = 0;
    assert_int_equal(read_picture(*state, &jpeg)->width, LENGTH_PT(14.4));
}

static void inks_have_a_profile(void **state)
{
    struct arena *arena = *state;
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 4};
    const struct raster *raster = read_picture(arena, &jpeg)->raster;
    assert_int_equal(raster->color, RASTER_CMYK);
    assert_true(raster->inverted);
    assert_true(cmyk_profile_read(arena, &jpeg.profile));
    assert_true(str_equal(raster->profile, jpeg.profile));
    assert_true(str_equal(read_picture(arena, &jpeg)->raster->profile, jpeg.profile));
}

static void a_profile_is_kept_when_it_fits(void **state)
{
    struct arena *arena = *state;
    struct str profile = str_copy(arena, srgb_profile(arena));
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 3, .profile = profile};
    assert_true(str_equal(read_picture(arena, &jpeg)->raster->profile, profile));
    jpeg.components = 1;
    assert_str(picture_fixture_said(arena, fixture_jpeg_bytes(arena, &jpeg)),
               "B0907 the colour profile of a.png is not used: "
               "it is for colours of another kind\n");
    jpeg.profile = str_slice(profile, 0, 300);
    assert_str(picture_fixture_said(arena, fixture_jpeg_bytes(arena, &jpeg)),
               "B0907 the colour profile of a.png is not used: it is cut off\n");
}

static void rgb_without_a_marker_gets_one(void **state)
{
    struct arena *arena = *state;
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 3, .bare = true};
    struct str bytes = fixture_jpeg_bytes(arena, &jpeg);
    struct str samples = picture_fixture_read(arena, bytes)->picture->raster->samples;
    assert_int_equal(samples.len, bytes.len + 16);
    assert_true(str_equal(str_slice(samples, 18, samples.len), str_slice(bytes, 2, bytes.len)));
    struct picture_fixture *again = picture_fixture_read(arena, samples);
    assert_true(str_equal(again->picture->raster->samples, samples));
    assert_false(again->picture->raster->inverted);
}

static void rare_kinds_are_named(void **state)
{
    struct arena *arena = *state;
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 1, .arithmetic = true};
    assert_str(picture_fixture_said(arena, fixture_jpeg_bytes(arena, &jpeg)),
               "B0906 a.png is a JPEG with arithmetic coding\n");
    jpeg.arithmetic = false;
    struct str bytes = fixture_jpeg_bytes(arena, &jpeg);
    size_t frame = str_find(bytes, STR("\xFF\xC0"), 0);
    char *changed = arena_copy(arena, bytes.data, bytes.len);
    changed[frame + 4] = 12;
    assert_str(picture_fixture_said(arena, (struct str){changed, bytes.len}),
               "B0906 a.png is a JPEG with 12 bits a channel\n");
    changed[frame + 4] = 8;
    changed[frame + 9] = 2;
    assert_str(picture_fixture_said(arena, (struct str){changed, bytes.len}),
               "B0906 a.png is a JPEG with 2 channels\n");
    changed[frame + 1] = (char)0xC3;
    assert_str(picture_fixture_said(arena, (struct str){changed, bytes.len}),
               "B0906 a.png is a JPEG without loss\n");
}

static void each_beginning_of_a_file_is_cut_off(void **state)
{
    struct arena *arena = *state;
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 3, .progressive = true};
    struct str whole = fixture_jpeg_bytes(arena, &jpeg);
    for (size_t end = 3; end < whole.len; end++)
        assert_str(picture_fixture_said(arena, str_slice(whole, 0, end)),
                   "B0903 a.png ends before the picture does\n");
}

static void damage_is_told(void **state)
{
    struct arena *arena = *state;
    assert_str(picture_fixture_said(arena, STR("\xFF\xD8\xFF\xD9")),
               "B0904 a.png is damaged: there is no picture in it\n");
    assert_str(picture_fixture_said(arena, STR("\xFF\xD8\xFF\xE0\0\1\xFF\xD9")),
               "B0904 a.png is damaged: one of its parts is shorter than its own head\n");
    struct fixture_jpeg jpeg = {.width = 8, .height = 8, .components = 1};
    struct str bytes = fixture_jpeg_bytes(arena, &jpeg);
    char *changed = arena_copy(arena, bytes.data, bytes.len);
    changed[str_find(bytes, STR("\xFF\xC4"), 0) + 5] = (char)0xFF;
    assert_str(picture_fixture_said(arena, (struct str){changed, bytes.len}),
               "B0904 a.png is damaged: Bogus Huffman table definition\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_bytes_are_passed_on),
        RULE(what_follows_the_picture_is_left_out),
        RULE(a_lying_picture_is_upright),
        RULE(the_resolution_is_jfifs_or_exifs),
        RULE(inks_have_a_profile),
        RULE(a_profile_is_kept_when_it_fits),
        RULE(rgb_without_a_marker_gets_one),
        RULE(rare_kinds_are_named),
        RULE(each_beginning_of_a_file_is_cut_off),
        RULE(damage_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
