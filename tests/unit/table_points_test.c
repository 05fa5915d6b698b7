#include "layout/table_points.h"
#include "unit/unit.h"

// The text up to its decimal point, or "none".
static void assert_integer(const char *text, bool comma, const char *expected)
{
    size_t end;
    bool found = table_number_find(str_from(text), comma, &end);
    assert_str(found ? str_slice(str_from(text), 0, end) : STR("none"), expected);
}

static void a_number_ends_at_the_languages_decimal_sign(void **state)
{
    (void)state;
    assert_integer("12.5 mg", false, "12");
    assert_integer("12,5 mg", true, "12");
    assert_integer("90", false, "90");
    assert_integer("5 ± 0.25", false, "5");
    assert_integer("−3.1", false, "−3");
    assert_integer(".5", false, "");
    assert_integer("under ,5", true, "under ");
    assert_integer("٠٫١٢٥", false, "٠");
}

static void long_numbers_go_on_behind_the_marks_of_their_groups(void **state)
{
    (void)state;
    assert_integer("$1,140.50", false, "$1,140");
    assert_integer("1.140,50 €", true, "1.140");
    assert_integer("12\u202F000,5", true, "12\u202F000");
    assert_integer("12 000,5", true, "12 000");
    assert_integer("12 000.5", false, "12"); // two numbers
    assert_integer("12\u00A01", true, "12");
    assert_integer("12’000.5", false, "12’000");
    assert_integer("7, 8", false, "7");
    assert_integer("7.", false, "7");
}

static void digits_of_names_are_no_numbers(void **state)
{
    (void)state;
    assert_integer("B12 7.5", false, "B12 7");
    assert_integer("B12", false, "none");
    assert_integer("free.", false, "none");
    assert_integer("", false, "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_number_ends_at_the_languages_decimal_sign),
        RULE(long_numbers_go_on_behind_the_marks_of_their_groups),
        RULE(digits_of_names_are_no_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
