// Filtered rows, undone as a reader does.
#include "pdf/predict.h"
#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>

// ISO/IEC 15948, 9.2, for whole rows.
static void undo(const uint8_t *coded, size_t row, size_t pixel, uint8_t *out, const uint8_t *above)
{
    for (size_t i = 0; i < row; i++) {
        int a = i < pixel ? 0 : out[i - pixel], b = above[i], c = i < pixel ? 0 : above[i - pixel];
        int p = a + b - c, pa = abs(p - a), pb = abs(p - b), pc = abs(p - c);
        int predictions[] = {0, a, b, (a + b) / 2, pa <= pb && pa <= pc ? a : pb <= pc ? b : c};
        out[i] = (uint8_t)(coded[i + 1] + predictions[coded[0]]);
    }
}

static void assert_undone(struct arena *arena, struct str samples, size_t row, size_t pixel)
{
    const uint8_t *coded = (const uint8_t *)predict_rows(arena, samples, row, pixel).data;
    uint8_t *out = arena_alloc(arena, samples.len);
    const uint8_t *above = arena_alloc(arena, row);
    for (size_t i = 0; i < samples.len / row; i++) {
        assert_in_range(coded[i * (row + 1)], 0, 4);
        undo(coded + i * (row + 1), row, pixel, out + i * row, above);
        above = out + i * row;
    }
    assert_memory_equal(out, samples.data, samples.len);
}

static void filters_can_be_undone(void **state)
{
    uint32_t seed = 7;
    for (size_t pixel = 1; pixel <= 4; pixel++) {
        size_t row = pixel * 13;
        uint8_t *samples = arena_alloc(*state, row * 11);
        for (size_t i = 0; i < row * 11; i++)
            samples[i] = (uint8_t)(i * 3 + unit_random(&seed) % (i % row < row / 2 ? 8 : 256));
        assert_undone(*state, (struct str){(const char *)samples, row * 11}, row, pixel);
    }
}

static void each_row_has_the_filter_that_suits_it(void **state)
{
    // Even steps to the right; the same again; a row of noughts.
    static const struct str samples = STR_INIT("\x0A\x14\x1E\x28\x0A\x14\x1E\x28\0\0\0\0");
    static const uint8_t wanted[] = {1, 10, 10, 10, 10, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    struct str rows = predict_rows(*state, samples, 4, 1);
    assert_int_equal(rows.len, sizeof wanted);
    assert_memory_equal(rows.data, wanted, sizeof wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(filters_can_be_undone),
        RULE(each_row_has_the_filter_that_suits_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
