#include "pdf/predict.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { FILTER_SUB = 1, FILTER_UP = 2, FILTER_PAETH = 4, FILTERS = 5, LONGEST_PIXEL = 4 };

// 9.4: of left, above and above left, the one nearest to their plane.
static uint8_t paeth(uint8_t left, uint8_t above, uint8_t corner)
{
    int by_left = abs(above - corner), by_above = abs(left - corner);
    int by_corner = abs(left + above - 2 * corner);
    if (by_left <= by_above && by_left <= by_corner)
        return left;
    return by_above <= by_corner ? above : corner;
}

static uint8_t predicted(size_t filter, uint8_t left, uint8_t above, uint8_t corner)
{
    switch (filter) {
    case 0: return 0;
    case FILTER_SUB: return left;
    case FILTER_UP: return above;
    case FILTER_PAETH: return paeth(left, above, corner);
    default: return (uint8_t)((left + above) / 2);
    }
}

struct rows {
    const uint8_t *above, *here; // the first has only zeros above it
    size_t size, pixel;
};

// Fills `out` and returns the sum of its bytes' amounts, taken as signed.
static uint64_t filter_row(const struct rows *rows, size_t filter, uint8_t *out)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < rows->size; i++) {
        bool first = i < rows->pixel;
        uint8_t left = first ? 0 : rows->here[i - rows->pixel];
        uint8_t corner = first ? 0 : rows->above[i - rows->pixel];
        out[i] = (uint8_t)(rows->here[i] - predicted(filter, left, rows->above[i], corner));
        sum += out[i] < 128 ? out[i] : 256u - out[i];
    }
    return sum;
}

static void add_best(const struct rows *rows, uint8_t *tried, uint8_t *out)
{
    uint64_t least = UINT64_MAX;
    for (size_t filter = 0; filter < FILTERS; filter++) {
        uint64_t sum = filter_row(rows, filter, tried);
        if (sum >= least)
            continue;
        least = sum;
        out[0] = (uint8_t)filter;
        memcpy(out + 1, tried, rows->size);
    }
}

struct str predict_rows(struct arena *arena, struct str samples, size_t row, size_t pixel)
{
    assert(row > 0 && samples.len % row == 0 && pixel >= 1 && pixel <= LONGEST_PIXEL);
    size_t count = samples.len / row;
    uint8_t *out = arena_alloc_array(arena, count, row + 1), *tried = arena_alloc(arena, row);
    struct rows rows = {arena_alloc(arena, row), (const uint8_t *)samples.data, row, pixel};
    for (size_t i = 0; i < count; i++) {
        add_best(&rows, tried, out + i * (row + 1));
        rows.above = rows.here;
        rows.here += row;
    }
    return (struct str){(const char *)out, count * (row + 1)};
}
