#include "pdf/glyph_text.h"
#include "unit/unit.h"

enum { MOST = 4 };

// Assigns text to glyphs of the given clusters and compares it with `expected`.
static void assert_texts(struct arena *arena, const char *text, bool right_to_left,
                         const uint32_t *clusters, const char *const *expected)
{
    struct glyph glyphs[MOST] = {0};
    struct str texts[MOST];
    size_t count = 0;
    for (; count < MOST && expected[count]; count++)
        glyphs[count].cluster = clusters[count];
    struct item_glyphs item = {
        .glyphs = glyphs, .count = count, .text = str_from(text), .right_to_left = right_to_left};
    glyph_text_assign(arena, &item, texts);
    for (size_t i = 0; i < count; i++)
        assert_str(texts[i], expected[i]);
}

#define TEXTS (const char *const[MOST + 1])
#define CLUSTERS (const uint32_t[])

static void a_glyph_has_the_text_up_to_the_next_cluster(void **state)
{
    assert_texts(*state, "abc", false, CLUSTERS{0, 1, 2}, TEXTS{"a", "b", "c"});
}

static void a_ligature_has_all_its_text(void **state)
{
    assert_texts(*state, "office", false, CLUSTERS{0, 1, 4, 5}, TEXTS{"o", "ffi", "c", "e"});
}

static void glyphs_of_one_cluster_share_its_code_points(void **state)
{
    assert_texts(*state, "e\xCC\x81x", false, CLUSTERS{0, 0, 3}, TEXTS{"e", "\xCC\x81", "x"});
    assert_texts(*state, "abc", false, CLUSTERS{0, 0}, TEXTS{"a", "bc"});
}

// U+01D7 is U, diaeresis, acute: two steps of UAX #15.
static void a_letter_drawn_in_parts_is_decomposed(void **state)
{
    assert_texts(*state, "\xC3\xA9", false, CLUSTERS{0, 0}, TEXTS{"e", "\xCC\x81"});
    assert_texts(*state, "\xC7\x97", false, CLUSTERS{0, 0, 0}, TEXTS{"U", "\xCC\x88", "\xCC\x81"});
}

static void a_part_without_text_has_none(void **state)
{
    assert_texts(*state, "xy", false, CLUSTERS{0, 0, 1}, TEXTS{"x", "", "y"});
}

// Drawn from left to right: the last letter comes first, a mark before its letter.
static void right_to_left_glyphs_come_last_letter_first(void **state)
{
    const char *text = "\xD8\xA8\xD9\x90\xD8\xAA"; // beh, kasra, teh
    assert_texts(*state, text, true, CLUSTERS{4, 0, 0}, TEXTS{"\xD8\xAA", "\xD9\x90", "\xD8\xA8"});
}

static void text_before_the_first_cluster_is_not_lost(void **state)
{
    assert_texts(*state, "ab", false, CLUSTERS{1}, TEXTS{"ab"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_glyph_has_the_text_up_to_the_next_cluster),
        RULE(a_ligature_has_all_its_text),
        RULE(glyphs_of_one_cluster_share_its_code_points),
        RULE(a_letter_drawn_in_parts_is_decomposed),
        RULE(a_part_without_text_has_none),
        RULE(right_to_left_glyphs_come_last_letter_first),
        RULE(text_before_the_first_cluster_is_not_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
