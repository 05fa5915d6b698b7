#include "unit/plain_fixture.h"

static void marks_are_gone_and_typography_stays(void **state)
{
    assert_body(" |\n    *a* **b** `c \"d\"` \"e\" 5\u00a0mg so\u00adft -- f\\\n    g",
                "a b c \"d\" “e” 5\u00a0mg soft – f\ng\n");
}

static void an_address_is_printed_where_the_text_of_a_link_is_another(void **state)
{
    assert_body(" |\n    [a](https://a.org/x) [www.a.org](https://www.a.org/) <https://a.org/y>",
                "a (https://a.org/x) www.a.org https://a.org/y\n");
    assert_body(" |\n    [mail](mailto:a@b.org?subject=c) <d@b.org> [a@b.org](mailto:a@b.org)",
                "mail (a@b.org) d@b.org a@b.org\n");
    assert_body(" |\n    [call](tel:+15550100100) [555 010 0100](tel:+1-555-010-0100)",
                "call (+15550100100) 555 010 0100\n");
    assert_body(" |\n    [here](#h)", "here\n");
}

static void citations_stand_in_brackets_before_the_point(void **state)
{
    struct str text =
        plain_text(*state,
                   HEAD SECTION
                   "|\n    One.[@a; @b; @c] Two [@a, p. 3; @c]! (c[@b]) [@a] d\n"
                   "references: {items: [{id: a, text: x}, {id: b, text: y}, {id: c, text: z}]}\n",
                   0);
    struct str wanted = STR("\nOne [1-3]. Two [1(p3), 3]! (c [2]) [1] d\n");
    assert_true(str_find(text, wanted, 0) < text.len);
}

// UAX #9 would show the groups of a number the other way round between Arabic or Hebrew words.
static void telephone_numbers_are_isolated_in_text_from_right_to_left(void **state)
{
    assert_str(plain_body(*state, "he", "\n  - \"התקשרו +1 555 010 0100 היום\"", 0),
               "התקשרו \u2066+1 555 010 0100\u2069 היום\n");
    assert_str(plain_body(*state, "he", "\n  - contacts: [{name: א, phone: 555-010-0100}]", 0),
               "א\n\u2066555-010-0100\u2069\n");
    assert_str(
        plain_body(*state, "en", "\n  - Call +1 555 010 0100 or [א 555 010 0100]{lang=he}", 0),
        "Call +1 555 010 0100 or א \u2066555 010 0100\u2069\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(marks_are_gone_and_typography_stays),
        RULE(an_address_is_printed_where_the_text_of_a_link_is_another),
        RULE(citations_stand_in_brackets_before_the_point),
        RULE(telephone_numbers_are_isolated_in_text_from_right_to_left),
    };
    return cmocka_run_group_tests_name("plain_passage", tests, NULL, NULL);
}
