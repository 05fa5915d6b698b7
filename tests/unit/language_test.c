#include "model/language.h"
#include "model_fixture.h"

static void tags_take_their_canonical_case(void **state)
{
    assert_str(language_canonical(*state, STR("EN-us")), "en-US");
    assert_str(language_canonical(*state, STR("zh-hans-cn")), "zh-Hans-CN");
    assert_str(language_canonical(*state, STR("es-419")), "es-419");
    assert_str(language_canonical(*state, STR("de-CH-1996")), "de-CH-1996");
    assert_str(language_canonical(*state, STR("hmn")), "hmn");
    assert_str(language_canonical(*state, STR("ar-u-nu-latn")), "ar-u-nu-latn");
}

static void malformed_and_unregistered_tags_are_none(void **state)
{
    static const char *const tags[] = {"",   "e",      "english", "en_US",    "en-",  "en-UK",
                                       "xx", "en--US", "zh-Hanx", "en-US-GB", "en-u", "12"};
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        assert_int_equal(language_canonical(*state, str_from(tags[i])).len, 0);
}

static void a_slip_is_said_with_its_mend(void **state)
{
    struct decoded *said =
        decode_text(*state, "brochure: 1\ntitle: T\nlanguage: en_US\n" SECTION "x\n");
    assert_said(said, "3:11 B0310 this is no language tag: `en_US` | write en-US\n");
    said = decode_text(*state, "brochure: 1\ntitle: T\nlanguage: en-UK\n" SECTION "x\n");
    assert_said(said, "3:11 B0310 this is no language tag: `en-UK` | write en-GB\n");
    said = decode_text(*state, "brochure: 1\ntitle: T\nlanguage: English\n" SECTION "x\n");
    assert_said(said, "3:11 B0310 this is no language tag: `English` | for example en-US, es, "
                      "zh-Hans: a language code, then script or region\n");
}

static void the_script_decides_the_direction(void **state)
{
    (void)state;
    assert_true(language_is_right_to_left(STR("ar")));
    assert_true(language_is_right_to_left(STR("he-IL")));
    assert_true(language_is_right_to_left(STR("ku-Arab")));
    assert_false(language_is_right_to_left(STR("en-US")));
    assert_false(language_is_right_to_left(STR("ar-Latn")));
}

static void the_region_decides_the_paper(void **state)
{
    (void)state;
    assert_true(language_prefers_letter(STR("en-US")));
    assert_true(language_prefers_letter(STR("es-MX")));
    assert_false(language_prefers_letter(STR("en-GB")));
    assert_false(language_prefers_letter(STR("de")));
}

static void says_in_which_letters_a_language_is_written(void **state)
{
    (void)state;
    assert_str(language_script(STR("ar-EG")), "Arab");
    assert_str(language_script(STR("he")), "Hebr");
    assert_str(language_script(STR("th-TH")), "Thai");
    assert_str(language_script(STR("ku-Arab-IQ")), "Arab");
    assert_str(language_script(STR("ar-Latn")), "Latn");
    assert_str(language_script(STR("en-US")), "");
}

static void the_language_and_its_region_decide_the_decimal_sign(void **state)
{
    (void)state;
    assert_true(language_has_decimal_comma(STR("de")));
    assert_true(language_has_decimal_comma(STR("es-ES")));
    assert_true(language_has_decimal_comma(STR("fr-CH")));
    assert_true(language_has_decimal_comma(STR("ar-MA")));
    assert_false(language_has_decimal_comma(STR("en-GB")));
    assert_false(language_has_decimal_comma(STR("es-MX")));
    assert_false(language_has_decimal_comma(STR("es-419")));
    assert_false(language_has_decimal_comma(STR("de-CH")));
    assert_false(language_has_decimal_comma(STR("ar")));
    assert_false(language_has_decimal_comma(STR("ja")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(says_in_which_letters_a_language_is_written),
        RULE(tags_take_their_canonical_case),
        RULE(malformed_and_unregistered_tags_are_none),
        RULE(a_slip_is_said_with_its_mend),
        RULE(the_script_decides_the_direction),
        RULE(the_region_decides_the_paper),
        RULE(the_language_and_its_region_decide_the_decimal_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
