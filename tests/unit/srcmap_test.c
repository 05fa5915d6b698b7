#include "input/srcmap.h"
#include "unit/unit.h"

// "ab" at 10, "cd" at 20: a value in two pieces that ends at 22.
static const struct srcmap_piece two_pieces[] = {{0, 10}, {2, 20}};
static const struct srcmap folded = {7, two_pieces, 2, 22};

static void finds_each_byte_in_its_own_piece(void **state)
{
    (void)state;
    assert_int_equal(srcmap_offset(&folded, 0), 10);
    assert_int_equal(srcmap_offset(&folded, 1), 11);
    assert_int_equal(srcmap_offset(&folded, 2), 20);
    assert_int_equal(srcmap_offset(&folded, 3), 21);
}

static void ends_where_the_value_ends(void **state)
{
    (void)state;
    assert_int_equal(srcmap_offset(&folded, 4), 22);
    assert_int_equal(srcmap_offset(&folded, 400), 22);
}

// The range of the first piece ends with it, though what comes next stands further on.
static void a_range_ends_behind_its_own_last_byte(void **state)
{
    (void)state;
    struct span span = srcmap_span(&folded, 0, 2);
    assert_int_equal(span.file, 7);
    assert_int_equal(span.start, 10);
    assert_int_equal(span.end, 12);
    span = srcmap_span(&folded, 1, 3);
    assert_int_equal(span.start, 11);
    assert_int_equal(span.end, 21);
}

static void an_empty_range_has_a_place(void **state)
{
    (void)state;
    struct span span = srcmap_span(&folded, 2, 2);
    assert_int_equal(span.start, 20);
    assert_int_equal(span.end, 20);
}

static void finds_the_piece_among_many(void **state)
{
    (void)state;
    struct srcmap_piece pieces[1000];
    for (uint32_t i = 0; i < 1000; i++)
        pieces[i] = (struct srcmap_piece){3 * i, 5 * i};
    const struct srcmap map = {1, pieces, 1000, 5000};
    for (uint32_t i = 0; i < 3000; i++)
        assert_int_equal(srcmap_offset(&map, i), 5 * (i / 3) + i % 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_each_byte_in_its_own_piece),
        cmocka_unit_test(ends_where_the_value_ends),
        cmocka_unit_test(a_range_ends_behind_its_own_last_byte),
        cmocka_unit_test(an_empty_range_has_a_place),
        cmocka_unit_test(finds_the_piece_among_many),
    };
    return cmocka_run_group_tests_name("srcmap", tests, NULL, NULL);
}
