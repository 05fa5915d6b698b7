// Exif in both byte orders, and what is malformed.
#include "image/exif.h"
#include "unit/picture_fixture.h"

static const struct str little =
    STR_INIT("II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"
             "\x1A\x01\x05\0\x01\0\0\0\x26\0\0\0\0\0\0\0\xB0\x04\0\0\x0A\0\0\0");

static void both_byte_orders_are_read(void **state)
{
    struct exif exif = exif_read(fixture_exif(*state, 6, 300));
    assert_int_equal(exif.orientation, 6);
    assert_int_equal(exif.resolution.x, 300000);
    assert_int_equal(exif.resolution.y, 300000);
    assert_int_equal(exif.resolution.unit, RASTER_INCH);
    assert_int_equal(exif_read(little).orientation, 8);
}

static void half_a_resolution_is_none(void **state)
{
    (void)state;
    assert_int_equal(exif_read(little).resolution.x, 0);
}

static void what_is_malformed_says_nothing(void **state)
{
    struct str whole = fixture_exif(*state, 3, 72);
    assert_int_equal(exif_read(STR("")).orientation, 1);
    assert_int_equal(exif_read(STR("MM\0*\xFF\xFF\xFF\xFF")).orientation, 1);
    assert_int_equal(exif_read(fixture_exif(*state, 9, 72)).orientation, 1);
    for (size_t end = 0; end < whole.len; end++) {
        struct str part = {arena_copy(*state, whole.data, end), end};
        struct exif exif = exif_read(part);
        assert_true(exif.orientation == 1 || exif.orientation == 3);
        assert_int_equal(exif.resolution.x, exif.resolution.y);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(both_byte_orders_are_read),
        RULE(half_a_resolution_is_none),
        RULE(what_is_malformed_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
