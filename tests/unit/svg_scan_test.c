#include "image/svg_color.h"
#include "image/svg_scan.h"
#include "unit/unit.h"

static double number(const char *text)
{
    double value = -12345;
    return svg_parse_number(str_from(text), &value) ? value : -12345;
}

static void numbers_are_decimal(void **state)
{
    (void)state;
    assert_true(number("12") == 12);
    assert_true(number("-.5") == -0.5);
    assert_true(number("+1.25e2") == 125);
    assert_true(number("1E-3") == 0.001);
    assert_true(number("0.1") == 0.1);
    assert_true(number("123456789012345678") > 1e12 || number("123456789012345678") == -12345);
    assert_true(number("1e-400") == 0);
    assert_true(number("00000000000000000000000000005") == 5);
    assert_true(number("0.0000000005") == 5e-10);
    const char *const bad[] = {"", "-", ".", "e5", "1e", "1 2", "0x10", "inf", "nan", "1e400"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_true(number(bad[i]) == -12345);
}

static double px(const char *text, enum svg_axis axis)
{
    const struct svg_frame frame = {300, 400, 20};
    double value = -12345;
    return svg_parse_length(str_from(text), &frame, axis, &value) ? value : -12345;
}

static void lengths_are_in_px(void **state)
{
    (void)state;
    assert_true(px("5", SVG_ACROSS) == 5);
    assert_true(px(" 5px ", SVG_ACROSS) == 5);
    assert_true(px("3pt", SVG_ACROSS) == 4);
    assert_true(px("1in", SVG_ACROSS) == 96);
    assert_true(px("25.4mm", SVG_ACROSS) == 96);
    assert_true(px("2.54cm", SVG_ACROSS) == 96);
    assert_true(px("1pc", SVG_ACROSS) == 16);
    assert_true(px("2em", SVG_ACROSS) == 40);
    assert_true(px("2ex", SVG_ACROSS) == 20);
    assert_true(px("1e1", SVG_ACROSS) == 10);
    assert_true(px("50%", SVG_ACROSS) == 150);
    assert_true(px("50%", SVG_DOWN) == 200);
    assert_true(px("100%", SVG_OTHER) > 353.55 && px("100%", SVG_OTHER) < 353.56);
    assert_true(px("5q", SVG_ACROSS) == -12345);
    assert_true(px("5 px", SVG_ACROSS) == -12345);
}

static void shares_stay_between_0_and_1(void **state)
{
    double value;
    (void)state;
    assert_true(svg_parse_share(STR("50%"), &value) && value == 0.5);
    assert_true(svg_parse_share(STR("2"), &value) && value == 1);
    assert_true(svg_parse_share(STR("-2"), &value) && value == 0);
    assert_false(svg_parse_share(STR("half"), &value));
}

static struct str hex(struct arena *arena, const char *text)
{
    uint8_t rgb[3];
    if (!svg_color_parse(str_from(text), rgb))
        return STR("none");
    return str_format(arena, "%02x%02x%02x", (unsigned)rgb[0], (unsigned)rgb[1], (unsigned)rgb[2]);
}

static void colours_have_many_spellings(void **state)
{
    assert_str(hex(*state, "#1F6f7A"), "1f6f7a");
    assert_str(hex(*state, "#1f8"), "11ff88");
    assert_str(hex(*state, "rgb(1, 20,255)"), "0114ff");
    assert_str(hex(*state, "rgb(100%, 50%, 0%)"), "ff8000");
    assert_str(hex(*state, "rgb(300,-5,0)"), "ff0000");
    assert_str(hex(*state, "AliceBlue"), "f0f8ff");
    assert_str(hex(*state, "yellowgreen"), "9acd32");
    const char *const bad[] = {"",         "#12",         "#12345g",      "#1234",
                               "rgb(1,2)", "rgb(1,2%,3)", "rgb(1,2,3) x", "rgba(1,2,3,0)",
                               "redd",     "hsl(1,2%,3%)"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_str(hex(*state, bad[i]), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(numbers_are_decimal),
        RULE(lengths_are_in_px),
        RULE(shares_stay_between_0_and_1),
        RULE(colours_have_many_spellings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
