#include "model/date.h"
#include "unit/unit.h"

static void assert_date(const char *text, unsigned year, unsigned month, unsigned day)
{
    struct date date;
    assert_true(date_parse(str_from(text), &date));
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
}

static void dates_are_iso_to_the_day_or_the_month(void **state)
{
    (void)state;
    assert_date("2025-06-27", 2025, 6, 27);
    assert_date("2028-06", 2028, 6, 0);
    assert_date("2024-02-29", 2024, 2, 29);
    assert_date("2000-02-29", 2000, 2, 29);
}

static void a_date_must_exist(void **state)
{
    static const char *const wrong[] = {"2025-02-29",
                                        "1900-02-29",
                                        "2025-13",
                                        "2025-00",
                                        "2025-06-31",
                                        "2025-06-00",
                                        "2025",
                                        "2025-6-27",
                                        "27.6.2025",
                                        "2025/06/27",
                                        "0000-01",
                                        "2025-06-27T10:00",
                                        ""};
    struct date date;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(date_parse(str_from(wrong[i]), &date));
}

static void references_may_give_the_year_alone(void **state)
{
    struct date date;
    (void)state;
    assert_true(date_parse_year(STR("2024"), &date));
    assert_int_equal(date.year, 2024);
    assert_int_equal(date.month, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(dates_are_iso_to_the_day_or_the_month),
        RULE(a_date_must_exist),
        RULE(references_may_give_the_year_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
