#include "text/bidi.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct sources sources;
    struct diags diags;
};

static int open_fixture(void **state)
{
    static struct fixture fixture;
    arena_init(&fixture.arena);
    sources_init(&fixture.sources, &fixture.arena);
    diags_init(&fixture.diags, &fixture.arena, &fixture.sources);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    arena_release(&fixture->arena);
    return 0;
}

// One digit for each character: its level.
static void assert_levels(struct fixture *fixture, struct str text, bool rtl,
                          const struct bidi_control *controls, const char *expected)
{
    uint8_t levels[128];
    char found[128];
    size_t count = 0;
    struct bidi_job job = {text, rtl, controls, controls ? 2 : 0};
    assert_true(bidi_levels(&fixture->arena, &job, &fixture->diags, levels));
    for (size_t i = 0; i < text.len; i++)
        if (((unsigned char)text.data[i] & 0xC0) != 0x80)
            found[count++] = (char)('0' + levels[i]);
        else
            assert_int_equal(levels[i], levels[i - 1]);
    found[count] = '\0';
    assert_string_equal(found, expected);
}

static void plain_text_needs_no_algorithm(void **state)
{
    (void)state;
    assert_false(bidi_needed(STR("Latin, Ελληνικά, русский, 日本語, “quoted” – dash"), STR("en")));
    assert_true(bidi_needed(STR("the word שלום"), STR("en")));
    assert_true(bidi_needed(STR("مرحبا"), STR("en")));
    assert_true(bidi_needed(STR("plain"), STR("ar")));
}

static void direction_follows_the_language_or_its_script(void **state)
{
    (void)state;
    assert_true(bidi_language_is_rtl(STR("ar-EG")));
    assert_true(bidi_language_is_rtl(STR("he")));
    assert_true(bidi_language_is_rtl(STR("pa-Arab-PK")));
    assert_false(bidi_language_is_rtl(STR("ar-Latn")));
    assert_false(bidi_language_is_rtl(STR("en-US")));
    assert_false(bidi_language_is_rtl(STR("de-1996")));
    assert_false(bidi_language_is_rtl(STR("en-x-arab")));
}

static void numbers_in_hebrew_run_to_the_right(void **state)
{
    assert_levels(*state, STR("אב 12"), true, NULL, "11122");
    assert_levels(*state, STR("ab אב cd"), false, NULL, "00011000");
}

static void an_isolate_keeps_a_phone_number_in_order(void **state)
{
    const struct bidi_control isolate[] = {{5, BIDI_ISOLATE_LTR}, {13, BIDI_POP}};
    assert_levels(*state, STR("אב 555 0101 ג"), true, NULL, "1112221222211");
    assert_levels(*state, STR("אב 555 0101 ג"), true, isolate, "1112222222211");
}

static void characters_beyond_the_basic_plane_keep_their_place(void **state)
{
    assert_levels(*state, STR("a😀𞤀b"), false, NULL, "0010");
}

static void no_text_has_no_levels(void **state)
{
    assert_levels(*state, STR(""), true, NULL, "");
}

static void runs_are_reversed_from_the_highest_level_down(void **state)
{
    (void)state;
    const uint8_t levels[] = {0, 1, 1, 2, 2, 1, 0};
    uint32_t order[7];
    bidi_visual_order(levels, 7, order);
    assert_memory_equal(order, ((uint32_t[]){0, 5, 3, 4, 2, 1, 6}), sizeof order);
    const uint8_t nested[] = {1, 1, 3, 3, 2};
    bidi_visual_order(nested, 5, order);
    assert_memory_equal(order, ((uint32_t[]){3, 2, 4, 1, 0}), 5 * sizeof *order);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_needs_no_algorithm),
        cmocka_unit_test(direction_follows_the_language_or_its_script),
        cmocka_unit_test(numbers_in_hebrew_run_to_the_right),
        cmocka_unit_test(an_isolate_keeps_a_phone_number_in_order),
        cmocka_unit_test(characters_beyond_the_basic_plane_keep_their_place),
        cmocka_unit_test(no_text_has_no_levels),
        cmocka_unit_test(runs_are_reversed_from_the_highest_level_down),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
