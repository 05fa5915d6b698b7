#include "text/letter_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_pairs(const uint32_t (*pairs)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(letter_lower(pairs[i][0]), pairs[i][1]);
        assert_int_equal(letter_lower(pairs[i][1]), pairs[i][1]);
        assert_true(letter_is_upper(pairs[i][0]));
        assert_false(letter_is_upper(pairs[i][1]));
    }
}

static void latin_greek_and_cyrillic_letters_have_a_lower_case(void **state)
{
    (void)state;
    const uint32_t pairs[][2] = {
        {'A', 'a'},
        {'Z', 'z'},
        {0xC4, 0xE4},
        {0xDE, 0xFE},
        {0x0141, 0x0142} /* Ł */,
        {0x0150, 0x0151} /* Ő */,
        {0x0178, 0xFF} /* Ÿ */,
        {0x017D, 0x017E} /* Ž */,
        {0x0218, 0x0219} /* Ș */,
        {0x1E9E, 0xDF} /* ẞ */,
        {0x1EA0, 0x1EA1} /* Ạ */,
        {0x0386, 0x03AC} /* Ά */,
        {0x03A3, 0x03C3} /* Σ */,
        {0x0401, 0x0451} /* Ё */,
        {0x0416, 0x0436} /* Ж */,
        {0x0490, 0x0491} /* Ґ */,
    };
    assert_pairs(pairs, sizeof pairs / sizeof *pairs);
}

static void what_has_no_case_stays_as_it_is(void **state)
{
    (void)state;
    const uint32_t others[] = {'@', '[', '`', '{', '5', ' ', 0xD7, 0xDF, 0x0138, 0x05D0, 0x4E00};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_int_equal(letter_lower(others[i]), others[i]);
        assert_false(letter_is_upper(others[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(latin_greek_and_cyrillic_letters_have_a_lower_case),
        cmocka_unit_test(what_has_no_case_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
