#include "base/length.h"
#include "unit/unit.h"

#include <math.h>

static void assert_parses(const char *text, length expected)
{
    length size = -1;
    if (!length_parse(str_from(text), true, &size))
        fail_msg("\"%s\" is refused", text);
    assert_int_equal(size, expected);
}

static void assert_refused(const char *text)
{
    length size;
    if (length_parse(str_from(text), true, &size))
        fail_msg("\"%s\" is taken", text);
}

static struct str formatted(struct arena *arena, int64_t value, int decimals)
{
    struct str_builder builder = str_builder_in(arena);
    length_format(&builder, value, decimals);
    return str_built(&builder);
}

static void units_are_exact(void **state)
{
    (void)state;
    assert_parses("12pt", LENGTH_PT(12));
    assert_parses("0.125in", LENGTH_PT(9));
    assert_parses("25.4mm", LENGTH_PT(72));
    assert_parses("2.54cm", LENGTH_PT(72));
    assert_parses("-4pt", LENGTH_PT(-4));
    assert_parses("0", 0);
    assert_parses("-0mm", 0);
    assert_parses(".5pt", LENGTH_PT(0.5));
    assert_parses("5.pt", LENGTH_PT(5));
    assert_parses("3 mm", 557314);
    assert_parses("3mm", 557314);
}

static void a_unit_may_be_required(void **state)
{
    (void)state;
    length size;
    assert_false(length_parse(STR("12"), false, &size));
    assert_true(length_parse(STR("12"), true, &size));
    assert_int_equal(size, LENGTH_PT(12));
}

static void refuses_what_is_no_length(void **state)
{
    (void)state;
    const char *const texts[] = {"",       "-",       "pt",    ".",     "-.mm",  "1e3pt",
                                 "+1pt",   "1.2.3pt", "1PT",   "1 m m", "--1pt", "12px",
                                 "0x10pt", " 1pt",    "1,5mm", "mm3"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_refused(texts[i]);
    length size;
    assert_false(length_parse((struct str){0}, true, &size));
}

static void refuses_what_is_out_of_range(void **state)
{
    (void)state;
    assert_parses("32000pt", LENGTH_PT(32000));
    assert_parses("-32000pt", LENGTH_PT(-32000));
    assert_refused("32000.000001pt");
    assert_refused("11289mm");
    assert_refused("1128.9cm");
    assert_refused("445in");
    assert_refused("32001cm");
    assert_refused("99999999999999999999999999999999pt");
}

static void digits_beyond_the_millionth_do_not_count(void **state)
{
    (void)state;
    assert_parses("0.50000000000000000000000000000001pt", LENGTH_PT(0.5));
    assert_parses("000000000000000000000012pt", LENGTH_PT(12));
}

// Hundredths of a millimetre up to a metre: each is the nearest multiple of 1/65536 pt.
static void every_length_is_rounded_to_the_nearest(void **state)
{
    for (int64_t hundredths = 0; hundredths <= 100000; hundredths += 7) {
        struct str text = str_format(*state, "%lld.%02lldmm", (long long)(hundredths / 100),
                                     (long long)(hundredths % 100));
        length size;
        assert_true(length_parse(text, false, &size));
        double exact = (double)hundredths * 72 / 2540 * LENGTH_ONE_PT;
        assert_true(fabs((double)size - exact) <= 0.5000001);
    }
}

static void scaling_rounds_halves_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(length_scale(5, 1, 2), 3);
    assert_int_equal(length_scale(-5, 1, 2), -3);
    assert_int_equal(length_scale(4, 1, 3), 1);
    assert_int_equal(length_scale(-5, 1, 3), -2);
    assert_int_equal(length_scale(LENGTH_MAX, 7, 7), LENGTH_MAX);
    assert_int_equal(length_scale(1000000, 1000000, 1000), 1000000000);
}

static void numbers_are_written_as_pdf_wants_them(void **state)
{
    assert_str(formatted(*state, 0, 3), "0");
    assert_str(formatted(*state, LENGTH_PT(595), 3), "595");
    assert_str(formatted(*state, LENGTH_PT(841.89), 2), "841.89");
    assert_str(formatted(*state, LENGTH_PT(-0.5), 3), "-0.5");
    assert_str(formatted(*state, LENGTH_PT(1.25), 1), "1.3");
    assert_str(formatted(*state, LENGTH_PT(9.999), 2), "10");
    assert_str(formatted(*state, LENGTH_PT(0.0625), 5), "0.0625");
    assert_str(formatted(*state, 1, 5), "0.00002");
    assert_str(formatted(*state, LENGTH_PT(1.05), 2), "1.05");
}

static void what_rounds_to_nothing_is_no_minus_zero(void **state)
{
    assert_str(formatted(*state, -1, 2), "0");
    assert_str(formatted(*state, -1, 0), "0");
}

static void lengths_beyond_32_bits_can_be_written(void **state)
{
    assert_str(formatted(*state, INT64_C(1000000) * LENGTH_ONE_PT, 3), "1000000");
    assert_str(formatted(*state, -INT64_C(1000000) * LENGTH_ONE_PT - LENGTH_ONE_PT / 4, 3),
               "-1000000.25");
}

// Five decimals are finer than half of 1/65536 pt, so that nothing is lost.
static void what_is_written_with_five_decimals_reads_as_the_same_length(void **state)
{
    uint32_t random = 12345;
    for (int i = 0; i < 20000; i++) {
        random = (uint32_t)(random * UINT64_C(1103515245) + 12345);
        length size = (length)(random % 4000000000u / 2) - 1000000000;
        struct arena_mark mark = arena_mark(*state);
        length again;
        assert_true(length_parse(formatted(*state, size, 5), true, &again));
        assert_int_equal(again, size);
        arena_rewind(*state, mark);
    }
}

static void the_larger_of_two_wins(void **state)
{
    (void)state;
    assert_int_equal(length_larger(LENGTH_PT(1), LENGTH_PT(2)), LENGTH_PT(2));
    assert_int_equal(length_larger(-1, -2), -1);
}

static void what_leaves_the_range_stays_at_its_edge(void **state)
{
    (void)state;
    assert_int_equal(length_clamp(-7), -7);
    assert_int_equal(length_clamp((int64_t)LENGTH_MAX + 1), LENGTH_MAX);
    assert_int_equal(length_clamp(-(int64_t)LENGTH_MAX - 2), -LENGTH_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_larger_of_two_wins),
        RULE(what_leaves_the_range_stays_at_its_edge),
        RULE(units_are_exact),
        RULE(a_unit_may_be_required),
        RULE(refuses_what_is_no_length),
        RULE(refuses_what_is_out_of_range),
        RULE(digits_beyond_the_millionth_do_not_count),
        RULE(every_length_is_rounded_to_the_nearest),
        RULE(scaling_rounds_halves_away_from_zero),
        RULE(numbers_are_written_as_pdf_wants_them),
        RULE(what_rounds_to_nothing_is_no_minus_zero),
        RULE(lengths_beyond_32_bits_can_be_written),
        RULE(what_is_written_with_five_decimals_reads_as_the_same_length),
    };
    return cmocka_run_group_tests_name("length", tests, NULL, NULL);
}
