#include "base/vec.h"
#include "unit/unit.h"

static void items_stay_in_the_order_they_were_pushed(void **state)
{
    VEC(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 10000; i++)
        *VEC_PUSH(*state, &numbers) = i * 7;
    assert_int_equal(numbers.count, 10000);
    for (uint32_t i = 0; i < 10000; i++)
        assert_int_equal(numbers.items[i], i * 7);
}

static void a_pushed_place_is_zeroed(void **state)
{
    VEC(struct { char bytes[24]; }) items = {0};
    for (size_t i = 0; i < 100; i++) {
        char *bytes = VEC_PUSH(*state, &items)->bytes;
        for (size_t k = 0; k < 24; k++) {
            assert_int_equal(bytes[k], 0);
            bytes[k] = 'x';
        }
    }
}

static void room_doubles_so_that_pushing_is_linear(void **state)
{
    VEC(uint64_t) numbers = {0};
    size_t moves = 0;
    const uint64_t *items = NULL;
    for (size_t i = 0; i < 100000; i++) {
        *VEC_PUSH(*state, &numbers) = i;
        moves += numbers.items != items;
        items = numbers.items;
    }
    assert_in_range(moves, 1, 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(items_stay_in_the_order_they_were_pushed),
        RULE(a_pushed_place_is_zeroed),
        RULE(room_doubles_so_that_pushing_is_linear),
    };
    return cmocka_run_group_tests_name("vec", tests, NULL, NULL);
}
