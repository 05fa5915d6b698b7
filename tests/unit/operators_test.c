#include "pdf/operators.h"
#include "unit/unit.h"

static struct str number(struct arena *arena, int64_t thousandths)
{
    struct str_builder out = str_builder_in(arena);
    pdf_add_number(&out, thousandths);
    return str_built(&out);
}

static struct str name(struct arena *arena, struct str text)
{
    struct str_builder out = str_builder_in(arena);
    pdf_add_name(&out, text);
    return str_built(&out);
}

static struct str text(struct arena *arena, const char *utf8)
{
    struct str_builder out = str_builder_in(arena);
    pdf_add_text(&out, str_from(utf8));
    return str_built(&out);
}

static void numbers_have_no_digit_too_many(void **state)
{
    assert_str(number(*state, 0), "0");
    assert_str(number(*state, 12000), "12");
    assert_str(number(*state, 500), ".5");
    assert_str(number(*state, -500), "-.5");
    assert_str(number(*state, -1250), "-1.25");
    assert_str(number(*state, 3001), "3.001");
    assert_str(number(*state, 841890), "841.89");
}

static void lengths_round_to_the_nearest_thousandth(void **state)
{
    (void)state;
    assert_int_equal(pdf_thousandths(LENGTH_ONE_PT), 1000);
    assert_int_equal(pdf_thousandths(LENGTH_ONE_PT / 2000), 0);
    assert_int_equal(pdf_thousandths(33), 1);
    assert_int_equal(pdf_thousandths(-33), -1);
    assert_int_equal(pdf_thousandths(LENGTH_PT(841.89)), 841890);
    assert_int_equal(pdf_thousandths(INT64_C(4) * INT32_MAX), 131072000);
}

static void names_escape_what_the_syntax_takes(void **state)
{
    assert_str(name(*state, STR("Lato-Regular")), "/Lato-Regular");
    assert_str(name(*state, STR("PANTONE 185 C")), "/PANTONE#20185#20C");
    assert_str(name(*state, STR("a/b#c(d)")), "/a#2Fb#23c#28d#29");
    assert_str(name(*state, STR("\xC3\xA9")), "/#C3#A9");
}

static void strings_escape_brackets_and_line_ends(void **state)
{
    assert_str(text(*state, "plain"), "(plain)");
    assert_str(text(*state, "(a\\b)"), "(\\(a\\\\b\\))");
    assert_str(text(*state, "a\rb\n\nc"), "(a\\rb\\n\\nc)");
}

static void text_beyond_ascii_is_utf16(void **state)
{
    struct str e = text(*state, "\xC3\xA9");
    assert_int_equal(e.len, 6);
    assert_memory_equal(e.data, "(\xFE\xFF\0\xE9)", 6);
    struct str rose = text(*state, "\xF0\x9F\x8C\xB9");
    assert_int_equal(rose.len, 8);
    assert_memory_equal(rose.data, "(\xFE\xFF\xD8\x3C\xDF\x39)", 8);
    // U+2829: its bytes are brackets and are escaped.
    struct str bracket = text(*state, "\xE2\xA0\xA9");
    assert_int_equal(bracket.len, 8);
    assert_memory_equal(bracket.data, "(\xFE\xFF\\(\\))", 8);
}

static void code_points_are_hexadecimal_utf16(void **state)
{
    struct str_builder out = str_builder_in(*state);
    pdf_add_utf16_hex(&out, 'A');
    pdf_add_utf16_hex(&out, 0x1F339);
    assert_str(str_built(&out), "0041D83CDF39");
}

static void rectangles_and_references(void **state)
{
    struct str_builder out = str_builder_in(*state);
    pdf_add_rectangle(&out, (int64_t[]){0, 0, 595280, 841890});
    pdf_add_reference(&out, 12);
    assert_str(str_built(&out), "[0 0 595.28 841.89]12 0 R");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(numbers_have_no_digit_too_many),     RULE(lengths_round_to_the_nearest_thousandth),
        RULE(names_escape_what_the_syntax_takes), RULE(strings_escape_brackets_and_line_ends),
        RULE(text_beyond_ascii_is_utf16),         RULE(code_points_are_hexadecimal_utf16),
        RULE(rectangles_and_references),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
