#include "base/str.h"
#include "unit/unit.h"

#include <string.h>

static void slices_are_views_of_the_same_bytes(void **state)
{
    (void)state;
    struct str whole = STR("brochure");
    assert_str(str_slice(whole, 0, 3), "bro");
    assert_str(str_slice(whole, 3, 8), "chure");
    assert_str(str_slice(whole, 8, 8), "");
    assert_ptr_equal(str_slice(whole, 3, 8).data, whole.data + 3);
    assert_int_equal(str_slice((struct str){0}, 0, 0).len, 0);
}

static void equality_is_by_bytes(void **state)
{
    (void)state;
    assert_true(str_equal(STR("fold"), STR("fold")));
    assert_false(str_equal(STR("fold"), STR("folds")));
    assert_false(str_equal(STR("fold"), STR("Fold")));
    assert_true(str_equal((struct str){0}, STR("")));
    assert_false(str_equal(STR("a\0b"), STR("a\0c")));
}

static void case_is_ignored_in_ascii_only(void **state)
{
    (void)state;
    assert_true(str_equal_ignoring_case(STR("LeTTer"), STR("letter")));
    assert_false(str_equal_ignoring_case(STR("letter"), STR("letters")));
    assert_false(str_equal_ignoring_case(STR("\xC3\x89"), STR("\xC3\xA9")));
    assert_false(str_equal_ignoring_case(STR("@["), STR("`{")));
}

static void order_is_by_code_point(void **state)
{
    (void)state;
    assert_int_equal(str_compare(STR("a4"), STR("a4")), 0);
    assert_true(str_compare(STR("a"), STR("b")) < 0);
    assert_true(str_compare(STR("a5"), STR("a")) > 0);
    assert_true(str_compare(STR(""), STR("a")) < 0);
    assert_true(str_compare(STR("z"), STR("\xC3\xA9")) < 0);
    assert_true(str_compare(STR("\xEF\xBF\xBD"), STR("\xF0\x9F\x98\x80")) < 0);
}

static void knows_beginnings_and_ends(void **state)
{
    (void)state;
    assert_true(str_starts_with(STR("x-anchors"), STR("x-")));
    assert_true(str_starts_with(STR("x-"), STR("")));
    assert_false(str_starts_with(STR("x"), STR("x-")));
    assert_true(str_ends_with(STR("a.yaml"), STR(".yaml")));
    assert_false(str_ends_with(STR("yaml"), STR(".yaml")));
}

static void finds_bytes_and_parts_from_an_offset(void **state)
{
    (void)state;
    struct str text = STR("one, two, three");
    assert_int_equal(str_find_byte(text, ',', 0), 3);
    assert_int_equal(str_find_byte(text, ',', 4), 8);
    assert_int_equal(str_find_byte(text, ';', 0), text.len);
    assert_int_equal(str_find_byte(text, ',', text.len), text.len);
    assert_int_equal(str_find_byte(text, ',', text.len + 9), text.len);
    assert_int_equal(str_find(text, STR("three"), 0), 10);
    assert_int_equal(str_find(text, STR(", "), 4), 8);
    assert_int_equal(str_find(text, STR("threes"), 0), text.len);
    assert_int_equal(str_find(STR(""), STR("x"), 0), 0);
}

static void trims_ascii_white_space_off_both_ends(void **state)
{
    (void)state;
    assert_str(str_trim(STR("  a b\t\r\n")), "a b");
    assert_str(str_trim(STR(" \v\f ")), "");
    assert_str(str_trim(STR("\xC2\xA0x\xC2\xA0")), "\xC2\xA0x\xC2\xA0");
    assert_int_equal(str_trim((struct str){0}).len, 0);
}

static void copies_outlive_their_originals(void **state)
{
    char original[] = "leaflet";
    struct str copy = str_copy(*state, str_from(original));
    const char *terminated = str_cstr(*state, str_slice(str_from(original), 0, 4));
    memset(original, 'x', sizeof original - 1);
    assert_str(copy, "leaflet");
    assert_string_equal(terminated, "leaf");
    assert_string_equal(str_cstr(*state, (struct str){0}), "");
}

// FNV-1a's published test vectors.
static void hash_is_fnv_1a(void **state)
{
    (void)state;
    assert_true(str_hash(STR("")) == UINT64_C(0xcbf29ce484222325));
    assert_true(str_hash(STR("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(str_hash(STR("foobar")) == UINT64_C(0x85944171f73967e8));
}

static void distance_counts_single_edits(void **state)
{
    (void)state;
    assert_int_equal(str_distance(STR("heading"), STR("heading"), 3), 0);
    assert_int_equal(str_distance(STR("headng"), STR("heading"), 3), 1);
    assert_int_equal(str_distance(STR("headiing"), STR("heading"), 3), 1);
    assert_int_equal(str_distance(STR("heading"), STR("heafing"), 3), 1);
    assert_int_equal(str_distance(STR("haeding"), STR("heading"), 3), 1);
    assert_int_equal(str_distance(STR("kitten"), STR("sitting"), 3), 3);
    assert_int_equal(str_distance(STR(""), STR("abc"), 3), 3);
    // Restricted: no text is edited twice, so this is 3 and not 2.
    assert_int_equal(str_distance(STR("ca"), STR("abc"), 3), 3);
}

static void distance_gives_up_above_its_limit(void **state)
{
    (void)state;
    char text[100];
    memset(text, 'a', sizeof text);
    struct str longest = {text, 64}, longer = {text, 65};
    assert_int_equal(str_distance(STR("title"), STR("language"), 2), 3);
    assert_int_equal(str_distance(longest, longest, 2), 0);
    assert_int_equal(str_distance(longer, longer, 2), 3);
}

static void a_builder_joins_pieces_of_any_size(void **state)
{
    struct str_builder builder = str_builder_in(*state);
    for (size_t i = 0; i < 1000; i++)
        str_add(&builder, STR("abcdefghij"));
    struct str built = str_built(&builder);
    assert_int_equal(built.len, 10000);
    for (size_t i = 0; i < built.len; i++)
        assert_int_equal(built.data[i], 'a' + (int)(i % 10));
}

static void a_builder_writes_numbers_and_code_points(void **state)
{
    struct str_builder builder = str_builder_in(*state);
    str_add_uint(&builder, 0);
    str_add_byte(&builder, ' ');
    str_add_uint(&builder, UINT64_MAX);
    str_add_byte(&builder, ' ');
    str_add_int(&builder, INT64_MIN);
    str_add_byte(&builder, ' ');
    str_add_int(&builder, -7);
    str_add_byte(&builder, ' ');
    str_add_code_point(&builder, 0x20AC);
    str_addf(&builder, " %s %05.1f", "page", 2.25);
    assert_str(str_built(&builder),
               "0 18446744073709551615 -9223372036854775808 -7 \xE2\x82\xAC page 002.2");
}

static void an_empty_builder_builds_empty_text(void **state)
{
    struct str_builder builder = str_builder_in(*state);
    str_add(&builder, (struct str){0});
    assert_non_null(str_built(&builder).data);
    assert_int_equal(str_built(&builder).len, 0);
}

static void formatted_text_may_be_longer_than_any_guess(void **state)
{
    assert_str(str_format(*state, "%s", ""), "");
    struct str wide = str_format(*state, "%*d|", 5000, 42);
    assert_int_equal(wide.len, 5001);
    assert_str(str_trim(wide), "42|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(slices_are_views_of_the_same_bytes),
        RULE(equality_is_by_bytes),
        RULE(case_is_ignored_in_ascii_only),
        RULE(order_is_by_code_point),
        RULE(knows_beginnings_and_ends),
        RULE(finds_bytes_and_parts_from_an_offset),
        RULE(trims_ascii_white_space_off_both_ends),
        RULE(copies_outlive_their_originals),
        RULE(hash_is_fnv_1a),
        RULE(distance_counts_single_edits),
        RULE(distance_gives_up_above_its_limit),
        RULE(a_builder_joins_pieces_of_any_size),
        RULE(a_builder_writes_numbers_and_code_points),
        RULE(an_empty_builder_builds_empty_text),
        RULE(formatted_text_may_be_longer_than_any_guess),
    };
    return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
