#include "base/map.h"
#include "unit/unit.h"

static void an_empty_map_finds_nothing(void **state)
{
    (void)state;
    struct map map = {0};
    assert_null(map_find(&map, STR("title")));
    assert_null(map_find(&map, STR("")));
}

static void finds_what_was_added_and_nothing_else(void **state)
{
    struct map map = {0};
    int title, empty;
    map_add(*state, &map, STR("title"), &title);
    map_add(*state, &map, STR(""), &empty);
    assert_ptr_equal(map_find(&map, STR("title")), &title);
    assert_ptr_equal(map_find(&map, STR("")), &empty);
    assert_null(map_find(&map, STR("titl")));
    assert_null(map_find(&map, STR("titles")));
    assert_int_equal(map.count, 2);
}

static void the_first_value_of_a_key_stays(void **state)
{
    struct map map = {0};
    int first, second;
    assert_ptr_equal(map_add(*state, &map, STR("id"), &first), &first);
    assert_ptr_equal(map_add(*state, &map, STR("id"), &second), &first);
    assert_ptr_equal(map_find(&map, STR("id")), &first);
    assert_int_equal(map.count, 1);
}

static void keys_are_compared_by_bytes_and_may_hold_nul(void **state)
{
    struct map map = {0};
    int one, two;
    map_add(*state, &map, STR("a\0b"), &one);
    map_add(*state, &map, STR("a\0c"), &two);
    assert_ptr_equal(map_find(&map, STR("a\0b")), &one);
    assert_ptr_equal(map_find(&map, STR("a\0c")), &two);
    assert_null(map_find(&map, STR("a")));
}

static void keeps_every_key_while_it_grows(void **state)
{
    enum { COUNT = 20000 };
    struct map map = {0};
    struct str *keys = ARENA_ARRAY(*state, struct str, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        keys[i] = str_format(*state, "key-%zu", i);
        map_add(*state, &map, keys[i], &keys[i]);
    }
    assert_int_equal(map.count, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        assert_ptr_equal(map_find(&map, keys[i]), &keys[i]);
    assert_null(map_find(&map, STR("key-20000")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(an_empty_map_finds_nothing),     RULE(finds_what_was_added_and_nothing_else),
        RULE(the_first_value_of_a_key_stays), RULE(keys_are_compared_by_bytes_and_may_hold_nul),
        RULE(keeps_every_key_while_it_grows),
    };
    return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
