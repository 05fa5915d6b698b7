#include "image/svg_matrix.h"
#include "unit/unit.h"

#include <math.h>

// The six numbers to four digits, or where and why there are none.
static struct str parsed(struct arena *arena, const char *text)
{
    struct svg_matrix m;
    struct svg_parse_fault fault;
    if (!svg_transform_parse(str_from(text), &m, &fault))
        return str_format(arena, "%zu: %s", fault.at, fault.reason);
    double parts[] = {m.a, m.b, m.c, m.d, m.e, m.f};
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < 6; i++)
        str_addf(&out, "%s%.4g", i > 0 ? " " : "", fabs(parts[i]) < 1e-9 ? 0 : parts[i]);
    return str_built(&out);
}

static void each_transform_has_its_matrix(void **state)
{
    assert_str(parsed(*state, "matrix(1 2 3 4 5 6)"), "1 2 3 4 5 6");
    assert_str(parsed(*state, "translate(3)"), "1 0 0 1 3 0");
    assert_str(parsed(*state, "translate(3,-4)"), "1 0 0 1 3 -4");
    assert_str(parsed(*state, "scale(2)"), "2 0 0 2 0 0");
    assert_str(parsed(*state, "scale(2 3)"), "2 0 0 3 0 0");
    assert_str(parsed(*state, "rotate(90)"), "0 1 -1 0 0 0");
    assert_str(parsed(*state, "rotate(30)"), "0.866 0.5 -0.5 0.866 0 0");
    assert_str(parsed(*state, "rotate(180 1 2)"), "-1 0 0 -1 2 4");
    assert_str(parsed(*state, "skewX(45)"), "1 0 1 1 0 0");
    assert_str(parsed(*state, "skewY(-45)"), "1 -1 0 1 0 0");
    assert_str(parsed(*state, ""), "1 0 0 1 0 0");
    assert_str(parsed(*state, " none "), "1 0 0 1 0 0");
}

static void the_first_is_the_outermost(void **state)
{
    assert_str(parsed(*state, "translate(10) scale(2)"), "2 0 0 2 10 0");
    assert_str(parsed(*state, "scale(2),translate(10)"), "2 0 0 2 20 0");
}

static void faults_have_their_character(void **state)
{
    assert_str(parsed(*state, "rotate(1 2)"), "0: no transform has this name and so many numbers");
    assert_str(parsed(*state, "scale(1) turn(2)"),
               "9: no transform has this name and so many numbers");
    assert_str(parsed(*state, "scale(1"), "7: a number or a closing bracket is expected here");
    assert_str(parsed(*state, "scale 1"),
               "6: a name such as rotate and a bracket are expected here");
    assert_str(parsed(*state, "skewX(90)"), "0: the numbers are too large");
}

// Against the C library to the last digits, over all quadrants.
static void directions_are_those_of_the_library(void **state)
{
    (void)state;
    for (int degrees = -720; degrees <= 720; degrees += 7) {
        struct svg_point at = svg_direction(degrees);
        double angle = degrees * 3.14159265358979323846 / 180;
        assert_true(fabs(at.x - cos(angle)) < 1e-14 * 8);
        assert_true(fabs(at.y - sin(angle)) < 1e-14 * 8);
    }
    assert_true(svg_direction(90).x == 0 && svg_direction(90).y == 1);
    assert_true(svg_direction(-180).x == -1 && svg_direction(-180).y == 0);
}

static void maps_that_keep_shapes_are_known(void **state)
{
    (void)state;
    assert_true(svg_matrix_keeps_shapes((struct svg_matrix){0, 2, -2, 0, 5, 5}));
    assert_true(svg_matrix_keeps_shapes((struct svg_matrix){1, 0, 0, -1, 0, 0}));
    assert_false(svg_matrix_keeps_shapes((struct svg_matrix){1, 0, 0, 2, 0, 0}));
    assert_false(svg_matrix_keeps_shapes((struct svg_matrix){1, 0, 1, 1, 0, 0}));
    assert_true(svg_matrix_scale((struct svg_matrix){0, 2, -2, 0, 5, 5}) == 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(each_transform_has_its_matrix),   RULE(the_first_is_the_outermost),
        RULE(faults_have_their_character),     RULE(directions_are_those_of_the_library),
        RULE(maps_that_keep_shapes_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
