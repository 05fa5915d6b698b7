#include "model/reference_pages.h"
#include "unit/unit.h"

static void ranges_are_whole_or_short_by_the_style(void **state)
{
    static const char *const samples[][3] = {
        {"12-19", "12-19", "12-9"},
        {"123-129", "123-129", "123-9"},
        {"1193-9", "1193-1199", "1193-9"},
        {"398-402", "398-402", "398-402"},
        {"99-101", "99-101", "99-101"},
        {"S34-S39", "S34-S39", "S34-9"},
        {"e123-e127", "e123-e127", "e123-7"},
        {"S34-39", "S34-S39", "S34-9"},
        {"1000-1001", "1000-1001", "1000-1"},
        {"7", "7", "7"},
        {"12\u201319", "12-19", "12-9"},
        {"12 - 19", "12-19", "12-9"},
        {"A1", "A1", "A1"},
        {"e20456", "e20456", "e20456"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        assert_str(reference_pages(*state, str_from(samples[i][0]), false), samples[i][1]);
        assert_str(reference_pages(*state, str_from(samples[i][0]), true), samples[i][2]);
    }
}

static void several_ranges_stand_behind_commas(void **state)
{
    assert_str(reference_pages(*state, STR("118-121, 124"), true), "118-21, 124");
    assert_str(reference_pages(*state, STR("1-3,7-9"), false), "1-3, 7-9");
}

static void what_is_no_range_stays(void **state)
{
    static const char *const samples[] = {"A1-B2", "19-19", "1193-1009", "i-x", "12-19e", "-", ""};
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        assert_str(reference_pages(*state, str_from(samples[i]), false), samples[i]);
        assert_str(reference_pages(*state, str_from(samples[i]), true), samples[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(ranges_are_whole_or_short_by_the_style),
        RULE(several_ranges_stand_behind_commas),
        RULE(what_is_no_range_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
