// Rasters with fewer pixels keep their colours.
#include "image/raster_jpeg.h"
#include "image/raster_smaller.h"
#include "image/resample.h"
#include "unit/picture_fixture.h"

enum { WIDTH = 96, HEIGHT = 64, SMALL_WIDTH = 36, SMALL_HEIGHT = 24 };

static const struct raster *read(struct arena *arena, struct str bytes)
{
    struct picture_fixture *fixture = picture_fixture_read(arena, bytes);
    assert_true(fixture->good);
    return fixture->picture->raster;
}

static const struct raster *png(struct arena *arena, struct fixture_png png)
{
    png.width = WIDTH;
    png.height = HEIGHT;
    return read(arena, fixture_png_bytes(arena, &png));
}

// The colour in the middle of a quarter, as stored: a byte for each of so many channels.
static const uint8_t *middle(const struct raster *raster, struct str bytes, size_t channels,
                             size_t quarter)
{
    size_t x = raster->width / 4 + (quarter % 2) * raster->width / 2;
    size_t y = raster->height / 4 + (quarter / 2) * raster->height / 2;
    assert_int_equal(bytes.len, channels * raster->width * raster->height);
    return (const uint8_t *)bytes.data + (y * raster->width + x) * channels;
}

static void shrink(struct arena *arena, const struct raster *raster, struct raster *out)
{
    assert_true(resample_open() && raster_can_be_smaller(raster));
    assert_true(raster_smaller(arena, raster, SMALL_WIDTH, SMALL_HEIGHT, out));
    assert_int_equal(out->width, SMALL_WIDTH);
    assert_int_equal(out->height, SMALL_HEIGHT);
    assert_int_equal(out->packing, raster->packing == RASTER_JPEG ? RASTER_JPEG : RASTER_SAMPLES);
    assert_int_equal(out->color, raster->color);
    assert_true(str_equal(out->file, raster->file));
}

static void assert_near(const uint8_t *color, const uint8_t *wanted, size_t channels, int slack)
{
    for (size_t i = 0; i < channels; i++)
        assert_true(abs(color[i] - wanted[i]) <= slack);
}

static void colors_stay(void **state)
{
    static const struct fixture_png kinds[] = {
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8},
        {.type = PNG_COLOR_TYPE_RGB, .depth = 16},
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .interlaced = true},
    };
    for (size_t i = 0; i < 3; i++) {
        struct raster small;
        shrink(*state, png(*state, kinds[i]), &small);
        assert_int_equal(small.samples.len, SMALL_WIDTH * SMALL_HEIGHT * 3);
        for (size_t k = 0; k < 4; k++)
            assert_near(middle(&small, small.samples, 3, k), fixture_quarters[k], 3, 0);
    }
}

static void greys_stay(void **state)
{
    struct raster small;
    shrink(*state, png(*state, (struct fixture_png){.type = PNG_COLOR_TYPE_GRAY, .depth = 8}),
           &small);
    for (size_t k = 0; k < 4; k++)
        assert_int_equal(middle(&small, small.samples, 1, k)[0], 85 * k);
}

// The first quarter is red that nobody sees: none of it runs into its neighbours.
static void hidden_colors_stay_hidden(void **state)
{
    static const struct fixture_png kinds[] = {
        {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8},
        {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .transparent = true},
    };
    for (size_t i = 0; i < 2; i++) {
        struct raster small;
        shrink(*state, png(*state, kinds[i]), &small);
        assert_int_equal(small.alpha.len, SMALL_WIDTH * SMALL_HEIGHT);
        assert_int_equal(middle(&small, small.alpha, 1, 0)[0], 0);
        assert_int_equal(middle(&small, small.alpha, 1, 3)[0], 255);
        for (size_t y = 0; y < SMALL_HEIGHT / 2 - 4; y++) {
            // Up to the border above green, and a pixel over it.
            size_t at = y * SMALL_WIDTH + SMALL_WIDTH / 2 + 1;
            assert_near((const uint8_t *)small.samples.data + 3 * at, fixture_quarters[1], 3, 2);
            assert_near((const uint8_t *)small.samples.data + 3 * (at - 1), fixture_quarters[1], 3,
                        2);
        }
    }
}

static void jpegs_stay_jpegs(void **state)
{
    for (int components = 1; components <= 4; components += components == 1 ? 2 : 1) {
        struct fixture_jpeg jpeg = {
            .width = 512, .height = 320, .components = components, .orientation = 6};
        const struct raster *raster = read(*state, fixture_jpeg_bytes(*state, &jpeg));
        struct raster small = {0};
        struct raster_samples before, after;
        assert_true(resample_open() && raster_smaller(*state, raster, 64, 40, &small));
        assert_int_equal(small.packing, RASTER_JPEG);
        assert_int_equal(small.orientation, raster->orientation);
        assert_int_equal(small.inverted, raster->inverted);
        assert_true(str_equal(small.profile, raster->profile));
        assert_true(small.samples.len < raster->samples.len);
        assert_true(raster_jpeg_unpack(*state, raster, 512, 320, &before));
        assert_true(raster_jpeg_unpack(*state, &small, 64, 40, &after));
        assert_int_equal(after.width, 64);
        for (size_t k = 0; k < 4; k++)
            assert_near(middle(&small, after.bytes, (size_t)components, k),
                        middle(raster, before.bytes, (size_t)components, k), (size_t)components, 6);
    }
}

// Halves of a side are left out when a JPEG is read, as long as twice what is wanted remains.
static void large_jpegs_are_read_in_part(void **state)
{
    struct fixture_jpeg jpeg = {.width = 512, .height = 320, .components = 3};
    const struct raster *raster = read(*state, fixture_jpeg_bytes(*state, &jpeg));
    static const uint32_t widths[][2] = {{512, 512}, {129, 512}, {128, 256}, {64, 128}, {2, 64}};
    for (size_t i = 0; i < 5; i++) {
        struct raster_samples out;
        assert_true(raster_jpeg_unpack(*state, raster, widths[i][0], 1, &out));
        assert_int_equal(out.width, widths[i][1]);
    }
}

static void a_jpeg_that_would_grow_stays(void **state)
{
    struct fixture_jpeg jpeg = {.width = 64, .height = 64, .components = 3};
    const struct raster *raster = read(*state, fixture_jpeg_bytes(*state, &jpeg));
    struct raster small, cut = *raster;
    assert_true(resample_open());
    cut.samples.len = raster->samples.len / 2; // of which libjpeg makes what it can
    assert_false(raster_smaller(*state, &cut, 60, 60, &small));
    cut.samples = STR("no JPEG");
    assert_false(raster_smaller(*state, &cut, 30, 30, &small));
}

static void few_colors_stay(void **state)
{
    assert_false(raster_can_be_smaller(
        png(*state, (struct fixture_png){.type = PNG_COLOR_TYPE_PALETTE, .depth = 8})));
    assert_false(raster_can_be_smaller(
        png(*state, (struct fixture_png){.type = PNG_COLOR_TYPE_GRAY, .depth = 1})));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(colors_stay),
        RULE(greys_stay),
        RULE(hidden_colors_stay_hidden),
        RULE(jpegs_stay_jpegs),
        RULE(large_jpegs_are_read_in_part),
        RULE(a_jpeg_that_would_grow_stays),
        RULE(few_colors_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
