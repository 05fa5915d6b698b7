#include "base/arena.h"
#include "unit/unit.h"

#include <string.h>

static bool all_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

static void memory_is_zeroed_and_aligned(void **state)
{
    for (size_t size = 1; size < 300000; size = size * 3 + 1) {
        char *bytes = arena_alloc(*state, size);
        assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
        assert_true(all_zero(bytes, size));
        memset(bytes, 0xAA, size);
    }
}

static void pieces_do_not_overlap(void **state)
{
    enum { COUNT = 5000, SIZE = 40 };
    char **pieces = ARENA_ARRAY(*state, char *, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        pieces[i] = arena_alloc(*state, SIZE);
        memset(pieces[i], (int)(i % 251), SIZE);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < SIZE; k++)
            assert_int_equal((unsigned char)pieces[i][k], i % 251);
}

static void nothing_is_taken_from_the_system_before_it_is_needed(void **state)
{
    struct arena *arena = *state;
    assert_int_equal(arena->total, 0);
    arena_alloc(arena, 1);
    assert_true(arena->total > 0);
}

static void a_copy_is_independent_of_its_original(void **state)
{
    char original[] = "leaflet";
    char *copy = arena_copy(*state, original, sizeof original);
    original[0] = 'L';
    assert_string_equal(copy, "leaflet");
}

static void an_empty_piece_may_be_asked_for(void **state)
{
    assert_non_null(arena_copy(*state, NULL, 0));
    assert_non_null(arena_alloc(*state, 0));
    assert_true(all_zero(arena_alloc(*state, 8), 8));
}

static void rewinding_gives_the_same_place_again_zeroed(void **state)
{
    char *kept = arena_alloc(*state, 100);
    memset(kept, 1, 100);
    struct arena_mark mark = arena_mark(*state);
    char *first = arena_alloc(*state, 1000);
    memset(first, 0xAA, 1000);
    arena_rewind(*state, mark);
    char *second = arena_alloc(*state, 1000);
    assert_ptr_equal(first, second);
    assert_true(all_zero(second, 1000));
    assert_int_equal(kept[99], 1);
}

static void rewinding_over_blocks_returns_them_to_the_system(void **state)
{
    struct arena *arena = *state;
    arena_alloc(arena, 100);
    size_t total = arena->total;
    struct arena_mark mark = arena_mark(arena);
    for (int i = 0; i < 50; i++)
        memset(arena_alloc(arena, 100000), 0xAA, 100000);
    assert_true(arena->total > (size_t)50 * 100000);
    arena_rewind(arena, mark);
    assert_int_equal(arena->total, total);
    for (int i = 0; i < 60; i++)
        assert_true(all_zero(arena_alloc(arena, 1000), 1000));
}

static void rewinding_to_the_start_empties_the_arena(void **state)
{
    struct arena *arena = *state;
    struct arena_mark mark = arena_mark(arena);
    memset(arena_alloc(arena, 1000), 0xAA, 1000);
    arena_rewind(arena, mark);
    assert_int_equal(arena->total, 0);
    assert_true(all_zero(arena_alloc(arena, 1000), 1000));
}

static void marks_nest(void **state)
{
    struct arena_mark outer = arena_mark(*state);
    char *first = arena_alloc(*state, 70000);
    struct arena_mark inner = arena_mark(*state);
    arena_alloc(*state, 200000);
    arena_rewind(*state, inner);
    memset(first, 1, 70000);
    arena_rewind(*state, outer);
    assert_int_equal(((struct arena *)*state)->total, 0);
}

static void the_number_of_blocks_grows_slowly(void **state)
{
    struct arena *arena = *state;
    size_t blocks = 0, total = 0;
    for (size_t i = 0; i < 1000000; i++) {
        arena_alloc(arena, 16);
        blocks += arena->total != total;
        total = arena->total;
    }
    assert_in_range(blocks, 1, 12);
    assert_true(total < (size_t)3 * 16 * 1000000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(memory_is_zeroed_and_aligned),
        RULE(pieces_do_not_overlap),
        RULE(nothing_is_taken_from_the_system_before_it_is_needed),
        RULE(a_copy_is_independent_of_its_original),
        RULE(an_empty_piece_may_be_asked_for),
        RULE(rewinding_gives_the_same_place_again_zeroed),
        RULE(rewinding_over_blocks_returns_them_to_the_system),
        RULE(rewinding_to_the_start_empties_the_arena),
        RULE(marks_nest),
        RULE(the_number_of_blocks_grows_slowly),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
