// Widths of columns: held against all ways to part a small room, and the sums that always hold.
#include "layout/table_widths.h"
#include "unit/unit.h"

enum { COLUMNS = 3 };

static struct column_need need(length least, length natural)
{
    return (struct column_need){.least = least, .natural = natural};
}

static void texts_that_fit_have_a_line_and_a_part_of_the_rest(void **state)
{
    (void)state;
    const struct column_need needs[] = {need(2, 10), need(2, 30), need(0, 0)};
    length widths[COLUMNS];
    assert_true(table_widths(needs, COLUMNS, 80, widths));
    assert_int_equal(widths[0], 20);
    assert_int_equal(widths[1], 60);
    assert_int_equal(widths[2], 0);
}

static void texts_that_do_not_fit_share_by_what_they_lack(void **state)
{
    (void)state;
    const struct column_need needs[] = {need(10, 10), need(10, 30), need(10, 50)};
    length widths[COLUMNS];
    assert_true(table_widths(needs, COLUMNS, 60, widths));
    assert_int_equal(widths[0], 10);
    assert_int_equal(widths[1], 20);
    assert_int_equal(widths[2], 30);
}

static void given_widths_are_kept(void **state)
{
    (void)state;
    struct column_need needs[] = {need(5, 500), need(5, 10), need(5, 10)};
    length widths[COLUMNS];
    needs[0].width.thousandths = 250;
    needs[1].width.fixed = 30;
    assert_true(table_widths(needs, COLUMNS, 200, widths));
    assert_int_equal(widths[0], 50);
    assert_int_equal(widths[1], 30);
    assert_int_equal(widths[2], 120);
    needs[2].width.fixed = 40;
    assert_true(table_widths(needs, COLUMNS, 200, widths));
    assert_int_equal(widths[2], 40);
}

static void columns_without_text_are_equal(void **state)
{
    (void)state;
    const struct column_need needs[COLUMNS] = {{0}};
    length widths[COLUMNS];
    assert_true(table_widths(needs, COLUMNS, 31, widths));
    assert_int_equal(widths[0] + widths[1] + widths[2], 31);
    assert_in_range(widths[0], 10, 11);
    assert_in_range(widths[2], 10, 11);
}

static void too_little_room_is_said(void **state)
{
    (void)state;
    struct column_need needs[] = {need(20, 20), need(20, 20), need(20, 20)};
    length widths[COLUMNS];
    assert_false(table_widths(needs, COLUMNS, 59, widths));
    needs[0].width.fixed = 60;
    assert_false(table_widths(needs, COLUMNS, 99, widths));
    assert_true(table_widths(needs, COLUMNS, 100, widths));
}

// How uneven a way to part the room is: the largest lack, of what a text wants beyond its least
// width, in thousandths.
static int64_t worst_lack(const struct column_need *needs, const length *widths)
{
    int64_t worst = 0;
    for (size_t i = 0; i < COLUMNS; i++) {
        int64_t wanted = needs[i].natural - needs[i].least;
        int64_t lack = wanted > 0 ? (needs[i].natural - widths[i]) * 1000 / wanted : 0;
        worst = lack > worst ? lack : worst;
    }
    return worst;
}

// The least that the worst lack can be, of all ways to part `room`.
static int64_t best_of_all(const struct column_need *needs, length room)
{
    int64_t best = INT64_MAX;
    for (length a = needs[0].least; a <= room; a++)
        for (length b = needs[1].least; a + b + needs[2].least <= room; b++) {
            const length widths[] = {a, b, room - a - b};
            int64_t lack = worst_lack(needs, widths);
            best = lack < best ? lack : best;
        }
    return best;
}

// No other way to part the room treats the column that is worst off better, but for rounding.
static void nobody_lacks_more_than_must_be(void **state)
{
    (void)state;
    static const length leasts[] = {0, 3, 10}, extras[] = {0, 1, 7, 20};
    for (int i = 0; i < 3 * 4 * 3 * 4; i++) {
        const struct column_need needs[] = {
            need(leasts[i % 3], leasts[i % 3] + extras[i / 3 % 4]),
            need(leasts[i / 12 % 3], leasts[i / 12 % 3] + extras[i / 36 % 4]),
            need(4, 24),
        };
        length least = needs[0].least + needs[1].least + needs[2].least;
        for (length room = least; room < least + 50; room += 7) {
            length widths[COLUMNS];
            assert_true(table_widths(needs, COLUMNS, room, widths));
            assert_int_equal(widths[0] + widths[1] + widths[2], room);
            for (size_t k = 0; k < COLUMNS; k++)
                assert_true(widths[k] >= needs[k].least);
            length shifted[COLUMNS]; // rounding moves a column by less than one
            for (size_t k = 0; k < COLUMNS; k++)
                shifted[k] = widths[k] + 1;
            assert_true(worst_lack(needs, shifted) <= best_of_all(needs, room));
        }
    }
}

int main(void)
{
    const struct CMUnitTest rules[] = {
        RULE(texts_that_fit_have_a_line_and_a_part_of_the_rest),
        RULE(texts_that_do_not_fit_share_by_what_they_lack),
        RULE(given_widths_are_kept),
        RULE(columns_without_text_are_equal),
        RULE(too_little_room_is_said),
        RULE(nobody_lacks_more_than_must_be),
    };
    return cmocka_run_group_tests(rules, NULL, NULL);
}
