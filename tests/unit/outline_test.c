// Outlines as charstrings: they are read back by a small interpreter of the operators (Adobe
// Technical Note 5177) and must stay close to what the face draws.
#include "pdf/charstring.h"
#include "unit/pages_fixture.h"
#include "unit/unit.h"

#include <math.h>
#include <stdlib.h>

enum { MOST = 4000, STEPS = 16 };

// A drawing as short lines.
struct points {
    double from_x[MOST], from_y[MOST], x[MOST], y[MOST];
    size_t count;
    double pen_x, pen_y;
};

static void go(struct points *points, double x, double y)
{
    size_t i = points->count++;
    assert_true(i < MOST);
    points->from_x[i] = points->pen_x;
    points->from_y[i] = points->pen_y;
    points->x[i] = points->pen_x = x;
    points->y[i] = points->pen_y = y;
}

static void go_line(struct points *points, double x, double y)
{
    double from_x = points->pen_x, from_y = points->pen_y;
    for (int i = 1; i <= STEPS; i++)
        go(points, from_x + (x - from_x) * i / STEPS, from_y + (y - from_y) * i / STEPS);
}

static double bezier(double a, double b, double c, double d, double t)
{
    double s = 1 - t;
    return a * s * s * s + 3 * b * s * s * t + 3 * c * s * t * t + d * t * t * t;
}

static void go_curve(struct points *points, const double c[6])
{
    double x = points->pen_x, y = points->pen_y;
    for (int i = 1; i <= STEPS; i++) {
        double t = (double)i / STEPS;
        go(points, bezier(x, c[0], c[2], c[4], t), bezier(y, c[1], c[3], c[5], t));
    }
}

// What the face draws, in thousandths of an em.
struct face_drawing {
    struct points points;
    double scale;
    size_t curves;
};

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void face_move(hb_draw_funcs_t *f, void *data, hb_draw_state_t *s, float x, float y, void *u)
{
    struct face_drawing *drawing = data;
    (void)f, (void)s, (void)u;
    drawing->points.pen_x = (double)x * drawing->scale;
    drawing->points.pen_y = (double)y * drawing->scale;
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void face_line(hb_draw_funcs_t *f, void *data, hb_draw_state_t *s, float x, float y, void *u)
{
    struct face_drawing *drawing = data;
    (void)f, (void)s, (void)u;
    go_line(&drawing->points, (double)x * drawing->scale, (double)y * drawing->scale);
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void face_cubic(hb_draw_funcs_t *f, void *data, hb_draw_state_t *s, float x1, float y1,
                       float x2, float y2, float x, float y, void *u)
{
    struct face_drawing *drawing = data;
    double k = drawing->scale;
    (void)f, (void)s, (void)u;
    drawing->curves++;
    go_curve(&drawing->points, (const double[]){(double)x1 * k, (double)y1 * k, (double)x2 * k,
                                                (double)y2 * k, (double)x * k, (double)y * k});
}

static void draw_face(const struct font *font, uint32_t glyph, struct face_drawing *drawing)
{
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    *drawing = (struct face_drawing){.scale = 1000.0 / font->units_per_em};
    hb_draw_funcs_set_move_to_func(functions, face_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(functions, face_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(functions, face_cubic, NULL, NULL);
    hb_font_get_glyph_shape(font->shaper, glyph, functions, drawing);
    hb_draw_funcs_destroy(functions);
}

// A reader of charstrings.
struct reader {
    struct points points;
    double start_x, start_y;
    double stack[48];
    size_t count, at; // numbers, and those that are used up
    size_t curves;
    bool drawing;
};

static double next(struct reader *reader)
{
    assert_true(reader->at < reader->count);
    return reader->stack[reader->at++];
}

static size_t left(const struct reader *reader)
{
    return reader->count - reader->at;
}

static void close_contour(struct reader *reader)
{
    double x = reader->points.pen_x, y = reader->points.pen_y;
    if (reader->drawing)
        go_line(&reader->points, reader->start_x, reader->start_y);
    reader->points.pen_x = x;
    reader->points.pen_y = y;
}

static void read_move(struct reader *reader, double x, double y)
{
    close_contour(reader);
    reader->drawing = true;
    reader->start_x = reader->points.pen_x += x;
    reader->start_y = reader->points.pen_y += y;
}

static void read_line(struct reader *reader, double x, double y)
{
    go_line(&reader->points, reader->points.pen_x + x, reader->points.pen_y + y);
}

static void read_curve(struct reader *reader, const double way[6])
{
    double c[6] = {reader->points.pen_x + way[0], reader->points.pen_y + way[1]};
    for (size_t i = 2; i < 6; i++)
        c[i] = c[i - 2] + way[i];
    reader->curves++;
    go_curve(&reader->points, c);
}

static void read_lines_by_turns(struct reader *reader, bool horizontal)
{
    for (; left(reader) > 0; horizontal = !horizontal) {
        double way = next(reader);
        read_line(reader, horizontal ? way : 0, horizontal ? 0 : way);
    }
}

static void read_quarters(struct reader *reader, bool horizontal)
{
    for (; left(reader) > 0; horizontal = !horizontal) {
        double a = next(reader), b = next(reader), c = next(reader), d = next(reader);
        double e = left(reader) == 1 ? next(reader) : 0;
        if (horizontal)
            read_curve(reader, (const double[]){a, 0, b, c, e, d});
        else
            read_curve(reader, (const double[]){0, a, b, c, d, e});
    }
}

static void read_along(struct reader *reader, bool horizontal)
{
    double beside = left(reader) % 4 == 1 ? next(reader) : 0;
    while (left(reader) > 0) {
        double a = next(reader), b = next(reader), c = next(reader), d = next(reader);
        if (horizontal)
            read_curve(reader, (const double[]){a, beside, b, c, d, 0});
        else
            read_curve(reader, (const double[]){beside, a, b, c, 0, d});
        beside = 0;
    }
}

static void read_curves(struct reader *reader)
{
    while (left(reader) > 0) {
        double way[6];
        for (size_t i = 0; i < 6; i++)
            way[i] = next(reader);
        read_curve(reader, way);
    }
}

static void run(struct reader *reader, int operation)
{
    double x;
    switch (operation) {
    case 4: read_move(reader, 0, next(reader)); break;
    case 22: read_move(reader, next(reader), 0); break;
    case 21:
        x = next(reader);
        read_move(reader, x, next(reader));
        break;
    case 5:
        while (left(reader) > 0) {
            x = next(reader);
            read_line(reader, x, next(reader));
        }
        break;
    case 6: read_lines_by_turns(reader, true); break;
    case 7: read_lines_by_turns(reader, false); break;
    case 8: read_curves(reader); break;
    case 14: close_contour(reader); break;
    case 26: read_along(reader, false); break;
    case 27: read_along(reader, true); break;
    case 30: read_quarters(reader, false); break;
    case 31: read_quarters(reader, true); break;
    default: fail_msg("%d is no operator", operation);
    }
    assert_int_equal(left(reader), 0);
    reader->count = reader->at = 0;
}

static void read_charstring(struct reader *reader, struct str code)
{
    const uint8_t *bytes = (const uint8_t *)code.data;
    for (size_t i = 0; i < code.len; i++) {
        double number;
        if (bytes[i] >= 247) {
            bool negative = bytes[i] >= 251;
            number = (bytes[i] - (negative ? 251 : 247)) * 256 + bytes[i + 1] + 108;
            number = negative ? -number : number;
            i++;
        } else if (bytes[i] >= 32) {
            number = bytes[i] - 139;
        } else if (bytes[i] == 28) {
            number = (int16_t)(bytes[i + 1] << 8 | bytes[i + 2]);
            i += 2;
        } else {
            run(reader, bytes[i]);
            continue;
        }
        assert_true(reader->count < 48);
        reader->stack[reader->count++] = number;
    }
}

static double distance_to_line(const struct points *points, size_t i, double x, double y)
{
    double way_x = points->x[i] - points->from_x[i], way_y = points->y[i] - points->from_y[i];
    double square = way_x * way_x + way_y * way_y;
    double share =
        square > 0 ? ((x - points->from_x[i]) * way_x + (y - points->from_y[i]) * way_y) / square
                   : 0;
    share = fmax(0, fmin(1, share));
    return hypot(x - points->from_x[i] - share * way_x, y - points->from_y[i] - share * way_y);
}

// The greatest way from a point of one drawing to the other.
static double distance(const struct points *from, const struct points *to)
{
    double greatest = 0;
    for (size_t i = 0; i < from->count; i++) {
        double nearest = 1e9;
        for (size_t k = 0; k < to->count; k++)
            nearest = fmin(nearest, distance_to_line(to, k, from->x[i], from->y[i]));
        greatest = fmax(greatest, nearest);
    }
    return greatest;
}

// Draws some glyphs both ways; returns by how many times fewer curves a charstring has.
static double compare(const char *path, const uint32_t *letters, size_t count)
{
    struct arena arena;
    arena_init(&arena);
    struct font *font = fixture_font(&arena, 0, path);
    size_t before = 0, after = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t glyph = 0;
        assert_true(hb_font_get_nominal_glyph(font->shaper, letters[i], &glyph));
        struct str_builder out = str_builder_in(&arena);
        struct face_drawing *drawing = ARENA_NEW(&arena, struct face_drawing);
        struct reader *reader = ARENA_NEW(&arena, struct reader);
        struct outline outline = outline_of_glyph(&arena, font, glyph);
        charstring_add(&out, &outline, 0);
        draw_face(font, glyph, drawing);
        read_charstring(reader, str_built(&out));
        // A curve may be one thousandth off, and its points half of one either way.
        assert_true(distance(&drawing->points, &reader->points) < 1.75);
        assert_true(distance(&reader->points, &drawing->points) < 1.75);
        before += drawing->curves;
        after += reader->curves;
    }
    fixture_close(font);
    arena_release(&arena);
    return (double)before / (double)after;
}

static const uint32_t letters[] = {'a', 'g', 'S', 'o', 'i', 'H', '8', '@', '&', 0xE9, 0x2019};

static void pieces_of_curves_are_put_together(void **state)
{
    (void)state;
    assert_true(compare(LATO, letters, 11) > 1.7);
    assert_true(compare(LATO_BOLD, letters, 11) > 1.7);
}

static void cubic_curves_stay_as_they_are(void **state)
{
    (void)state;
    assert_true(fabs(compare(NIMBUS, letters, 11) - 1) < 1e-9);
}

static struct str charstring_of(struct arena *arena, const struct outline_step *steps, size_t count,
                                int32_t width)
{
    struct str_builder out = str_builder_in(arena);
    const struct outline outline = {.items = (struct outline_step *)(uintptr_t)steps,
                                    .count = count};
    charstring_add(&out, &outline, width);
    return str_built(&out);
}

static void a_blank_glyph_is_its_width(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_str(charstring_of(&arena, NULL, 0, 0), "\x0E");
    assert_str(charstring_of(&arena, NULL, 0, -109), "\xFB\x01\x0E");
    arena_release(&arena);
}

static void lines_by_turns_are_one_operator(void **state)
{
    static const struct outline_step square[] = {{OUTLINE_MOVE, {{10, 10}}},
                                                 {OUTLINE_LINE, {{110, 10}}},
                                                 {OUTLINE_LINE, {{110, 60}}},
                                                 {OUTLINE_LINE, {{10, 60}}},
                                                 {OUTLINE_LINE, {{10, 10}}}};
    struct arena arena;
    (void)state;
    arena_init(&arena);
    // 10 10 rmoveto 100 50 -100 hlineto endchar: the last line is drawn by closing
    assert_str(charstring_of(&arena, square, 5, 0), "\x95\x95\x15\xEF\xBD\x27\x06\x0E");
    arena_release(&arena);
}

static void a_long_contour_is_several_operators(void **state)
{
    struct outline_step *steps = calloc(1000, sizeof *steps);
    struct arena arena;
    (void)state;
    arena_init(&arena);
    for (int32_t i = 0; i < 1000; i++)
        steps[i] = (struct outline_step){i == 0 ? OUTLINE_MOVE : OUTLINE_LINE,
                                         {{i * 3, (i % 7) * (i % 5)}}};
    struct reader *reader = calloc(1, sizeof *reader);
    read_charstring(reader, charstring_of(&arena, steps, 200, 0));
    assert_int_equal(reader->points.count, 200 * STEPS);
    free(reader);
    free(steps);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_curves_are_put_together),
        cmocka_unit_test(cubic_curves_stay_as_they_are),
        cmocka_unit_test(a_blank_glyph_is_its_width),
        cmocka_unit_test(lines_by_turns_are_one_operator),
        cmocka_unit_test(a_long_contour_is_several_operators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
