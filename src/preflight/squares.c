#include "preflight/squares.h"

// Rows of the field, each column added up.
struct band {
    const double *columns;
    size_t width, first, high; // the first row, and how many
};

// A window slides over the sums.
static void slide(const struct band *band, size_t side, struct square *best)
{
    size_t wide = side < band->width ? side : band->width;
    double sum = 0;
    for (size_t i = 0; i < band->width; i++) {
        sum += band->columns[i];
        if (i >= wide)
            sum -= band->columns[i - wide];
        double mean = sum / (double)(wide * band->high);
        if (i + 1 >= wide && mean > best->mean + 1e-6)
            *best = (struct square){mean, i + 1 - wide, band->first};
    }
}

struct square squares_highest(struct arena *arena, struct field field, size_t side)
{
    struct square best = {0};
    struct arena_mark mark = arena_mark(arena);
    double *columns = ARENA_ARRAY(arena, double, field.width);
    size_t high = side < field.height ? side : field.height;
    for (size_t row = 0; row < field.height; row++) {
        const float *now = field.cells + row * field.width;
        const float *gone = row >= high ? field.cells + (row - high) * field.width : NULL;
        for (size_t i = 0; i < field.width; i++) {
            columns[i] += (double)now[i];
            if (gone)
                columns[i] -= (double)gone[i];
        }
        if (row + 1 < high)
            continue;
        const struct band band = {columns, field.width, row + 1 - high, high};
        slide(&band, side, &best);
    }
    arena_rewind(arena, mark);
    return best;
}
