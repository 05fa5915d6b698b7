#include "text/outline.h"

#include "base/vec.h"

#include <hb.h>

struct tracing {
    struct arena *arena;
    VEC(struct path_step) steps;
};

static struct point point_at(float x, float y)
{
    return (struct point){(length)(x < 0 ? x - 0.5F : x + 0.5F),
                          (length)(y < 0 ? 0.5F - y : -y - 0.5F)};
}

static void add_step(struct tracing *tracing, struct path_step step)
{
    *VEC_PUSH(tracing->arena, &tracing->steps) = step;
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    add_step(data, (struct path_step){PATH_MOVE, {point_at(x, y)}});
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    add_step(data, (struct path_step){PATH_LINE, {point_at(x, y)}});
}

// HarfBuzz makes cubic curves of quadratic ones where nobody asks for those.
//
// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1,
                     float x2, float y2, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    add_step(data,
             (struct path_step){PATH_CURVE, {point_at(x1, y1), point_at(x2, y2), point_at(x, y)}});
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
    (void)funcs, (void)state, (void)user;
    add_step(data, (struct path_step){.kind = PATH_CLOSE});
}

struct outline outline_read(struct arena *arena, const struct font *font, uint32_t glyph)
{
    struct tracing tracing = {.arena = arena};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    hb_font_get_glyph_shape(font->shaper, glyph, funcs, &tracing);
    hb_draw_funcs_destroy(funcs);
    return (struct outline){tracing.steps.items, tracing.steps.count};
}
