#include "base/utf8.h"
#include "unit/unit.h"

static void assert_decodes(struct str bytes, uint32_t code_point, size_t length)
{
    size_t at = 0;
    assert_int_equal(utf8_decode(bytes.data, bytes.len, &at), code_point);
    assert_int_equal(at, length);
}

static void assert_invalid(struct str bytes)
{
    assert_decodes(bytes, UTF8_INVALID, 1);
    assert_int_equal(utf8_check(bytes.data, bytes.len), 0);
}

static void decodes_the_first_and_last_of_each_length(void **state)
{
    (void)state;
    assert_decodes(STR("\0"), 0, 1);
    assert_decodes(STR("\x7F"), 0x7F, 1);
    assert_decodes(STR("\xC2\x80"), 0x80, 2);
    assert_decodes(STR("\xDF\xBF"), 0x7FF, 2);
    assert_decodes(STR("\xE0\xA0\x80"), 0x800, 3);
    assert_decodes(STR("\xED\x9F\xBF"), 0xD7FF, 3);
    assert_decodes(STR("\xEE\x80\x80"), 0xE000, 3);
    assert_decodes(STR("\xEF\xBF\xBF"), 0xFFFF, 3);
    assert_decodes(STR("\xF0\x90\x80\x80"), 0x10000, 4);
    assert_decodes(STR("\xF4\x8F\xBF\xBF"), 0x10FFFF, 4);
}

static void refuses_overlong_forms(void **state)
{
    (void)state;
    assert_invalid(STR("\xC0\x80"));
    assert_invalid(STR("\xC1\xBF"));
    assert_invalid(STR("\xE0\x80\x80"));
    assert_invalid(STR("\xE0\x9F\xBF"));
    assert_invalid(STR("\xF0\x80\x80\x80"));
    assert_invalid(STR("\xF0\x8F\xBF\xBF"));
}

static void refuses_surrogates_and_what_lies_above_unicode(void **state)
{
    (void)state;
    assert_invalid(STR("\xED\xA0\x80"));
    assert_invalid(STR("\xED\xBF\xBF"));
    assert_invalid(STR("\xF4\x90\x80\x80"));
    assert_invalid(STR("\xF5\x80\x80\x80"));
    assert_invalid(STR("\xFF"));
}

static void refuses_stray_and_missing_continuations(void **state)
{
    (void)state;
    assert_invalid(STR("\x80"));
    assert_invalid(STR("\xBF"));
    assert_invalid(STR("\xC3"));
    assert_invalid(STR("\xC3("));
    assert_invalid(STR("\xE2\x82"));
    assert_invalid(STR("\xE2(\x82"));
    assert_invalid(STR("\xF0\x9F\x98"));
    assert_invalid(STR("\xF0\x9F\x98("));
}

static void says_where_the_first_bad_byte_is(void **state)
{
    (void)state;
    assert_int_equal(utf8_check("", 0), 0);
    assert_int_equal(utf8_check("caf\xC3\xA9", 5), 5);
    assert_int_equal(utf8_check("caf\xC3\xA9\xE9 au lait", 14), 5);
    assert_int_equal(utf8_check("caf\xC3", 4), 3);
}

static void every_scalar_value_survives_the_round_trip(void **state)
{
    (void)state;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        if (code_point == 0xD800)
            code_point = 0xE000;
        char bytes[UTF8_LONGEST];
        size_t length = utf8_encode(code_point, bytes);
        size_t at = 0;
        if (utf8_decode(bytes, length, &at) != code_point || at != length)
            fail_msg("U+%04X", code_point);
    }
}

// Of the 2^24 strings of three bytes, those that pass are the ones that RFC 3629's grammar makes.
static void accepts_as_many_strings_as_the_grammar_makes(void **state)
{
    (void)state;
    size_t valid = 0;
    for (uint32_t bits = 0; bits < 1u << 24; bits++) {
        const char bytes[3] = {(char)(unsigned char)(bits >> 16),
                               (char)(unsigned char)(bits >> 8 & 0xFF),
                               (char)(unsigned char)(bits & 0xFF)};
        valid += utf8_check(bytes, 3) == 3;
    }
    const size_t one = 0x80, two = 0x800 - 0x80, three = 0x10000 - 0x800 - 0x800;
    assert_int_equal(valid, one * one * one + 2 * one * two + three);
}

static void counts_code_points(void **state)
{
    (void)state;
    assert_int_equal(utf8_count("", 0), 0);
    assert_int_equal(utf8_count("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 10), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(decodes_the_first_and_last_of_each_length),
        RULE(refuses_overlong_forms),
        RULE(refuses_surrogates_and_what_lies_above_unicode),
        RULE(refuses_stray_and_missing_continuations),
        RULE(says_where_the_first_bad_byte_is),
        RULE(every_scalar_value_survives_the_round_trip),
        RULE(accepts_as_many_strings_as_the_grammar_makes),
        RULE(counts_code_points),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
