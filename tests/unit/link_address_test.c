#include "model/link_address.h"
#include "unit/unit.h"

static void one_types_no_scheme_of_mail_and_of_numbers(void **state)
{
    (void)state;
    assert_str(link_typed_address(STR("mailto:a@b.org?subject=c")), "a@b.org");
    assert_str(link_typed_address(STR("tel:+15550100100")), "+15550100100");
    assert_str(link_typed_address(STR("sms:555")), "555");
    assert_str(link_typed_address(STR("https://a.org/?b=c")), "https://a.org/?b=c");
}

static void a_browser_goes_to_the_others(void **state)
{
    (void)state;
    assert_true(link_is_web(STR("https://a.org")));
    assert_false(link_is_web(STR("mailto:a@b.org")));
    assert_false(link_is_web(STR("tel:555")));
    assert_true(link_is_dialled(STR("tel:555")));
    assert_false(link_is_dialled(STR("mailto:a@b.org")));
}

static bool says(struct arena *arena, const char *text, const char *target)
{
    return link_says_address(arena, str_from(text), str_from(target));
}

static void what_people_leave_out_is_no_difference(void **state)
{
    assert_true(says(*state, "www.A.org", "https://www.a.org/"));
    assert_true(says(*state, "a.org/x", "http://a.org/x"));
    assert_true(says(*state, "a@b.org", "mailto:a@b.org?subject=c"));
    assert_true(says(*state, "doi:10.1000/x", "https://doi.org/10.1000/x"));
    assert_true(says(*state, "555 010 0100", "tel:+1-555-010-0100"));
    assert_false(says(*state, "a.org", "https://a.org/x"));
    assert_false(says(*state, "0100", "tel:+1-555-010-0100"));
    assert_false(says(*state, "our page", "https://a.org"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(one_types_no_scheme_of_mail_and_of_numbers),
        RULE(a_browser_goes_to_the_others),
        RULE(what_people_leave_out_is_no_difference),
    };
    return cmocka_run_group_tests_name("link_address", tests, NULL, NULL);
}
