#include "model/citation_marks.h"

#include "unit/unit.h"

#include <stdio.h>
#include <string.h>

static size_t length_of(const char *text)
{
    return citation_mark_length(str_from(text), 0);
}

static void marks_end_what_stands_before_them(void **state)
{
    (void)state;
    assert_int_equal(length_of("."), 1);
    assert_int_equal(length_of(", then"), 1);
    assert_int_equal(length_of("”."), 3);
    assert_int_equal(length_of("\"\n"), 1);
    assert_int_equal(length_of("» dit"), 2);
    assert_int_equal(length_of("، ثم"), 2);
    assert_int_equal(length_of("।"), 3);
}

static void what_goes_on_is_no_mark(void **state)
{
    (void)state;
    assert_int_equal(length_of(".."), 0);
    assert_int_equal(length_of(".5"), 0);
    assert_int_equal(length_of("'s"), 0);
    assert_int_equal(length_of("“word"), 0);
    assert_int_equal(length_of(": "), 0);
    assert_int_equal(length_of("。"), 0);
    assert_int_equal(length_of(""), 0);
}

static bool ends(const char *before, const char *behind)
{
    char text[64];
    int len = snprintf(text, sizeof text, "%s%s", before, behind);
    size_t point = strlen(before) - 1;
    return citation_point_ends((struct str){text, (size_t)len}, point, point + 1);
}

static void a_sentence_ends_before_a_capital_or_nothing(void **state)
{
    (void)state;
    assert_true(ends("It is safe.", ""));
    assert_true(ends("It is safe.", " The"));
    assert_true(ends("It is safe.", "\""));
    assert_false(ends("Brudno et al.", " found"));
    assert_false(ends("in the U.S.", " The"));
    assert_false(ends("vitamin A.", " The"));
    assert_false(ends("a.", "b"));
}

static bool is_power(const char *text)
{
    return citation_reads_as_power(str_from(text));
}

static void a_raised_number_behind_a_number_reads_as_a_power(void **state)
{
    (void)state;
    assert_true(is_power("26"));
    assert_true(is_power("in 18"));
    assert_true(is_power("of 1,250"));
    assert_true(is_power("0.5"));
    assert_true(is_power("10 m²"));
    assert_true(is_power("(12"));
}

static void words_years_and_names_read_as_none(void **state)
{
    (void)state;
    assert_false(is_power("patients"));
    assert_false(is_power("in 2019"));
    assert_false(is_power("5 mg."));
    assert_false(is_power("CD19"));
    assert_false(is_power("COVID-19"));
    assert_false(is_power("10%"));
    assert_false(is_power(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(marks_end_what_stands_before_them),
        RULE(what_goes_on_is_no_mark),
        RULE(a_sentence_ends_before_a_capital_or_nothing),
        RULE(a_raised_number_behind_a_number_reads_as_a_power),
        RULE(words_years_and_names_read_as_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
