// What codes stand for, as the maps of fonts write it.
#include "pdf/to_unicode.h"
#include "unit/unit.h"

enum { GLYPHS = 300 };

// Maps glyphs 1 to `count` of these codes, each to the letter "a".
static struct str map_of(struct arena *arena, const uint16_t *codes, size_t count, bool short_codes)
{
    struct font_use use = {.glyphs = ARENA_ARRAY(arena, struct glyph_use, GLYPHS),
                           .short_codes = short_codes};
    struct font_variant variant = {.items = ARENA_ARRAY(arena, struct glyph_meaning, GLYPHS),
                                   .count = count};
    for (size_t i = 0; i < count; i++) {
        use.glyphs[i + 1].code = codes[i];
        variant.items[i] = (struct glyph_meaning){(uint32_t)i + 1, STR("a")};
    }
    return to_unicode_map(arena, &use, &variant);
}

static bool says(struct str map, const char *part)
{
    return str_find(map, str_from(part), 0) < map.len;
}

static void codes_that_follow_each_other_make_a_range(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str map = map_of(&arena, (const uint16_t[]){9, 5, 4, 3}, 4, true);
    assert_true(says(map, "begincodespacerange\n<00><FF>\n"));
    assert_true(says(map, "2 beginbfrange\n<03><05>[<0061><0061><0061>]\n<09><09>[<0061>]\nend"));
    arena_release(&arena);
}

static void a_range_keeps_its_first_byte(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str map = map_of(&arena, (const uint16_t[]){255, 256}, 2, false);
    assert_true(says(map, "begincodespacerange\n<0000><FFFF>\n"));
    assert_true(says(map, "2 beginbfrange\n<00FF><00FF>[<0061>]\n<0100><0100>[<0061>]\n"));
    arena_release(&arena);
}

static void a_block_has_at_most_a_hundred_ranges(void **state)
{
    (void)state;
    struct arena arena;
    uint16_t codes[120];
    arena_init(&arena);
    for (uint16_t i = 0; i < 120; i++)
        codes[i] = (uint16_t)(2 * i);
    struct str map = map_of(&arena, codes, 120, true);
    assert_true(says(map, "100 beginbfrange\n<00><00>"));
    assert_true(says(map, "20 beginbfrange\n<C8><C8>"));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_that_follow_each_other_make_a_range),
        cmocka_unit_test(a_range_keeps_its_first_byte),
        cmocka_unit_test(a_block_has_at_most_a_hundred_ranges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
