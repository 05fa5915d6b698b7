#include "pdf/outline.h"

#include <hb.h>
#include <math.h>

enum {
    LONGEST = 8,     // pieces that are put together at most: fonts are made of two to four
    FARTHEST = 16000 // thousandths of an em that a point may be from the origin
};

// By how far a curve may pass its pieces, in thousandths of an em.
static const double tolerance = 1;

struct place {
    double x, y;
};

// A line, or a curve with its control points.
struct segment {
    struct place at[4];
    bool is_line;
    bool was_quadratic;
    // Of a piece that may go on the curve of the piece before it: how many times as long its part
    // of that curve is. 0: it does not go on.
    double ratio;
};

// One contour at a time, from its start; what it becomes is added to the outline.
struct tracer {
    struct arena *arena;
    double scale; // font units → thousandths of an em
    struct place start, pen;
    VEC(struct segment) contour;
    struct outline outline;
};

static struct place between(struct place a, struct place b, double share)
{
    return (struct place){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

static struct place away(struct place a, struct place b)
{
    return (struct place){b.x - a.x, b.y - a.y};
}

static double square_of(struct place vector)
{
    return vector.x * vector.x + vector.y * vector.y;
}

// Where two pieces of a curve meet there is no corner (to about six degrees), and the curve's speed
// is one: their control points are as far from there as the pieces are long.
static double ratio_of(const struct segment *before, const struct segment *after)
{
    struct place in = away(before->at[2], before->at[3]), out = away(after->at[0], after->at[1]);
    double cross = in.x * out.y - in.y * out.x, dot = in.x * out.x + in.y * out.y;
    if (!before->was_quadratic || !after->was_quadratic || dot <= 0 || fabs(cross) > dot / 10)
        return 0;
    return sqrt(square_of(out) / square_of(in));
}

// The part of a curve from 0 to `end` (de Casteljau), and what is left of it.
static struct segment cut(struct segment *rest, double end)
{
    const struct place *p = rest->at;
    struct place a = between(p[0], p[1], end), b = between(p[1], p[2], end),
                 c = between(p[2], p[3], end);
    struct place ab = between(a, b, end), bc = between(b, c, end), middle = between(ab, bc, end);
    struct segment part = {.at = {p[0], a, ab, middle}};
    *rest = (struct segment){.at = {middle, bc, c, p[3]}};
    return part;
}

// Whether two curves that start together stay so: their difference is a curve, too, which is looked
// at at its end, its middle and the quarters.
static bool is_close(const struct segment *a, const struct segment *b)
{
    static const double weights[4][4] = {{0, 0, 0, 1},
                                         {1 / 8.0, 3 / 8.0, 3 / 8.0, 1 / 8.0},
                                         {27 / 64.0, 27 / 64.0, 9 / 64.0, 1 / 64.0},
                                         {1 / 64.0, 9 / 64.0, 27 / 64.0, 27 / 64.0}};
    struct place apart[4];
    for (size_t k = 0; k < 4; k++)
        apart[k] = away(a->at[k], b->at[k]);
    for (size_t i = 0; i < 4; i++) {
        struct place sum = {0};
        for (size_t k = 0; k < 4; k++) {
            sum.x += weights[i][k] * apart[k].x;
            sum.y += weights[i][k] * apart[k].y;
        }
        if (square_of(sum) > tolerance * tolerance)
            return false;
    }
    return true;
}

// What part of the whole each piece is.
static void share_out(const struct segment *pieces, size_t count, double shares[LONGEST])
{
    double sum = 1;
    shares[0] = 1;
    for (size_t i = 1; i < count; i++) {
        shares[i] = shares[i - 1] * pieces[i].ratio;
        sum += shares[i];
    }
    for (size_t i = 0; i < count; i++)
        shares[i] /= sum;
}

// Finds the curve that its pieces were, unless there is none.
static bool put_together(const struct segment *pieces, size_t count, struct segment *whole)
{
    double shares[LONGEST], left = 1;
    const struct segment *last = &pieces[count - 1];
    share_out(pieces, count, shares);
    *whole = (struct segment){
        .at = {pieces->at[0], between(pieces->at[0], pieces->at[1], 1 / shares[0]),
               between(last->at[3], last->at[2], 1 / shares[count - 1]), last->at[3]}};
    struct segment rest = *whole;
    for (size_t i = 0; i + 1 < count; i++) {
        struct segment part = cut(&rest, shares[i] / left);
        left -= shares[i];
        if (!is_close(&part, &pieces[i]))
            return false;
    }
    return is_close(&rest, last);
}

// Whatever a font says, a step of a charstring must be able to hold the way between two points.
static int32_t rounded_one(double value)
{
    return (int32_t)lround(fmax(fmin(value, FARTHEST), -FARTHEST));
}

static struct outline_point rounded(struct place place)
{
    return (struct outline_point){rounded_one(place.x), rounded_one(place.y)};
}

static void add_segment(struct tracer *tracer, const struct segment *segment)
{
    struct outline_step *step = VEC_PUSH(tracer->arena, &tracer->outline);
    if (segment->is_line)
        *step = (struct outline_step){OUTLINE_LINE, {rounded(segment->at[3])}};
    else
        *step = (struct outline_step){
            OUTLINE_CURVE,
            {rounded(segment->at[1]), rounded(segment->at[2]), rounded(segment->at[3])}};
}

// Takes the longest run of pieces that one curve follows; returns how many segments that is.
static size_t add_run(struct tracer *tracer, const struct segment *pieces, size_t count)
{
    struct segment whole[2] = {pieces[0]};
    size_t taken = 1;
    while (taken < count && taken < LONGEST && pieces[taken].ratio > 0 &&
           put_together(pieces, taken + 1, &whole[1])) {
        whole[0] = whole[1];
        taken++;
    }
    add_segment(tracer, &whole[0]);
    return taken;
}

static void end_contour(struct tracer *tracer)
{
    size_t count = tracer->contour.count;
    if (count > 0)
        *VEC_PUSH(tracer->arena, &tracer->outline) =
            (struct outline_step){OUTLINE_MOVE, {rounded(tracer->start)}};
    for (size_t i = 0; i < count;)
        i += add_run(tracer, &tracer->contour.items[i], count - i);
    tracer->contour.count = 0;
}

static struct place scaled(const struct tracer *tracer, float x, float y)
{
    return (struct place){(double)x * tracer->scale, (double)y * tracer->scale};
}

static void add_piece(struct tracer *tracer, struct segment segment)
{
    if (tracer->contour.count > 0)
        segment.ratio = ratio_of(&tracer->contour.items[tracer->contour.count - 1], &segment);
    *VEC_PUSH(tracer->arena, &tracer->contour) = segment;
    tracer->pen = segment.at[3];
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void move_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *user_data)
{
    struct tracer *tracer = data;
    (void)functions, (void)state, (void)user_data;
    end_contour(tracer);
    tracer->start = tracer->pen = scaled(tracer, x, y);
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void line_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x,
                    float y, void *user_data)
{
    struct tracer *tracer = data;
    struct place end = scaled(tracer, x, y);
    (void)functions, (void)state, (void)user_data;
    add_piece(tracer,
              (struct segment){.at = {tracer->pen, tracer->pen, end, end}, .is_line = true});
}

// A quadratic curve is a cubic one whose control points lie two thirds of the way to its own.
//
// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void quadratic_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state,
                         float control_x, float control_y, float x, float y, void *user_data)
{
    struct tracer *tracer = data;
    struct place control = scaled(tracer, control_x, control_y), end = scaled(tracer, x, y);
    (void)functions, (void)state, (void)user_data;
    add_piece(tracer, (struct segment){.at = {tracer->pen, between(tracer->pen, control, 2 / 3.0),
                                              between(end, control, 2 / 3.0), end},
                                       .was_quadratic = true});
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void cubic_to(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state, float x1,
                     float y1, float x2, float y2, float x, float y, void *user_data)
{
    struct tracer *tracer = data;
    (void)functions, (void)state, (void)user_data;
    add_piece(tracer, (struct segment){.at = {tracer->pen, scaled(tracer, x1, y1),
                                              scaled(tracer, x2, y2), scaled(tracer, x, y)}});
}

struct outline outline_of_glyph(struct arena *arena, const struct font *font, uint32_t glyph)
{
    struct tracer tracer = {.arena = arena, .scale = 1000.0 / font->units_per_em};
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(functions, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(functions, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(functions, cubic_to, NULL, NULL);
    hb_font_get_glyph_shape(font->shaper, glyph, functions, &tracer);
    hb_draw_funcs_destroy(functions);
    end_contour(&tracer);
    return tracer.outline;
}
