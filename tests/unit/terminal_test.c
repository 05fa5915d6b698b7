#include "diag/terminal.h"
#include "unit/unit.h"

static struct str shown(struct arena *arena, struct str text)
{
    struct str_builder builder = str_builder_in(arena);
    terminal_add(&builder, text);
    return str_built(&builder);
}

static void ordinary_text_of_any_script_is_shown_as_it_is(void **state)
{
    const char *text =
        "a\tb \xC3\xA9 \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A \xE6\x97\xA5\xE6\x9C\xAC \xE2\x80\x8D";
    assert_str(shown(*state, str_from(text)), text);
}

static void controls_cannot_drive_the_terminal(void **state)
{
    assert_str(shown(*state, STR("\033[2Jx\nerror: y\r\x7F")), "\xEF\xBF\xBD[2Jx\xEF\xBF\xBD"
                                                               "error: y\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_str(shown(*state, STR("a\0b")), "a\xEF\xBF\xBD"
                                           "b");
    assert_str(shown(*state, STR("\xC2\x9B"
                                 "31m")),
               "\xEF\xBF\xBD"
               "31m");
}

static void bidi_controls_cannot_turn_the_order(void **state)
{
    assert_str(shown(*state, STR("a\xE2\x80\xAE"
                                 "b\xE2\x81\xA6"
                                 "c")),
               "a\xEF\xBF\xBD"
               "b\xEF\xBF\xBD"
               "c");
}

static void bytes_that_are_not_utf8_are_replaced_one_by_one(void **state)
{
    assert_str(shown(*state, STR("\xFF\xC3(")), "\xEF\xBF\xBD\xEF\xBF\xBD(");
}

static void width_is_what_terminals_give(void **state)
{
    (void)state;
    assert_int_equal(terminal_columns(STR("")), 0);
    assert_int_equal(terminal_columns(STR("abc")), 3);
    assert_int_equal(terminal_columns(STR("\xC3\xA9")), 1);
    assert_int_equal(terminal_columns(STR("e\xCC\x81")), 1);
    assert_int_equal(terminal_columns(STR("\xE6\x97\xA5\xE6\x9C\xAC")), 4);
    assert_int_equal(terminal_columns(STR("\xF0\x9F\x98\x80")), 2);
    assert_int_equal(terminal_columns(STR("\xE2\x80\x8B")), 0);
    assert_int_equal(terminal_columns(STR("\033\xFF")), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(ordinary_text_of_any_script_is_shown_as_it_is),
        RULE(controls_cannot_drive_the_terminal),
        RULE(bidi_controls_cannot_turn_the_order),
        RULE(bytes_that_are_not_utf8_are_replaced_one_by_one),
        RULE(width_is_what_terminals_give),
    };
    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
