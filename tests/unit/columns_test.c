#include "layout/columns.h"
#include "unit/unit.h"

enum { LINE = 16 * LENGTH_ONE_PT, GRID = 8 * LENGTH_ONE_PT };

static struct rows lines(struct row *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        items[i] = (struct row){.height = LINE};
    return (struct rows){.items = items, .count = count};
}

static struct column_space space(uint32_t count, int lines_high)
{
    return (struct column_space){.count = count, .height = lines_high * LINE, .grid = GRID};
}

static void fills_one_column_after_the_other(void **state)
{
    (void)state;
    struct row items[10];
    struct rows rows = lines(items, 10);
    struct column_space two = space(2, 4);
    struct column_fill fill = columns_fill(&rows, 0, 10, &two);
    assert_int_equal(fill.ends[0], 4);
    assert_int_equal(fill.ends[1], 8);
    assert_int_equal(fill.height, 4 * LINE);
    assert_int_equal(fill.parting, KEEP_NOTHING);
}

static void takes_what_is_kept_together_to_the_next_column(void **state)
{
    (void)state;
    struct row items[6];
    struct rows rows = lines(items, 6);
    items[2].keep_next = items[3].keep_next = true;
    struct column_space two = space(2, 4);
    struct column_fill fill = columns_fill(&rows, 0, 6, &two);
    assert_int_equal(fill.ends[0], 2);
    assert_int_equal(fill.ends[1], 6);
}

static void tells_how_far_there_was_room(void **state)
{
    (void)state;
    struct row items[6];
    struct rows rows = lines(items, 6);
    items[2].keep_next = items[3].keep_next = true;
    struct column_space two = space(2, 4);
    struct column_fill fill = columns_fill(&rows, 0, 6, &two);
    assert_int_equal(fill.fits[0], 4);
    assert_int_equal(fill.heights[0], 2 * LINE);
    assert_int_equal(fill.fits[1], 6);
    assert_int_equal(fill.heights[1], 4 * LINE);
}

static void breaks_a_keep_that_no_column_can_hold(void **state)
{
    (void)state;
    struct row items[6];
    struct rows rows = lines(items, 6);
    for (size_t i = 0; i < 5; i++)
        items[i].keep_next = true;
    struct column_space one = space(1, 4);
    struct column_fill fill = columns_fill(&rows, 0, 6, &one);
    assert_int_equal(fill.ends[0], 4);
    assert_int_equal(fill.parting, KEEP_NEXT);
}

static void drops_the_gap_at_a_columns_head(void **state)
{
    (void)state;
    struct row items[4];
    struct rows rows = lines(items, 4);
    items[2].gap = LINE;
    struct column_space two = space(2, 2);
    struct column_fill fill = columns_fill(&rows, 0, 4, &two);
    assert_int_equal(fill.ends[0], 2);
    assert_int_equal(fill.ends[1], 4);
}

static void begins_a_column_where_a_row_asks_for_it(void **state)
{
    (void)state;
    struct row items[4];
    struct rows rows = lines(items, 4);
    items[1].column_break = true;
    struct column_space two = space(2, 9);
    struct column_fill fill = columns_fill(&rows, 0, 4, &two);
    assert_int_equal(fill.ends[0], 1);
    assert_int_equal(fill.ends[1], 4);
}

static void balances_to_the_least_height_that_holds_all(void **state)
{
    (void)state;
    struct row items[7];
    struct rows rows = lines(items, 7);
    struct column_space three = space(3, 40);
    struct column_fill fill = columns_balance(&rows, 0, 7, &three);
    assert_int_equal(fill.ends[0], 3);
    assert_int_equal(fill.ends[1], 6);
    assert_int_equal(fill.ends[2], 7);
    assert_int_equal(fill.height, 3 * LINE);
}

static void does_not_balance_what_goes_on_over_the_page(void **state)
{
    (void)state;
    struct row items[20];
    struct rows rows = lines(items, 20);
    struct column_space two = space(2, 6);
    struct column_fill fill = columns_balance(&rows, 0, 20, &two);
    assert_int_equal(fill.ends[0], 6);
    assert_int_equal(fill.ends[1], 12);
}

// Any rows, keeps and gaps: columns hold rows in order, each once, none taller than its space, and
// a column ends within a keep only when it says so.
static void holds_every_row_once_in_order(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        struct row items[40];
        size_t count = 1 + unit_random(&seed) % 40;
        struct rows rows = lines(items, count);
        for (size_t i = 0; i < count; i++) {
            items[i].keep_next = unit_random(&seed) % 3 == 0;
            items[i].gap = (length)(unit_random(&seed) % 3) * GRID;
        }
        struct column_space room =
            space(1 + unit_random(&seed) % 4, 3 + (int)(unit_random(&seed) % 12));
        struct column_fill fill = columns_balance(&rows, 0, count, &room);
        size_t start = 0;
        for (uint32_t c = 0; c < room.count; c++) {
            assert_true(fill.ends[c] >= start && fill.ends[c] <= count);
            int64_t used = 0;
            for (size_t i = start; i < fill.ends[c]; i++)
                used += items[i].height + (i > start ? items[i].gap : 0);
            assert_true(used <= fill.height && fill.height <= room.height);
            if (fill.ends[c] > start && fill.ends[c] < count && fill.parting == KEEP_NOTHING)
                assert_false(items[fill.ends[c] - 1].keep_next);
            start = fill.ends[c];
        }
        assert_true(fill.ends[0] > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_one_column_after_the_other),
        cmocka_unit_test(takes_what_is_kept_together_to_the_next_column),
        cmocka_unit_test(tells_how_far_there_was_room),
        cmocka_unit_test(breaks_a_keep_that_no_column_can_hold),
        cmocka_unit_test(drops_the_gap_at_a_columns_head),
        cmocka_unit_test(begins_a_column_where_a_row_asks_for_it),
        cmocka_unit_test(balances_to_the_least_height_that_holds_all),
        cmocka_unit_test(does_not_balance_what_goes_on_over_the_page),
        cmocka_unit_test(holds_every_row_once_in_order),
    };
    return cmocka_run_group_tests_name("columns", tests, NULL, NULL);
}
