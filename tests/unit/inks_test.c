// The inks of colours, on the press that Ghostscript's profile describes.
#include "color/cmyk_profile.h"
#include "separate/inks.h"
#include "unit/unit.h"

static const struct color colors[] = {
    {.name = STR_INIT("teal"),
     .rgb = {0x1F, 0x6F, 0x7A},
     .has_cmyk = true,
     .cmyk = {850, 350, 400, 250}},
    {.name = STR_INIT("black"),
     .rgb = {0x1A, 0x1A, 0x1A},
     .has_cmyk = true,
     .cmyk = {0, 0, 0, 1000}},
    {.name = STR_INIT("brand"),
     .rgb = {0xE4, 0x00, 0x2B},
     .spot = STR_INIT("PANTONE 185 C"),
     .spot_fallback = {0, 910, 760, 0}},
};
enum { TEAL, BLACK, BRAND };

struct printing {
    struct press *press;
    struct press_intent intent;
    struct separate_job job;
    struct inks inks;
};

static void open_inks(struct arena *arena, struct ink_set set, struct printing *out)
{
    const char *fault = NULL;
    struct str profile;
    assert_true(cmyk_profile_read(arena, &profile));
    *out = (struct printing){.intent = {.profile = profile, .ink_limit = 3000}};
    out->press = press_open(arena, profile, &fault);
    assert_null(fault);
    out->job = (struct separate_job){.press = out->press,
                                     .intent = &out->intent,
                                     .colors = colors,
                                     .color_count = 3,
                                     .inks = set};
    inks_init(&out->inks, arena, &out->job);
}

static void assert_amounts(const struct color *color, unsigned c, unsigned m, unsigned y,
                           unsigned k)
{
    assert_int_equal(color->inks, INKS_PROCESS);
    assert_int_equal(color->amounts[0], c);
    assert_int_equal(color->amounts[1], m);
    assert_int_equal(color->amounts[2], y);
    assert_int_equal(color->amounts[3], k);
}

static void a_colour_has_the_inks_that_the_theme_gives_it(void **state)
{
    struct printing p;
    open_inks(*state, (struct ink_set){.process = true}, &p);
    assert_amounts(inks_settle(&p.inks, &colors[TEAL], INK_USE_THIN), 850, 350, 400, 250);
    const struct color drawn = {.rgb = {0x1F, 0x6F, 0x7A}};
    assert_amounts(inks_settle(&p.inks, &drawn, INK_USE_AREA), 850, 350, 400, 250);
    assert_amounts(inks_settle(&p.inks, &colors[BRAND], INK_USE_AREA), 0, 910, 760, 0);
    press_close(p.press);
}

static void black_overprints_where_it_is_thin_and_is_rich_where_it_is_large(void **state)
{
    struct printing p;
    open_inks(*state, (struct ink_set){.process = true}, &p);
    const struct color *type = inks_settle(&p.inks, &colors[BLACK], INK_USE_THIN);
    assert_amounts(type, 0, 0, 0, 1000);
    assert_true(type->overprints);
    assert_false(inks_settle(&p.inks, &colors[BLACK], INK_USE_AREA)->overprints);
    assert_amounts(inks_settle(&p.inks, &colors[BLACK], INK_USE_LARGE), 600, 400, 400, 1000);
    assert_false(inks_settle(&p.inks, &colors[TEAL], INK_USE_THIN)->overprints);
    p.intent.ink_limit = 2300;
    inks_init(&p.inks, *state, &p.job);
    assert_amounts(inks_settle(&p.inks, &colors[BLACK], INK_USE_LARGE), 0, 0, 0, 1000);
    press_close(p.press);
}

static void greys_are_black_ink_alone_and_white_is_none(void **state)
{
    struct printing p;
    open_inks(*state, (struct ink_set){.process = true}, &p);
    const struct color grey = {.rgb = {128, 128, 128}}, white = {.rgb = {255, 255, 255}};
    const struct color dark = {.rgb = {20, 20, 20}};
    assert_amounts(inks_settle(&p.inks, &grey, INK_USE_AREA), 0, 0, 0, 498);
    assert_amounts(inks_settle(&p.inks, &white, INK_USE_AREA), 0, 0, 0, 0);
    assert_amounts(inks_settle(&p.inks, &dark, INK_USE_AREA), 0, 0, 0, 1000);
    press_close(p.press);
}

static void other_colours_are_converted_and_only_once(void **state)
{
    struct printing p;
    open_inks(*state, (struct ink_set){.process = true}, &p);
    const struct color red = {.rgb = {200, 30, 30}};
    const struct color *inks = inks_settle(&p.inks, &red, INK_USE_AREA);
    assert_true(inks->amounts[0] < 300 && inks->amounts[1] > 700 && inks->amounts[2] > 700);
    assert_ptr_equal(inks_settle(&p.inks, &red, INK_USE_AREA), inks);
    press_close(p.press);
}

static void one_ink_prints_all_in_black_and_its_tints(void **state)
{
    struct printing p;
    open_inks(*state, (struct ink_set){0}, &p);
    assert_amounts(inks_settle(&p.inks, &colors[BLACK], INK_USE_LARGE), 0, 0, 0, 1000);
    const struct color *teal = inks_settle(&p.inks, &colors[TEAL], INK_USE_AREA);
    assert_amounts(teal, 0, 0, 0, teal->amounts[3]);
    assert_in_range(teal->amounts[3], 550, 700);
    press_close(p.press);
}

static void an_ink_of_its_own_is_laid_down_where_the_edition_has_it(void **state)
{
    static const struct str names[] = {STR_INIT("PANTONE 185 C")};
    struct printing p;
    open_inks(*state, (struct ink_set){false, names, 1}, &p);
    const struct color *brand = inks_settle(&p.inks, &colors[BRAND], INK_USE_THIN);
    assert_int_equal(brand->inks, INKS_SPOT);
    assert_int_equal(brand->amounts[0], INK_FULL);
    p.job.inks.process = true;
    inks_init(&p.inks, *state, &p.job);
    assert_amounts(inks_settle(&p.inks, &colors[BRAND], INK_USE_SHADE), 0, 910, 760, 0);
    press_close(p.press);
}

static void a_profile_of_a_screen_is_no_press(void **state)
{
    const char *fault = NULL;
    assert_null(press_open(*state, STR("no profile"), &fault));
    assert_string_equal(fault, "it is no ICC profile");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_colour_has_the_inks_that_the_theme_gives_it),
        RULE(black_overprints_where_it_is_thin_and_is_rich_where_it_is_large),
        RULE(greys_are_black_ink_alone_and_white_is_none),
        RULE(other_colours_are_converted_and_only_once),
        RULE(one_ink_prints_all_in_black_and_its_tints),
        RULE(an_ink_of_its_own_is_laid_down_where_the_edition_has_it),
        RULE(a_profile_of_a_screen_is_no_press),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
