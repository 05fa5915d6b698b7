#include "pdf/actual_text.h"
#include "unit/unit.h"

// Upper-case letters stand for right-to-left text, as in UAX #9.
static struct text_piece piece(const char *text, length baseline)
{
    static length x; // each stands right of the one before
    x += LENGTH_ONE_PT;
    return (struct text_piece){str_from(text), 0, baseline, x, text[0] >= 'A' && text[0] <= 'Z'};
}

static void lines_stay_in_their_order(void **state)
{
    struct text_piece pieces[] = {piece("A ", 10), piece("B ", 20), piece("C", 30)};
    assert_str(actual_text(*state, pieces, 3, true), "A B C");
}

static void a_right_to_left_line_is_read_from_its_right(void **state)
{
    struct text_piece pieces[] = {piece("C", 10), piece("b ", 10), piece("A ", 10)};
    assert_str(actual_text(*state, pieces, 3, true), "A b C");
}

static void what_runs_left_to_right_within_it_keeps_its_order(void **state)
{
    struct text_piece pieces[] = {piece("C", 10), piece("car-", 10), piece("t ", 10),
                                  piece("A ", 10)};
    assert_str(actual_text(*state, pieces, 4, true), "A car-t C");
}

static void a_left_to_right_line_turns_only_what_runs_the_other_way(void **state)
{
    struct text_piece pieces[] = {piece("a ", 10), piece("C ", 10), piece("B ", 10),
                                  piece("d ", 10), piece("E", 20)};
    assert_str(actual_text(*state, pieces, 5, false), "a B C d E");
}

static void the_same_height_on_another_page_is_another_line(void **state)
{
    struct text_piece pieces[] = {piece("A ", 10), piece("B", 10)};
    pieces[1].page = 1;
    assert_str(actual_text(*state, pieces, 2, true), "A B");
}

static void the_space_at_a_lines_end_is_read_behind_it(void **state)
{
    struct text_piece pieces[] = {piece("B", 10), piece("A ", 10), piece(" ", 10), piece("C", 20)};
    assert_str(actual_text(*state, pieces, 4, true), "A B C");
    struct text_piece other[] = {piece(" ", 10), piece("a", 10), piece("b", 20)};
    other[0].right_to_left = true;
    assert_str(actual_text(*state, other, 3, false), "a b");
}

static void pieces_that_were_drawn_as_they_are_read_stay_so(void **state)
{
    struct text_piece pieces[] = {piece("A ", 10), piece("1", 10), piece(".", 10)};
    pieces[0].x = LENGTH_PT(300);
    pieces[1].x = LENGTH_PT(290);
    pieces[2].x = LENGTH_PT(280);
    pieces[2].right_to_left = true;
    assert_str(actual_text(*state, pieces, 3, true), "A 1.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(lines_stay_in_their_order),
        RULE(a_right_to_left_line_is_read_from_its_right),
        RULE(what_runs_left_to_right_within_it_keeps_its_order),
        RULE(a_left_to_right_line_turns_only_what_runs_the_other_way),
        RULE(the_same_height_on_another_page_is_another_line),
        RULE(the_space_at_a_lines_end_is_read_behind_it),
        RULE(pieces_that_were_drawn_as_they_are_read_stay_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
