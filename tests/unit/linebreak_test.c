#include "text/linebreak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { MOST = 12 };

static const struct line_policy ragged = {
    .kind = LINES_RAGGED,
    .first_measure = 1000,
    .measure = 1000,
    .shortest_last = 100,
    .hyphens_in_a_row = 2,
};

static struct line_segment word(length width)
{
    return (struct line_segment){.width = width, .space = 50};
}

static struct line_segment broken_word(length width)
{
    return (struct line_segment){.width = width, .hyphen = 30, .penalty = 50, .hyphenated = true};
}

struct broken {
    size_t count;
    struct line_break lines[64];
};

static struct broken break_lines(const struct line_segment *segments, size_t count,
                                 const struct line_policy *policy)
{
    struct arena arena;
    arena_init(&arena);
    struct broken broken = {0};
    broken.count = linebreak_total_fit(&arena, (struct line_segments){segments, count}, policy,
                                       broken.lines, NULL);
    arena_release(&arena);
    return broken;
}

static void assert_ends(const struct broken *broken, const uint32_t *ends, size_t count)
{
    assert_int_equal(broken->count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(broken->lines[i].end, ends[i]);
}

#define ASSERT_ENDS(broken, ...)                                                                   \
    assert_ends(&(broken), (const uint32_t[]){__VA_ARGS__},                                        \
                sizeof((uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

static void no_segments_are_no_lines(void **state)
{
    (void)state;
    assert_int_equal(break_lines(NULL, 0, &ragged).count, 0);
}

static void a_short_paragraph_is_one_line_and_no_runt(void **state)
{
    (void)state;
    struct line_segment segments[] = {word(40)};
    struct broken broken = break_lines(segments, 1, &ragged);
    ASSERT_ENDS(broken, 1);
    assert_false(broken.lines[0].overset);
}

static void a_word_wider_than_the_measure_stands_alone_and_is_overset(void **state)
{
    (void)state;
    struct line_segment segments[] = {word(300), word(1200), word(300)};
    struct broken broken = break_lines(segments, 3, &ragged);
    ASSERT_ENDS(broken, 1, 2, 3);
    assert_false(broken.lines[0].overset);
    assert_true(broken.lines[1].overset);
    assert_false(broken.lines[2].overset);
}

static void a_forced_break_ends_the_line(void **state)
{
    (void)state;
    struct line_segment segments[] = {word(100), word(100), word(60), word(100)};
    segments[1].forced = true;
    segments[2].forced = true;
    struct broken broken = break_lines(segments, 4, &ragged);
    ASSERT_ENDS(broken, 2, 3, 4);
}

// Greedy would leave a single short word; a word is sent down to it.
static void a_runt_gets_company_where_it_can(void **state)
{
    (void)state;
    struct line_segment segments[] = {word(300), word(300), word(290), word(40)};
    struct broken broken = break_lines(segments, 4, &ragged);
    ASSERT_ENDS(broken, 2, 4);
}

static void a_ragged_last_line_shrinks_to_pull_up_a_runt_only(void **state)
{
    (void)state;
    // 200 + 3 spaces + 3 words = 1010; the spaces can give 15.
    struct line_segment runt[] = {word(300), word(300), word(210), word(50)};
    struct broken broken = break_lines(runt, 4, &ragged);
    ASSERT_ENDS(broken, 4);
    assert_true(broken.lines[0].stretch < 0);
    assert_true(broken.lines[0].stretch >= -6554);
    // As wide, but what would come down is no runt.
    struct line_segment whole[] = {word(300), word(300), word(100), word(160)};
    broken = break_lines(whole, 4, &ragged);
    assert_int_equal(broken.count, 2);
    for (size_t i = 0; i < broken.count; i++)
        assert_int_equal(broken.lines[i].stretch, 0);
}

static void justified_spaces_fill_the_measure(void **state)
{
    (void)state;
    struct line_policy policy = ragged;
    policy.kind = LINES_JUSTIFIED;
    struct line_segment segments[] = {word(440), word(490), word(450), word(470), word(300)};
    struct broken broken = break_lines(segments, 5, &policy);
    ASSERT_ENDS(broken, 2, 4, 5);
    assert_int_equal(broken.lines[0].stretch, 20 * 65536 / 50);
    assert_int_equal(broken.lines[1].stretch, 30 * 65536 / 50);
    assert_int_equal(broken.lines[2].stretch, 0);
}

static void justified_spaces_shrink_to_80_percent_at_most(void **state)
{
    (void)state;
    struct line_policy policy = ragged;
    policy.kind = LINES_JUSTIFIED;
    struct line_segment fits[] = {word(480), word(480), word(500)};
    struct broken broken = break_lines(fits, 3, &policy);
    ASSERT_ENDS(broken, 2, 3);
    assert_int_equal(broken.lines[0].stretch, -10 * 65536 / 50);
    struct line_segment too_wide[] = {word(480), word(481), word(400)};
    broken = break_lines(too_wide, 3, &policy);
    ASSERT_ENDS(broken, 1, 3);
}

static void balanced_lines_are_fewest_and_even(void **state)
{
    (void)state;
    struct line_policy policy = ragged;
    policy.kind = LINES_BALANCED;
    struct line_segment segments[] = {word(250), word(250), word(250), word(250),
                                      word(250), word(250), word(250), word(250)};
    struct broken broken = break_lines(segments, 4, &policy);
    ASSERT_ENDS(broken, 2, 4);
    broken = break_lines(segments, 7, &policy);
    assert_int_equal(broken.count, 3);
    broken = break_lines(segments, 8, &policy);
    assert_int_equal(broken.count, 3);
    assert_true(broken.lines[0].end <= 3 && broken.lines[0].end >= 2);
}

static void the_first_line_has_a_measure_of_its_own(void **state)
{
    (void)state;
    struct line_policy policy = ragged;
    policy.first_measure = 500;
    struct line_segment segments[] = {word(250), word(250), word(250), word(250), word(200)};
    struct broken broken = break_lines(segments, 5, &policy);
    ASSERT_ENDS(broken, 1, 4, 5);
    policy.first_measure = 1500;
    broken = break_lines(segments, 5, &policy);
    ASSERT_ENDS(broken, 5);
}

static void hyphens_stand_in_two_lines_at_most(void **state)
{
    (void)state;
    struct line_policy policy = ragged;
    policy.hyphen_before_last = true;
    struct line_segment segments[16];
    for (size_t i = 0; i < 16; i += 2) {
        segments[i] = broken_word(460);
        segments[i + 1] = word(460);
    }
    struct broken broken = break_lines(segments, 16, &policy);
    size_t row = 0;
    for (size_t i = 0; i < broken.count; i++) {
        row = segments[broken.lines[i].end - 1].hyphenated ? row + 1 : 0;
        assert_true(row <= 2);
    }
}

static void no_hyphen_stands_before_the_last_line(void **state)
{
    (void)state;
    struct line_segment segments[] = {word(500), broken_word(400), word(300)};
    struct broken broken = break_lines(segments, 3, &ragged);
    ASSERT_ENDS(broken, 1, 3);
    struct line_policy policy = ragged;
    policy.hyphen_before_last = true;
    broken = break_lines(segments, 3, &policy);
    ASSERT_ENDS(broken, 2, 3);
}

// The rules again, said plainly, to hold every way to break a small paragraph against them.
struct price {
    int64_t parts[5]; // overset, hyphen faults, lines, runts, demerits
};

static int64_t tenth_power(int64_t distance, int64_t whole, int power)
{
    int64_t ratio = distance * 1024 / whole, value = 1;
    if (ratio > 10240)
        ratio = 10240;
    for (int i = 0; i < power; i++)
        value *= ratio;
    return value;
}

static int64_t width_of(const struct line_segment *segments, size_t start, size_t end)
{
    int64_t width = segments[end - 1].hyphen - segments[end - 1].space;
    for (size_t i = start; i < end; i++)
        width += segments[i].width + segments[i].space;
    return width;
}

static int64_t spaces_of(const struct line_segment *segments, size_t start, size_t end)
{
    int64_t spaces = -segments[end - 1].space;
    for (size_t i = start; i < end; i++)
        spaces += segments[i].inner_space + segments[i].space;
    return spaces;
}

// Whether words at the end of a line, too short for a line, are all that does not fit.
static bool pulls_up(const struct line_segment *segments, size_t start, size_t end)
{
    for (size_t split = start + 1; split < end; split++)
        if (width_of(segments, split, end) < ragged.shortest_last &&
            width_of(segments, start, split) <= ragged.measure)
            return true;
    return false;
}

struct priced_line {
    size_t start, end;
    bool last;
};

static bool price_line(const struct line_segment *segments, struct priced_line line_at,
                       enum line_policy_kind kind, struct price *price)
{
    size_t start = line_at.start, end = line_at.end;
    bool last = line_at.last;
    int64_t slack = ragged.measure - width_of(segments, start, end);
    int64_t spaces = spaces_of(segments, start, end);
    int64_t penalty = last ? 0 : segments[end - 1].penalty;
    bool good = slack >= 0 || (kind == LINES_JUSTIFIED && -slack <= spaces * 20 / 100) ||
                (kind == LINES_RAGGED && last && -slack <= spaces * 10 / 100 &&
                 pulls_up(segments, start, end));
    if (!good && end - start > 1)
        return false;
    price->parts[0] += !good && -slack > spaces * 10 / 100;
    price->parts[2] += kind == LINES_BALANCED;
    price->parts[3] += last && start > 0 && width_of(segments, start, end) < 100;
    bool loose = slack > 0 && !(last && kind != LINES_BALANCED);
    int64_t line = (int64_t)1 << 30;
    if (kind == LINES_RAGGED) {
        price->parts[4] +=
            (loose ? tenth_power(slack, 1000, 3) : 0) + (10 + penalty) * (line / 100000);
    } else if (kind == LINES_BALANCED) {
        price->parts[4] +=
            (loose ? tenth_power(slack, 1000, 2) * 1024 : 0) + penalty * (line / 10000);
    } else {
        int64_t room = slack > 0 ? spaces * 33 / 100 : spaces * 20 / 100;
        int64_t far = slack > 0 ? slack : -slack;
        int64_t badness = !loose && slack >= 0 ? 0
                          : room > 0           ? 100 * tenth_power(far, room, 3) / line
                                               : 100000;
        price->parts[4] += (10 + badness + penalty) * (10 + badness + penalty);
    }
    return true;
}

static bool price_paragraph(const struct line_segment *segments, size_t count, uint32_t ends,
                            struct price *price, enum line_policy_kind kind)
{
    *price = (struct price){0};
    uint32_t row = 0;
    for (size_t start = 0, end = 1; end <= count; end++) {
        bool last = end == count;
        if (!last && !(ends >> (end - 1) & 1u))
            continue;
        if (!price_line(segments, (struct priced_line){start, end, last}, kind, price))
            return false;
        price->parts[1] += last && start > 0 && segments[start - 1].hyphenated;
        row = !last && segments[end - 1].hyphenated ? row + 1 : 0;
        if (row > 2) {
            price->parts[1]++;
            row = 2;
        }
        start = end;
    }
    return true;
}

static int price_compare(const struct price *a, const struct price *b)
{
    for (size_t i = 0; i < 5; i++)
        if (a->parts[i] != b->parts[i])
            return a->parts[i] < b->parts[i] ? -1 : 1;
    return 0;
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void fill_randomly(struct line_segment *segments, size_t count, uint32_t *seed)
{
    for (size_t i = 0; i < count; i++) {
        length width = (length)(next_random(seed) % 450 + 10);
        segments[i] = next_random(seed) % 3 == 0 ? broken_word(width) : word(width);
        if (next_random(seed) % 16 == 0)
            segments[i].width += 700;
        if (next_random(seed) % 4 == 0)
            segments[i].inner_space = segments[i].width / 5;
    }
}

static void no_other_way_to_break_is_better(void **state)
{
    (void)state;
    uint32_t seed = 7;
    const enum line_policy_kind kinds[] = {LINES_RAGGED, LINES_JUSTIFIED, LINES_BALANCED};
    for (uint32_t round = 0; round < 600; round++) {
        struct line_segment segments[MOST];
        size_t count = 1 + next_random(&seed) % MOST;
        fill_randomly(segments, count, &seed);
        struct line_policy policy = ragged;
        policy.kind = kinds[round % 3];
        struct broken broken = break_lines(segments, count, &policy);
        uint32_t ends = 0;
        for (size_t i = 0; i + 1 < broken.count; i++)
            ends |= 1u << (broken.lines[i].end - 1);
        struct price ours, other;
        assert_true(price_paragraph(segments, count, ends, &ours, policy.kind));
        for (uint32_t mask = 0; mask < 1u << (count - 1); mask++)
            if (price_paragraph(segments, count, mask, &other, policy.kind))
                assert_true(price_compare(&ours, &other) <= 0);
    }
}

static size_t steps_for(size_t count, length width)
{
    struct arena arena;
    arena_init(&arena);
    struct line_segment *segments = ARENA_ARRAY(&arena, struct line_segment, count);
    struct line_break *breaks = ARENA_ARRAY(&arena, struct line_break, count);
    uint32_t seed = 3;
    for (size_t i = 0; i < count; i++) {
        segments[i] = width > 0 ? word((length)(next_random(&seed) % (uint32_t)width))
                                : (struct line_segment){0};
        segments[i].hyphenated = i % 3 == 0;
    }
    size_t steps = 0;
    size_t lines = linebreak_total_fit(&arena, (struct line_segments){segments, count}, &ragged,
                                       breaks, &steps);
    assert_int_equal(breaks[lines - 1].end, count);
    arena_release(&arena);
    return steps;
}

static void ten_times_the_words_are_ten_times_the_work(void **state)
{
    (void)state;
    assert_true(steps_for(10000, 150) <= 11 * steps_for(1000, 150));
    assert_true(steps_for(10000, 150) <= (size_t)12 * 10000);
}

static void segments_without_width_stay_linear(void **state)
{
    (void)state;
    assert_true(steps_for(40000, 0) <= (size_t)1000 * 40000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_segments_are_no_lines),
        cmocka_unit_test(a_short_paragraph_is_one_line_and_no_runt),
        cmocka_unit_test(a_word_wider_than_the_measure_stands_alone_and_is_overset),
        cmocka_unit_test(a_forced_break_ends_the_line),
        cmocka_unit_test(a_runt_gets_company_where_it_can),
        cmocka_unit_test(a_ragged_last_line_shrinks_to_pull_up_a_runt_only),
        cmocka_unit_test(justified_spaces_fill_the_measure),
        cmocka_unit_test(justified_spaces_shrink_to_80_percent_at_most),
        cmocka_unit_test(balanced_lines_are_fewest_and_even),
        cmocka_unit_test(the_first_line_has_a_measure_of_its_own),
        cmocka_unit_test(hyphens_stand_in_two_lines_at_most),
        cmocka_unit_test(no_hyphen_stands_before_the_last_line),
        cmocka_unit_test(no_other_way_to_break_is_better),
        cmocka_unit_test(ten_times_the_words_are_ten_times_the_work),
        cmocka_unit_test(segments_without_width_stay_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
