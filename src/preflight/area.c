#include "preflight/area.h"

#include <string.h>

enum { CHORDS = 8 }; // of a curve: a circle's area is then right to half a percent

void area_init(struct area *area, struct arena *arena, size_t width, size_t height)
{
    // An edge leaves a rest in the cell to its right.
    *area = (struct area){.width = width, .height = height, .stride = width + 2};
    area->cells = ARENA_ARRAY(arena, float, area->stride *height);
}

struct place frame_apply(const struct frame *frame, struct place place)
{
    return (struct place){frame->xx * place.x + frame->xy * place.y + frame->x,
                          frame->yx * place.x + frame->yy * place.y + frame->y};
}

static size_t cell_below(double at, size_t most)
{
    return at <= 0 ? 0 : at >= (double)most ? most : (size_t)at;
}

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

struct extent_of_cells area_extent(const struct area *area, const struct frame *frame,
                                   struct box box)
{
    double right = (double)box.x + box.width, foot = (double)box.y + box.height;
    const struct place corners[4] = {{box.x, box.y}, {right, box.y}, {box.x, foot}, {right, foot}};
    struct place least = frame_apply(frame, corners[0]), most = least;
    for (size_t i = 1; i < 4; i++) {
        struct place at = frame_apply(frame, corners[i]);
        least = (struct place){smaller(least.x, at.x), smaller(least.y, at.y)};
        most = (struct place){larger(most.x, at.x), larger(most.y, at.y)};
    }
    return (struct extent_of_cells){
        cell_below(least.x, area->width), cell_below(least.y, area->height),
        cell_below(most.x + 1, area->width), cell_below(most.y + 1, area->height)};
}

void area_begin(struct area *area, struct extent_of_cells extent)
{
    area->extent = extent;
    for (size_t row = extent.top; row < extent.bottom; row++)
        memset(area_row(area, row) + extent.left, 0,
               (extent.right - extent.left + 2) * sizeof *area->cells);
}

// An edge within a row, from x to `to` (rising), `down` of the row high with the sign of its
// direction: the change of the covering from each cell to the next.
static void add_slope(float *cells, double x, double to, double down)
{
    size_t first = (size_t)x, last = (size_t)to;
    double within = x - (double)first, rest = to - (double)last;
    if (last == first) {
        double part = (within + rest) / 2;
        cells[first] += (float)(down * (1 - part));
        cells[first + 1] += (float)(down * part);
        return;
    }
    double steep = down / (to - x), start = steep * (1 - within) * (1 - within) / 2;
    double told = start, sum = start; // the covering up to here
    cells[first] += (float)start;
    for (size_t i = first + 1; i < last; i++) {
        double now = steep * ((double)(i - first) + 0.5 - within);
        cells[i] += (float)(now - told);
        sum += now - told;
        told = now;
    }
    double end = steep * ((double)(last - first) - within) + steep * rest * (1 - rest / 2);
    cells[last] += (float)(end - told);
    sum += end - told;
    cells[last + 1] += (float)(down - sum);
}

static double clamped(double x, double least, double most)
{
    return x < least ? least : x > most ? most : x;
}

void area_add_line(struct area *area, struct place from, struct place to)
{
    const struct extent_of_cells *extent = &area->extent;
    double sign = from.y < to.y ? 1 : -1;
    struct place upper = sign > 0 ? from : to, lower = sign > 0 ? to : from;
    double y = larger(upper.y, (double)extent->top);
    double foot = smaller(lower.y, (double)extent->bottom);
    if (!(y < foot))
        return;
    double slope = (lower.x - upper.x) / (lower.y - upper.y);
    double least = (double)extent->left, most = (double)extent->right;
    for (size_t row = (size_t)y; y < foot; row++) {
        double next = smaller((double)(row + 1), foot);
        double a = clamped(upper.x + (y - upper.y) * slope, least, most);
        double b = clamped(upper.x + (next - upper.y) * slope, least, most);
        add_slope(area_row(area, row), smaller(a, b), larger(a, b), sign * (next - y));
        y = next;
    }
}

static struct place place_of(struct point point)
{
    return (struct place){point.x, point.y};
}

// A point of a cubic curve, `part` of CHORDS along it (de Casteljau).
static struct place on_curve(struct place from, const struct point *to, int part)
{
    double t = (double)part / CHORDS, u = 1 - t;
    const double weights[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    struct place at = {weights[0] * from.x, weights[0] * from.y};
    for (size_t i = 0; i < 3; i++) {
        at.x += weights[i + 1] * to[i].x;
        at.y += weights[i + 1] * to[i].y;
    }
    return at;
}

static struct place take_curve(struct line_taker taker, struct place from, const struct point *to)
{
    struct place last = from;
    for (int part = 1; part <= CHORDS; part++) {
        struct place next = on_curve(from, to, part);
        taker.take(taker.context, last, next);
        last = next;
    }
    return last;
}

void path_in_lines(const struct path_step *steps, size_t count, bool closed,
                   struct line_taker taker)
{
    struct place begun = {0, 0}, last = {0, 0};
    for (size_t i = 0; i < count; i++) {
        const struct point *to = steps[i].points;
        switch (steps[i].kind) {
        case PATH_MOVE:
            if (closed)
                taker.take(taker.context, last, begun);
            begun = last = place_of(to[0]);
            break;
        case PATH_LINE:
            taker.take(taker.context, last, place_of(to[0]));
            last = place_of(to[0]);
            break;
        case PATH_CURVE: last = take_curve(taker, last, to); break;
        case PATH_CLOSE:
            taker.take(taker.context, last, begun);
            last = begun;
            break;
        }
    }
    if (closed)
        taker.take(taker.context, last, begun);
}

struct filling {
    struct area *area;
    const struct frame *frame;
};

static void take_edge(void *context, struct place from, struct place to)
{
    const struct filling *filling = context;
    area_add_line(filling->area, frame_apply(filling->frame, from),
                  frame_apply(filling->frame, to));
}

void area_add_path(struct area *area, const struct path_step *steps, size_t count,
                   const struct frame *frame)
{
    struct filling filling = {area, frame};
    path_in_lines(steps, count, true, (struct line_taker){take_edge, &filling});
}

static float wound_once(float sum)
{
    float turns = sum < 0 ? -sum : sum;
    return turns > 1 ? 1 : turns;
}

// 0 for even numbers of turns, 1 for odd ones.
static float wound_oddly(float sum)
{
    float turns = sum < 0 ? -sum : sum;
    turns -= 2 * (float)(int)(turns / 2);
    return turns > 1 ? 2 - turns : turns;
}

void area_settle(struct area *area, bool even_odd)
{
    for (size_t row = area->extent.top; row < area->extent.bottom; row++) {
        float *cells = area_row(area, row), sum = 0;
        for (size_t i = area->extent.left; i < area->extent.right; i++) {
            sum += cells[i];
            cells[i] = even_odd ? wound_oddly(sum) : wound_once(sum);
        }
    }
}
