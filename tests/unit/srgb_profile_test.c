#include "color/srgb_profile.h"
#include "unit/unit.h"

static uint32_t u32_at(struct str bytes, size_t at)
{
    const uint8_t *b = (const uint8_t *)bytes.data + at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static size_t offset_of(struct str profile, const char *signature)
{
    for (size_t at = 132; at < 132 + 12 * (size_t)u32_at(profile, 128); at += 12)
        if (str_equal((struct str){profile.data + at, 4}, str_from(signature)))
            return u32_at(profile, at + 4);
    fail_msg("no tag %s", signature);
    return 0;
}

static void says_its_size_and_kind(void **state)
{
    struct str profile = srgb_profile(*state);
    assert_int_equal(u32_at(profile, 0), profile.len);
    assert_int_equal(profile.len % 4, 0);
    assert_str(str_slice(profile, 12, 24), "mntrRGB XYZ ");
    assert_str(str_slice(profile, 36, 40), "acsp");
}

// White is what the three primaries make together.
static void primaries_sum_up_to_the_white_point(void **state)
{
    struct str profile = srgb_profile(*state);
    size_t white = offset_of(profile, "wtpt");
    for (size_t i = 8; i < 20; i += 4) {
        uint32_t sum = u32_at(profile, offset_of(profile, "rXYZ") + i) +
                       u32_at(profile, offset_of(profile, "gXYZ") + i) +
                       u32_at(profile, offset_of(profile, "bXYZ") + i);
        assert_in_range(sum, u32_at(profile, white + i) - 2, u32_at(profile, white + i) + 2);
    }
}

// IEC 61966-2-1: code 128 is 21.586 % of white, code 10 is 0.3035 %.
static void the_curve_is_the_published_one(void **state)
{
    struct str profile = srgb_profile(*state);
    const uint8_t *curve = (const uint8_t *)profile.data + offset_of(profile, "gTRC") + 12;
    assert_int_equal(curve[0] << 8 | curve[1], 0);
    assert_int_equal(curve[20] << 8 | curve[21], 199);
    assert_int_equal(curve[256] << 8 | curve[257], 14146);
    assert_int_equal(curve[510] << 8 | curve[511], 65535);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(says_its_size_and_kind),
        RULE(primaries_sum_up_to_the_white_point),
        RULE(the_curve_is_the_published_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
