#include "text/shape.h"

#include "unit/text_fixture.h"

#include <hb.h>

// Words of one face in one style: what the rules below change is named in each.
static struct shape_key key_of(struct text_fixture *fixture, const char *family)
{
    struct face_request request = {.family = str_from(family), .weight = 400};
    const struct font *font = typesetter_face(fixture->typesetter, &request, &fixture->diags);
    assert_non_null(font);
    return (struct shape_key){.font = font, .script = HB_SCRIPT_LATIN, .language = "en"};
}

static void a_word_is_shaped_once(void **state)
{
    struct text_fixture *fixture = *state;
    const struct typesetter_counts *counts = typesetter_counts(fixture->typesetter);
    struct shape_key key = key_of(fixture, "Lato");
    const struct shaped_word *first = shape_word(fixture->typesetter, &key, STR("cells"));
    assert_ptr_equal(shape_word(fixture->typesetter, &key, STR("cells")), first);
    assert_int_equal(counts->words_shaped, 1);
    assert_int_equal(counts->words_cached, 1);
}

static void features_script_language_and_direction_make_another_word(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key key = key_of(fixture, "Lato");
    const struct shaped_word *first = shape_word(fixture->typesetter, &key, STR("2025"));
    struct shape_key others[] = {key, key, key, key};
    others[0].features = TEXT_TABULAR_FIGURES;
    others[1].script = HB_SCRIPT_GREEK;
    others[2].language = "pl";
    others[3].right_to_left = true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_ptr_not_equal(shape_word(fixture->typesetter, &others[i], STR("2025")), first);
}

static void letters_are_kerned(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key key = key_of(fixture, "Lato");
    int64_t apart = shape_word(fixture->typesetter, &key, STR("T"))->advance +
                    shape_word(fixture->typesetter, &key, STR("o"))->advance;
    assert_true(shape_word(fixture->typesetter, &key, STR("To"))->advance < apart);
}

static void standard_ligatures_are_on_and_discretionary_ones_off(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key key = key_of(fixture, "Vollkorn");
    assert_int_equal(shape_word(fixture->typesetter, &key, STR("ffi"))->count, 1);
    assert_int_equal(shape_word(fixture->typesetter, &key, STR("ct"))->count, 2);
    assert_int_equal(shape_word(fixture->typesetter, &key, STR("st"))->count, 2);
}

static void tabular_figures_are_as_wide_as_each_other(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key key = key_of(fixture, "Vollkorn");
    key.features = TEXT_LINING_FIGURES | TEXT_TABULAR_FIGURES;
    int64_t ones = shape_word(fixture->typesetter, &key, STR("1111"))->advance;
    assert_int_equal(shape_word(fixture->typesetter, &key, STR("8888"))->advance, ones);
    key.features = TEXT_LINING_FIGURES;
    assert_int_not_equal(shape_word(fixture->typesetter, &key, STR("1111"))->advance, ones);
}

static void figures_and_small_capitals_are_glyphs_of_their_own(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key plain = key_of(fixture, "Vollkorn"), lining = plain, small = plain;
    lining.features = TEXT_LINING_FIGURES;
    small.features = TEXT_SMALL_CAPS;
    assert_int_not_equal(shape_word(fixture->typesetter, &lining, STR("7"))->glyphs[0].id,
                         shape_word(fixture->typesetter, &plain, STR("7"))->glyphs[0].id);
    assert_int_not_equal(shape_word(fixture->typesetter, &small, STR("a"))->glyphs[0].id,
                         shape_word(fixture->typesetter, &plain, STR("a"))->glyphs[0].id);
}

static void a_face_says_whether_it_has_small_capitals(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(shape_has_feature(key_of(fixture, "Vollkorn").font, TEXT_SMALL_CAPS));
    assert_false(shape_has_feature(key_of(fixture, "Lato").font, TEXT_SMALL_CAPS));
}

static void marks_join_their_base(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key key = key_of(fixture, "Lato");
    const struct shaped_word *composed = shape_word(fixture->typesetter, &key, STR("\u00E9"));
    const struct shaped_word *apart = shape_word(fixture->typesetter, &key, STR("e\u0301"));
    assert_int_equal(composed->count, 1);
    assert_int_equal(apart->glyphs[0].id, composed->glyphs[0].id);
    assert_int_equal(apart->advance, composed->advance);
}

static void soft_hyphens_part_neither_ligatures_nor_kerning(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key key = key_of(fixture, "Vollkorn");
    const struct shaped_word *whole = shape_word(fixture->typesetter, &key, STR("Tof"));
    const struct shaped_word *soft = shape_word(fixture->typesetter, &key, STR("T\u00ADof"));
    assert_int_equal(soft->count, whole->count);
    assert_int_equal(soft->advance, whole->advance);
}

static void a_place_says_whether_it_is_safe_to_break_at(void **state)
{
    struct text_fixture *fixture = *state;
    struct shape_key key = key_of(fixture, "Vollkorn");
    assert_true(shape_word(fixture->typesetter, &key, STR("ToH"))->glyphs[1].unsafe_to_break);
    assert_false(shape_word(fixture->typesetter, &key, STR("HHH"))->glyphs[1].unsafe_to_break);
}

static void arabic_letters_take_their_joined_forms_from_right_to_left(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_needs(fixture, "noto/NotoNaskhArabic-Regular.ttf");
    struct shape_key key = key_of(fixture, "Noto Naskh Arabic");
    key.script = HB_SCRIPT_ARABIC;
    key.language = "ar";
    key.right_to_left = true;
    const struct shaped_word *word = shape_word(fixture->typesetter, &key, STR("\u0628\u0628"));
    const struct shaped_word *alone = shape_word(fixture->typesetter, &key, STR("\u0628"));
    assert_true(word->count >= 2);
    assert_int_not_equal(word->advance, 2 * alone->advance);
    assert_int_equal(word->glyphs[word->count - 1].cluster, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_RULE(a_word_is_shaped_once),
        TEXT_RULE(features_script_language_and_direction_make_another_word),
        TEXT_RULE(letters_are_kerned),
        TEXT_RULE(standard_ligatures_are_on_and_discretionary_ones_off),
        TEXT_RULE(tabular_figures_are_as_wide_as_each_other),
        TEXT_RULE(figures_and_small_capitals_are_glyphs_of_their_own),
        TEXT_RULE(a_face_says_whether_it_has_small_capitals),
        TEXT_RULE(marks_join_their_base),
        TEXT_RULE(soft_hyphens_part_neither_ligatures_nor_kerning),
        TEXT_RULE(a_place_says_whether_it_is_safe_to_break_at),
        TEXT_RULE(arabic_letters_take_their_joined_forms_from_right_to_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
