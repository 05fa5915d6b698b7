// What codes stand for, as the map of fonts writes it.
#include "pdf/to_unicode.h"
#include "unit/unit.h"

enum { MANY = 26000 };

// Maps `count` codes, 0 among them, each to the letter "a".
static struct str map_of(struct arena *arena, size_t count, bool short_codes)
{
    struct str *texts = ARENA_ARRAY(arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        texts[i] = STR("a");
    return to_unicode_map(arena, texts, count, short_codes);
}

static bool says(struct str map, const char *part)
{
    return str_find(map, str_from(part), 0) < map.len;
}

static void codes_of_a_byte_make_one_range(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str map = map_of(&arena, 4, true);
    assert_true(says(map, "begincodespacerange\n<00><FF>\n"));
    assert_true(says(map, "1 beginbfrange\n<01><03>[<0061><0061><0061>]\nendbfrange\nendcmap"));
    assert_true(says(map_of(&arena, 300, true), "1 beginbfrange\n<01><FF>["));
    arena_release(&arena);
}

static void a_range_keeps_its_first_byte(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str map = map_of(&arena, 258, false);
    assert_true(says(map, "begincodespacerange\n<0000><FFFF>\n"));
    assert_true(says(map, "2 beginbfrange\n<0001><00FF>["));
    assert_true(says(map, "]\n<0100><0101>[<0061><0061>]\nendbfrange\nendcmap"));
    arena_release(&arena);
}

static void a_block_has_at_most_a_hundred_ranges(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str map = map_of(&arena, MANY, false);
    assert_true(says(map, "100 beginbfrange\n<0001>"));
    assert_true(says(map, "]\nendbfrange\n2 beginbfrange\n<6400><64FF>["));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_of_a_byte_make_one_range),
        cmocka_unit_test(a_range_keeps_its_first_byte),
        cmocka_unit_test(a_block_has_at_most_a_hundred_ranges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
