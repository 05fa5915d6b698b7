// Which profiles a PDF may hold, and where that of a usual press is.
#include "color/cmyk_profile.h"
#include "color/icc_profile.h"
#include "color/srgb_profile.h"
#include "unit/unit.h"

#include <string.h>

static void a_profile_fits_its_kind_of_colours(void **state)
{
    struct str profile = srgb_profile(*state);
    assert_null(icc_profile_fault(profile, 3));
    assert_string_equal(icc_profile_fault(profile, 1), "it is for colours of another kind");
    assert_string_equal(icc_profile_fault(profile, 4), "it is for colours of another kind");
}

static const char *fault_with(struct arena *arena, size_t at, const char *bytes)
{
    struct str profile = srgb_profile(arena);
    char *changed = arena_copy(arena, profile.data, profile.len);
    memcpy(changed + at, bytes, strlen(bytes));
    return icc_profile_fault((struct str){changed, profile.len}, 3);
}

static void what_is_wrong_is_said(void **state)
{
    struct str profile = srgb_profile(*state);
    assert_string_equal(icc_profile_fault(STR(""), 3), "it is no ICC profile");
    assert_string_equal(icc_profile_fault(str_slice(profile, 0, 140), 3), "it is cut off");
    assert_string_equal(fault_with(*state, 36, "ACSP"), "it is no ICC profile");
    assert_string_equal(fault_with(*state, 8, "\x05"), "it is newer than PDF/A allows");
    assert_string_equal(fault_with(*state, 12, "link"), "it does not describe colours of a device");
    assert_string_equal(fault_with(*state, 20, "RGB "),
                        "it does not lead to colours as they are seen");
    assert_string_equal(fault_with(*state, 128, "\x7F"), "its table of contents is damaged");
    assert_string_equal(fault_with(*state, 136, "\x7F"), "its table of contents is damaged");
    assert_null(fault_with(*state, 12, "scnr"));
}

static void a_usual_press_is_known(void **state)
{
    struct str profile;
    assert_true(cmyk_profile_read(*state, &profile));
    assert_null(icc_profile_fault(profile, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_profile_fits_its_kind_of_colours),
        RULE(what_is_wrong_is_said),
        RULE(a_usual_press_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
