#include "text/phone_numbers.h"

#include "unit/unit.h"

// The numbers of a text, with '|' between.
static void assert_numbers(struct arena *arena, struct str text, const char *expected)
{
    struct str_builder out = str_builder_in(arena);
    struct phone_number number = {0};
    while (phone_number_find(text, number.end, &number)) {
        str_add(&out, out.len > 0 ? STR("|") : STR(""));
        str_add(&out, str_slice(text, number.start, number.end));
    }
    assert_str(str_built(&out), expected);
}

static void groups_of_figures_are_a_number(void **state)
{
    assert_numbers(*state, STR("call +1 555 010 0100 or 555-0101."), "+1 555 010 0100|555-0101");
    assert_numbers(*state, STR("(555) 010-0100, (+49) 30/1234567"),
                   "(555) 010-0100|(+49) 30/1234567");
    assert_numbers(*state, STR("اتصل 555.010.0100 الآن"), "555.010.0100");
    assert_numbers(*state, STR("+15550100100"), "+15550100100");
    assert_numbers(*state, STR("030\u00A01234\u201156"), "030\u00A01234\u201156");
}

static void a_bracket_round_a_number_is_not_of_it(void **state)
{
    assert_numbers(*state, STR("(555-0101) (+1 555 0101)"), "555-0101|+1 555 0101");
}

static void years_ages_and_short_numbers_are_none(void **state)
{
    assert_numbers(*state, STR("2020-2025, 12 to 14, 18-65, 1 000, 5550100"), "");
}

static void what_hangs_together_with_letters_is_none(void **state)
{
    assert_numbers(*state, STR("NCT012-34567, 555-0101x"), "");
}

static void more_figures_than_any_number_has_are_none(void **state)
{
    assert_numbers(*state, STR("1234 5678 9012 3456 and 555-0101"), "555-0101");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(groups_of_figures_are_a_number),
        RULE(a_bracket_round_a_number_is_not_of_it),
        RULE(years_ages_and_short_numbers_are_none),
        RULE(what_hangs_together_with_letters_is_none),
        RULE(more_figures_than_any_number_has_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
