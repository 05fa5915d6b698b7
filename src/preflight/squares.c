#include "preflight/squares.h"

// The sum of `side` cells of each column, row by row, is carried on; a window then slides over it.
static void slide(const double *columns, struct field field, size_t side, struct square *best,
                  size_t row, size_t high)
{
    size_t wide = side < field.width ? side : field.width;
    double sum = 0;
    for (size_t i = 0; i < field.width; i++) {
        sum += columns[i];
        if (i >= wide)
            sum -= columns[i - wide];
        double mean = sum / (double)(wide * high);
        if (i + 1 >= wide && mean > best->mean + 1e-6)
            *best = (struct square){mean, i + 1 - wide, row};
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
        for (size_t i = 0; i < field.width; i++) {
            columns[i] += (double)now[i];
            if (row >= high)
                columns[i] -= (double)now[i - high * field.width];
        }
        if (row + 1 >= high)
            slide(columns, field, side, &best, row + 1 - high, high);
    }
    arena_rewind(arena, mark);
    return best;
}
