#include "preflight/widen.h"

#include <math.h>

struct widening {
    struct area *area;
    const struct stroke *stroke;
    const struct frame *frame;
    size_t dash;  // that the pen is in: an even one is drawn
    double ahead; // to its end
};

static void add_edge(const struct widening *w, struct place from, struct place to)
{
    area_add_line(w->area, frame_apply(w->frame, from), frame_apply(w->frame, to));
}

// A round cap has the area of a square one that is as much shorter.
static double cap_length(const struct stroke *stroke)
{
    switch (stroke->cap) {
    case CAP_BUTT: return 0;
    case CAP_ROUND: return stroke->width * 0.3927; // π / 8
    case CAP_SQUARE: return stroke->width * 0.5;
    }
    return 0;
}

// `along` is one long, and runs with the line.
static void add_bar(const struct widening *w, struct place from, struct place to,
                    struct place along)
{
    double half = w->stroke->width * 0.5,
           cap = w->stroke->dash_count > 0 ? cap_length(w->stroke) : 0;
    struct place side = {-along.y * half, along.x * half};
    from = (struct place){from.x - along.x * cap, from.y - along.y * cap};
    to = (struct place){to.x + along.x * cap, to.y + along.y * cap};
    const struct place corners[4] = {{from.x + side.x, from.y + side.y},
                                     {to.x + side.x, to.y + side.y},
                                     {to.x - side.x, to.y - side.y},
                                     {from.x - side.x, from.y - side.y}};
    for (size_t i = 0; i < 4; i++)
        add_edge(w, corners[i], corners[(i + 1) % 4]);
}

static struct place moved(struct place from, struct place along, double by)
{
    return (struct place){from.x + along.x * by, from.y + along.y * by};
}

static void next_dash(struct widening *w)
{
    w->dash = (w->dash + 1) % w->stroke->dash_count;
    w->ahead = w->stroke->dashes[w->dash];
}

// A dash of nothing would never bring the pen on; MOST bounds how many a line may have.
static void add_dashes(struct widening *w, struct place from, struct place along, double rest)
{
    enum { MOST = 10000 };
    for (int i = 0; rest > 0 && i < MOST; i++) {
        double step = w->ahead < rest ? w->ahead : rest;
        struct place to = moved(from, along, step);
        if (w->dash % 2 == 0)
            add_bar(w, from, to, along);
        from = to;
        rest -= step;
        w->ahead -= step;
        if (w->ahead <= 0)
            next_dash(w);
    }
}

static void take_piece(void *context, struct place from, struct place to)
{
    struct widening *w = context;
    struct place way = {to.x - from.x, to.y - from.y};
    double far = sqrt(way.x * way.x + way.y * way.y);
    if (far <= 0)
        return;
    struct place along = {way.x / far, way.y / far};
    if (w->stroke->dash_count > 0)
        add_dashes(w, from, along, far);
    else
        add_bar(w, from, to, along);
}

static void begin_dashes(struct widening *w)
{
    double phase = w->stroke->dash_phase;
    w->ahead = w->stroke->dashes[0];
    for (size_t i = 0; i < 1000 && phase >= w->ahead; i++) {
        phase -= w->ahead;
        next_dash(w);
    }
    w->ahead -= phase;
}

// The two ends of a whole line that is open.
static void add_caps(const struct widening *w, const struct path_step *steps, size_t count)
{
    double cap = cap_length(w->stroke);
    if (cap <= 0 || count != 2 || steps[1].kind != PATH_LINE)
        return;
    struct place from = {steps[0].points[0].x, steps[0].points[0].y};
    struct place to = {steps[1].points[0].x, steps[1].points[0].y};
    double far = hypot(to.x - from.x, to.y - from.y);
    if (far <= 0)
        return;
    struct place along = {(to.x - from.x) / far, (to.y - from.y) / far};
    add_bar(w, moved(from, along, -cap), from, along);
    add_bar(w, to, moved(to, along, cap), along);
}

void widen_add(struct area *area, const struct path_step *steps, size_t count,
               const struct stroke *stroke, const struct frame *frame)
{
    struct widening w = {.area = area, .stroke = stroke, .frame = frame};
    if (stroke->dash_count > 0)
        begin_dashes(&w);
    else
        add_caps(&w, steps, count);
    path_in_lines(steps, count, false, (struct line_taker){take_piece, &w});
}
