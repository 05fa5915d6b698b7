#include "image/svg_path.h"
#include "unit/unit.h"

// The steps as text, coordinates to a thousandth: "M1,2 L3,4 C... Z".
static struct str steps_of(struct arena *arena, const struct svg_outline *outline)
{
    static const char letters[] = "MLCZ";
    static const size_t counts[] = {1, 1, 3, 0};
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < outline->count; i++) {
        const struct svg_step *step = &outline->items[i];
        str_addf(&out, "%s%c", i > 0 ? " " : "", letters[step->kind]);
        for (size_t j = 0; j < counts[step->kind]; j++) {
            double x = step->points[j].x, y = step->points[j].y;
            x = x > -0.0005 && x < 0.0005 ? 0 : x;
            y = y > -0.0005 && y < 0.0005 ? 0 : y;
            str_addf(&out, "%s%.4g,%.4g", j > 0 ? " " : "", x, y);
        }
    }
    return str_built(&out);
}

static struct str path_of(struct arena *arena, const char *data)
{
    struct svg_outline outline = {.arena = arena};
    struct svg_parse_fault fault;
    if (svg_path_parse(str_from(data), &outline, &fault))
        return steps_of(arena, &outline);
    return str_format(arena, "%zu: %s", fault.at, fault.reason);
}

static void lines_are_absolute_or_relative(void **state)
{
    assert_str(path_of(*state, "M1 2L3,4"), "M1,2 L3,4");
    assert_str(path_of(*state, "m1 2l3,4 5-6"), "M1,2 L4,6 L9,0");
    assert_str(path_of(*state, "M1 2H5V6h-1v-1"), "M1,2 L5,2 L5,6 L4,6 L4,5");
    assert_str(path_of(*state, "M1 2 3 4m1 1 1 1"), "M1,2 L3,4 M4,5 L5,6");
    assert_str(path_of(*state, ""), "");
    assert_str(path_of(*state, "  none "), "");
}

static void a_closed_path_goes_on_where_it_began(void **state)
{
    assert_str(path_of(*state, "M1 1L2 1L2 2zl5 5"), "M1,1 L2,1 L2,2 Z M1,1 L6,6");
    assert_str(path_of(*state, "M1 1L2 1zm5 5l1 0"), "M1,1 L2,1 Z M6,6 L7,6");
    assert_str(path_of(*state, "M1 1h1zz"), "M1,1 L2,1 Z");
}

static void cubic_curves_mirror_their_control(void **state)
{
    assert_str(path_of(*state, "M0 0C1 2 3 4 5 6"), "M0,0 C1,2 3,4 5,6");
    assert_str(path_of(*state, "M1 1c1 2 3 4 5 6s1 1 2 2"), "M1,1 C2,3 4,5 6,7 C8,9 7,8 8,9");
    assert_str(path_of(*state, "M1 1S3 4 5 6"), "M1,1 C1,1 3,4 5,6");
    assert_str(path_of(*state, "M0 0Q3 3 6 0S8 8 9 9"), "M0,0 C2,2 4,2 6,0 C6,0 8,8 9,9");
}

// A quadratic curve's controls lie two thirds of the way to its one.
static void quadratic_curves_become_cubic(void **state)
{
    assert_str(path_of(*state, "M0 0Q3 3 6 0"), "M0,0 C2,2 4,2 6,0");
    assert_str(path_of(*state, "M0 0q3 3 6 0t6 0"), "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0");
    assert_str(path_of(*state, "M0 0T6 0"), "M0,0 C0,0 2,0 6,0");
}

static void arcs_become_quarters(void **state)
{
    // From (1, 0) round the origin to (0, 1): the quarter's controls are at 0.5523.
    assert_str(path_of(*state, "M1 0A1 1 0 0 1 0 1"), "M1,0 C1,0.5523 0.5523,1 0,1");
    assert_str(path_of(*state, "M1 0A1 1 0 1 0 0 1"),
               "M1,0 C1,-0.5523 0.5523,-1 0,-1 C-0.5523,-1 -1,-0.5523 -1,0 "
               "C-1,0.5523 -0.5523,1 0,1");
    assert_str(path_of(*state, "M1 0A1 1 0 0 1 -1 0"),
               "M1,0 C1,0.5523 0.5523,1 0,1 C-0.5523,1 -1,0.5523 -1,0");
    // Too small radii grow until the arc reaches.
    assert_str(path_of(*state, "M1 0A.1.1 0 01-1 0"),
               "M1,0 C1,0.5523 0.5523,1 0,1 C-0.5523,1 -1,0.5523 -1,0");
    assert_str(path_of(*state, "M2 0a2 1 0 0 1-2 1"), "M2,0 C2,0.5523 1.105,1 0,1");
    // Turned by a right angle the radii change places.
    assert_str(path_of(*state, "M2 0a1 2 90 0 1-2 1"), "M2,0 C2,0.5523 1.105,1 0,1");
}

static void arcs_without_a_radius_are_lines(void **state)
{
    assert_str(path_of(*state, "M1 0A0 1 0 0 1 0 1"), "M1,0 L0,1");
    assert_str(path_of(*state, "M1 0A1 1 0 0 1 1 0L2 2"), "M1,0 L2,2");
}

static void flags_need_no_space(void **state)
{
    assert_str(path_of(*state, "M1 0a1 1 0 01-1 1"), "M1,0 C1,0.5523 0.5523,1 0,1");
    assert_str(path_of(*state, "M1 0a1 1 0 01-1,1"), "M1,0 C1,0.5523 0.5523,1 0,1");
}

static void numbers_run_into_each_other(void **state)
{
    assert_str(path_of(*state, "M.5.5-1e1-.5"), "M0.5,0.5 L-10,-0.5");
    assert_str(path_of(*state, "M1e2 1E-1L+1+2"), "M100,0.1 L1,2");
    assert_str(path_of(*state, "\n\tM 1 , 2 \r\n L 3 , 4 "), "M1,2 L3,4");
}

static void faults_have_their_character(void **state)
{
    assert_str(path_of(*state, "L1 1"), "0: path data begins with M");
    assert_str(path_of(*state, "M1 1L2"), "6: a number is expected here");
    assert_str(path_of(*state, "M1 1L2,x"), "7: a number is expected here");
    assert_str(path_of(*state, "M1 1 X"),
               "5: a command is expected here: one of M L H V C S Q T A Z");
    assert_str(path_of(*state, "M1 1z1"),
               "5: a command is expected here: one of M L H V C S Q T A Z");
    assert_str(path_of(*state, "M1 1A1 1 0 2 1 3 3"), "11: a number is expected here");
    assert_str(path_of(*state, "M1 1L1e99 1"), "5: a number is expected here");
}

static void points_are_lines(void **state)
{
    struct svg_outline outline = {.arena = *state};
    struct svg_parse_fault fault;
    assert_true(svg_points_parse(STR("0,0 1,0 1-1"), true, &outline, &fault));
    assert_str(steps_of(*state, &outline), "M0,0 L1,0 L1,-1 Z");
    assert_false(svg_points_parse(STR("0,0 1"), false, &outline, &fault));
    assert_int_equal(fault.at, 5);
}

static void shapes_are_outlines(void **state)
{
    struct svg_outline plain = {.arena = *state}, round = plain, circle = plain;
    svg_outline_rectangle(&plain, (struct svg_point){1, 2}, (struct svg_point){3, 4},
                          (struct svg_point){0, 0});
    assert_str(steps_of(*state, &plain), "M1,2 L4,2 L4,6 L1,6 Z");
    svg_outline_rectangle(&round, (struct svg_point){0, 0}, (struct svg_point){4, 4},
                          (struct svg_point){1, 1});
    assert_str(str_slice(steps_of(*state, &round), 0, 41),
               "M1,0 L3,0 C3.552,0 4,0.4477 4,1 L4,3 C4,3");
    svg_outline_ellipse(&circle, (struct svg_point){0, 0}, (struct svg_point){1, 1});
    assert_str(str_slice(steps_of(*state, &circle), 0, 31), "M1,0 C1,0.5523 0.5523,1 0,1 C-0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(lines_are_absolute_or_relative),
        RULE(a_closed_path_goes_on_where_it_began),
        RULE(cubic_curves_mirror_their_control),
        RULE(quadratic_curves_become_cubic),
        RULE(arcs_become_quarters),
        RULE(arcs_without_a_radius_are_lines),
        RULE(flags_need_no_space),
        RULE(numbers_run_into_each_other),
        RULE(faults_have_their_character),
        RULE(points_are_lines),
        RULE(shapes_are_outlines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
