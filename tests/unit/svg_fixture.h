// An SVG as text → what becomes of it, as text.
//
// Coordinates are in hundredths of the picture's longer side, so that pictures of 100 units read as
// they were written.
#ifndef UNIT_SVG_FIXTURE_H
#define UNIT_SVG_FIXTURE_H

#include "image/svg.h"
#include "unit/unit.h"

#define SVG(content)                                                                               \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">" content "</svg>"

struct svg_fixture {
    struct sources sources;
    struct diags diags;
    const struct drawing *drawing;
    bool good;
};

static inline struct svg_fixture *svg_fixture_read(struct arena *arena, struct str bytes)
{
    struct svg_fixture *fixture = ARENA_NEW(arena, struct svg_fixture);
    sources_init(&fixture->sources, arena);
    diags_init(&fixture->diags, arena, &fixture->sources);
    const struct svg_job job = {STR("a.svg"), bytes, {0}, &fixture->sources};
    fixture->good = svg_read(arena, &job, &fixture->diags, &fixture->drawing);
    assert_int_equal(fixture->good, fixture->diags.error_count == 0);
    return fixture;
}

static inline void svg_add_number(struct str_builder *out, int64_t value)
{
    str_add_byte(out, ' ');
    length_format(out, value * 100 / (DRAWING_SIDE / LENGTH_ONE_PT), 1);
}

static inline void svg_add_point(struct str_builder *out, struct point point)
{
    svg_add_number(out, point.x);
    str_add_byte(out, ',');
    out->len += 0;
    length_format(out, (int64_t)point.y * 100 / (DRAWING_SIDE / LENGTH_ONE_PT), 1);
}

static inline void svg_add_steps(struct str_builder *out, const struct path_step *steps,
                                 size_t count)
{
    static const size_t counts[] = {1, 1, 3, 0};
    for (size_t i = 0; i < count; i++) {
        str_addf(out, " %c", "MLCZ"[steps[i].kind]);
        for (size_t j = 0; j < counts[steps[i].kind]; j++)
            svg_add_point(out, steps[i].points[j]);
    }
}

static inline void svg_add_gradient(struct str_builder *out, const struct gradient *gradient)
{
    str_add(out, gradient->radial ? STR(" radial") : STR(" linear"));
    svg_add_point(out, gradient->origin);
    svg_add_point(out, gradient->x_axis);
    svg_add_point(out, gradient->y_axis);
    for (size_t i = 0; i < gradient->count; i++) {
        str_addf(out, " %u:%.*s", (unsigned)gradient->stops[i].offset / 1000,
                 STR_ARGS(gradient->stops[i].color->name));
        if (gradient->translucent)
            str_addf(out, "/%u", (unsigned)gradient->stops[i].alpha);
    }
}

static inline void svg_add_paint(struct str_builder *out, const struct paint *paint)
{
    if (paint->kind == PAINT_GRADIENT)
        svg_add_gradient(out, paint->gradient);
    else
        str_addf(out, " %.*s", STR_ARGS(paint->color->name));
    if (paint->alpha < DRAWING_OPAQUE)
        str_addf(out, "/%u", (unsigned)paint->alpha);
}

static inline void svg_add_path(struct str_builder *out, const struct drawing_path *path)
{
    const struct stroke *stroke = &path->look->stroke;
    str_add(out, STR("path"));
    svg_add_steps(out, path->steps, path->count);
    if (path->look->fill.kind != PAINT_NONE) {
        str_add(out, path->look->even_odd ? STR(" fill*") : STR(" fill"));
        svg_add_paint(out, &path->look->fill);
    }
    if (stroke->paint.kind == PAINT_NONE)
        return;
    str_add(out, STR(" stroke"));
    svg_add_paint(out, &stroke->paint);
    svg_add_number(out, stroke->width);
    str_addf(out, "%s%s", &"\0     \0round\0square"[stroke->cap == CAP_BUTT ? 0 : 7 * stroke->cap],
             stroke -> join == JOIN_BEVEL ? " bevel" : "");
    for (size_t i = 0; i < stroke->dash_count; i++)
        svg_add_number(out, stroke->dashes[i]);
    if (stroke->dash_count > 0)
        svg_add_number(out, stroke->dash_phase);
}

static inline void svg_add_text(struct str_builder *out, const struct drawing_text *text)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    str_addf(out, "text %s", anchors[text->anchor]);
    svg_add_point(out, text->at);
    for (size_t i = 0; i < text->count; i++) {
        const struct drawing_run *run = &text->runs[i];
        str_addf(out, " \"%.*s\"", STR_ARGS(run->text));
        svg_add_number(out, run->size);
        if (run->family.len > 0)
            str_addf(out, " %.*s", STR_ARGS(run->family));
        str_addf(out, " %u%s", (unsigned)run->weight, run->italic ? " italic" : "");
        if (run->dx != 0 || run->dy != 0)
            svg_add_point(out, (struct point){run->dx, run->dy});
        if (run->paint.kind != PAINT_NONE)
            svg_add_paint(out, &run->paint);
    }
}

static inline void svg_add_items(struct str_builder *out, const struct drawing_item *items,
                                 size_t count);

static inline void svg_add_group(struct str_builder *out, const struct drawing_group *group)
{
    str_add(out, STR("group"));
    if (group->alpha < DRAWING_OPAQUE)
        str_addf(out, "/%u", (unsigned)group->alpha);
    if (group->clip) {
        str_add(out, group->clip->even_odd ? STR(" clip*") : STR(" clip"));
        svg_add_steps(out, group->clip->steps, group->clip->count);
    }
    const struct affine *placement = group->placement;
    if (placement) {
        const int32_t parts[] = {placement->a, placement->b, placement->c, placement->d};
        str_add(out, STR(" by"));
        for (size_t i = 0; i < 4; i++) {
            str_add_byte(out, ' ');
            length_format(out, parts[i], 3);
        }
        svg_add_point(out, placement->shift);
    }
    str_add(out, STR(" (\n"));
    svg_add_items(out, group->items, group->count);
    str_add(out, STR(")"));
}

static inline void svg_add_items(struct str_builder *out, const struct drawing_item *items,
                                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        switch (items[i].kind) {
        case DRAWING_PATH: svg_add_path(out, &items[i].as.path); break;
        case DRAWING_TEXT: svg_add_text(out, &items[i].as.text); break;
        case DRAWING_GROUP: svg_add_group(out, &items[i].as.group); break;
        }
        str_add_byte(out, '\n');
    }
}

// Returns the items, one a line, or the messages in their short form.
static inline struct str svg_dump(struct arena *arena, const char *svg)
{
    struct svg_fixture *fixture = svg_fixture_read(arena, str_from(svg));
    struct str_builder out = str_builder_in(arena);
    if (fixture->good)
        svg_add_items(&out, fixture->drawing->items, fixture->drawing->count);
    diags_sort(&fixture->diags);
    diags_write(&fixture->diags, DIAG_FORMAT_SHORT, false, &out);
    return str_built(&out);
}

#endif
