// Areas of cells, and what widens and slides over them.
#include "preflight/area.h"
#include "preflight/squares.h"
#include "preflight/widen.h"
#include "unit/unit.h"

#include <math.h>

// A length of a point is a cell.
static const struct frame points = {1.0 / LENGTH_ONE_PT, 0, 0, 1.0 / LENGTH_ONE_PT, 0, 0};

#define AT(x, y)                                                                                   \
    {                                                                                              \
        LENGTH_PT(x), LENGTH_PT(y)                                                                 \
    }

static double sum_of(const struct area *area)
{
    double sum = 0;
    for (size_t row = area->extent.top; row < area->extent.bottom; row++)
        for (size_t i = area->extent.left; i < area->extent.right; i++)
            sum += (double)area_row(area, row)[i];
    return sum;
}

static void near(double actual, double expected, double off)
{
    if (fabs(actual - expected) > off) {
        print_error("%f is not %f\n", actual, expected);
        fail();
    }
}

static void begin(struct area *area, struct arena *arena)
{
    area_init(area, arena, 12, 10);
    area_begin(area, (struct extent_of_cells){0, 0, 12, 10});
}

static void cover(struct area *area, struct arena *arena, const struct path_step *steps,
                  size_t count)
{
    begin(area, arena);
    area_add_path(area, steps, count, &points);
    area_settle(area, false);
}

static void cells_hold_their_part_of_a_rectangle(void **state)
{
    struct area area;
    const struct path_step steps[] = {{PATH_MOVE, {AT(1.25, 2)}},
                                      {PATH_LINE, {AT(4.5, 2)}},
                                      {PATH_LINE, {AT(4.5, 3.5)}},
                                      {PATH_LINE, {AT(1.25, 3.5)}},
                                      {.kind = PATH_CLOSE}};
    cover(&area, *state, steps, 5);
    const float first[] = {0, 0.75F, 1, 1, 0.5F, 0}, second[] = {0, 0.375F, 0.5F, 0.5F, 0.25F, 0};
    for (size_t i = 0; i < 6; i++) {
        near((double)area_row(&area, 1)[i], 0, 1e-6);
        near((double)area_row(&area, 2)[i], (double)first[i], 1e-6);
        near((double)area_row(&area, 3)[i], (double)second[i], 1e-6);
        near((double)area_row(&area, 4)[i], 0, 1e-6);
    }
}

static void a_slanting_edge_is_cut_exactly(void **state)
{
    struct area area;
    const struct path_step steps[] = {
        {PATH_MOVE, {AT(0.3, 1.2)}}, {PATH_LINE, {AT(9.1, 2.4)}}, {PATH_LINE, {AT(3.7, 8.8)}}};
    cover(&area, *state, steps, 3);
    near(sum_of(&area), fabs((9.1 - 0.3) * (8.8 - 1.2) - (3.7 - 0.3) * (2.4 - 1.2)) / 2, 1e-3);
}

static void what_lies_outside_is_not_counted(void **state)
{
    struct area area;
    const struct path_step steps[] = {{PATH_MOVE, {AT(-5, -5)}},
                                      {PATH_LINE, {AT(20, -5)}},
                                      {PATH_LINE, {AT(20, 4)}},
                                      {PATH_LINE, {AT(-5, 4)}}};
    cover(&area, *state, steps, 4);
    near(sum_of(&area), 12 * 4, 1e-3);
}

// A ring: both squares run the same way round.
static void the_rule_tells_whether_a_ring_is_full(void **state)
{
    struct area area;
    const struct path_step steps[] = {{PATH_MOVE, {AT(1, 1)}}, {PATH_LINE, {AT(9, 1)}},
                                      {PATH_LINE, {AT(9, 9)}}, {PATH_LINE, {AT(1, 9)}},
                                      {PATH_MOVE, {AT(3, 3)}}, {PATH_LINE, {AT(7, 3)}},
                                      {PATH_LINE, {AT(7, 7)}}, {PATH_LINE, {AT(3, 7)}}};
    cover(&area, *state, steps, 8);
    near(sum_of(&area), 64, 1e-3);
    begin(&area, *state);
    area_add_path(&area, steps, 8, &points);
    area_settle(&area, true);
    near(sum_of(&area), 64 - 16, 1e-3);
}

static void a_circle_has_its_area(void **state)
{
    struct area area;
    const double k = 4 * 0.5523;
    const struct path_step steps[] = {{PATH_MOVE, {AT(9, 5)}},
                                      {PATH_CURVE, {AT(9, 5 + k), AT(5 + k, 9), AT(5, 9)}},
                                      {PATH_CURVE, {AT(5 - k, 9), AT(1, 5 + k), AT(1, 5)}},
                                      {PATH_CURVE, {AT(1, 5 - k), AT(5 - k, 1), AT(5, 1)}},
                                      {PATH_CURVE, {AT(5 + k, 1), AT(9, 5 - k), AT(9, 5)}}};
    cover(&area, *state, steps, 5);
    near(sum_of(&area), 3.14159 * 16, 0.5);
}

static double stroked(struct arena *arena, struct stroke stroke)
{
    struct area area;
    const struct path_step steps[] = {{PATH_MOVE, {AT(2, 2)}}, {PATH_LINE, {AT(8, 8)}}};
    stroke.width = LENGTH_PT(1);
    begin(&area, arena);
    widen_add(&area, steps, 2, &stroke, &points);
    area_settle(&area, false);
    return sum_of(&area);
}

static void a_stroke_is_as_wide_as_it_says(void **state)
{
    const double far = 6 * 1.41421356;
    const length dashes[] = {LENGTH_PT(1), LENGTH_PT(0.5)};
    near(stroked(*state, (struct stroke){.cap = CAP_BUTT}), far, 0.01);
    near(stroked(*state, (struct stroke){.cap = CAP_SQUARE}), far + 1, 0.05);
    near(stroked(*state, (struct stroke){.cap = CAP_ROUND}), far + 0.785, 0.05);
    // 5 whole dashes of 1 to 1.5, and the rest of the sixth
    near(stroked(*state, (struct stroke){.dashes = dashes, .dash_count = 2}), 5 + far - 7.5, 0.02);
    near(stroked(*state,
                 (struct stroke){.dashes = dashes, .dash_count = 2, .dash_phase = LENGTH_PT(1)}),
         5 + far - 8, 0.02);
}

static void the_highest_square_is_found(void **state)
{
    float cells[6 * 5] = {0};
    for (size_t row = 2; row < 4; row++)
        for (size_t i = 3; i < 5; i++)
            cells[row * 6 + i] = 1;
    cells[0] = 0.5F;
    struct square best = squares_highest(*state, (struct field){cells, 6, 5}, 2);
    near(best.mean, 1, 1e-6);
    assert_int_equal(best.column, 3);
    assert_int_equal(best.row, 2);
    best = squares_highest(*state, (struct field){cells, 6, 5}, 20);
    near(best.mean, 4.5 / 30, 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(cells_hold_their_part_of_a_rectangle),
        RULE(a_slanting_edge_is_cut_exactly),
        RULE(what_lies_outside_is_not_counted),
        RULE(the_rule_tells_whether_a_ring_is_full),
        RULE(a_circle_has_its_area),
        RULE(a_stroke_is_as_wide_as_it_says),
        RULE(the_highest_square_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
