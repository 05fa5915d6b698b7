#include "layout/shapes.h"

struct drawing_place {
    struct layout *layout;
    struct page *page;
    const struct shape *shape;
    struct box box;
};

typedef VEC(struct path_step) step_list;

static void add_step(struct layout *layout, step_list *steps, enum path_step_kind kind,
                     struct point at)
{
    *VEC_PUSH(layout->arena, steps) = (struct path_step){.kind = kind, .points = {at}};
}

static void add_polygon(struct layout *layout, step_list *steps, const struct point *points,
                        size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_step(layout, steps, i == 0 ? PATH_MOVE : PATH_LINE, points[i]);
    add_step(layout, steps, PATH_CLOSE, (struct point){0});
}

static void add_rectangle(struct layout *layout, step_list *steps, struct box box)
{
    struct path_step sides[RECTANGLE_STEPS];
    path_rectangle(box, sides);
    for (size_t i = 0; i < RECTANGLE_STEPS; i++)
        *VEC_PUSH(layout->arena, steps) = sides[i];
}

static void add_path(const struct drawing_place *place, const step_list *steps,
                     const struct color *color)
{
    struct page_item *item = page_item_add(place->layout->pages, place->page, ITEM_PATH);
    item->tag = place->shape->tag;
    item->artifact = item->tag == TAG_NONE ? ARTIFACT_LAYOUT : ARTIFACT_NONE;
    item->span = place->shape->span;
    item->color = color;
    item->box = place->box;
    item->as.path.steps = steps->items;
    item->as.path.count = steps->count;
}

static void draw_disc(const struct drawing_place *place)
{
    length radius = place->box.width / 2;
    struct path_step *steps = ARENA_ARRAY(place->layout->arena, struct path_step, CIRCLE_STEPS);
    path_circle((struct point){place->box.x + radius, place->box.y + radius}, radius, steps);
    step_list list = {steps, CIRCLE_STEPS, CIRCLE_STEPS};
    add_path(place, &list, place->shape->color);
}

static struct path_step moved(struct path_step step, struct point by)
{
    for (size_t i = 0; i < 3; i++) {
        step.points[i].x += by.x;
        step.points[i].y += by.y;
    }
    return step;
}

static void draw_steps(const struct drawing_place *place)
{
    step_list steps = {0};
    struct point by = {place->box.x, place->box.y};
    for (size_t i = 0; i < place->shape->step_count; i++)
        *VEC_PUSH(place->layout->arena, &steps) = moved(place->shape->steps[i], by);
    add_path(place, &steps, place->shape->color);
}

// The sides as four filled bars: they stay sharp, and no corner is open.
static void add_sides(const struct drawing_place *place, step_list *steps)
{
    struct layout *layout = place->layout;
    struct box box = place->box;
    length stroke = place->shape->stroke, inner = box.height - 2 * stroke;
    add_rectangle(layout, steps, (struct box){box.x, box.y, box.width, stroke});
    add_rectangle(layout, steps,
                  (struct box){box.x, box.y + box.height - stroke, box.width, stroke});
    add_rectangle(layout, steps, (struct box){box.x, box.y + stroke, stroke, inner});
    add_rectangle(layout, steps,
                  (struct box){box.x + box.width - stroke, box.y + stroke, stroke, inner});
}

// A tick in a square of 20: down to the foot, up to the head.
static void add_tick(const struct drawing_place *place, step_list *steps)
{
    static const struct {
        int x, y;
    } corners[] = {{4, 10}, {6, 8}, {9, 11}, {14, 4}, {16, 6}, {9, 15}};
    struct point points[6];
    for (size_t i = 0; i < 6; i++)
        points[i] = (struct point){place->box.x + place->box.width / 20 * corners[i].x,
                                   place->box.y + place->box.height / 20 * corners[i].y};
    add_polygon(place->layout, steps, points, 6);
}

static void draw_box(const struct drawing_place *place)
{
    step_list steps = {0};
    add_sides(place, &steps);
    if (place->shape->kind == SHAPE_TICKED)
        add_tick(place, &steps);
    add_path(place, &steps, place->shape->color);
}

// The mark's bar and point, in eighths and fourteenths of the triangle.
static void draw_sign(const struct drawing_place *place)
{
    struct layout *layout = place->layout;
    struct box box = place->box;
    length x = box.x + box.width / 2, w = box.width / 8, h = box.height / 14;
    step_list triangle = {0}, mark = {0};
    const struct point corners[] = {
        {x, box.y}, {box.x + box.width, box.y + box.height}, {box.x, box.y + box.height}};
    add_polygon(layout, &triangle, corners, 3);
    add_rectangle(layout, &mark, (struct box){x - w / 2, box.y + 5 * h, w, 4 * h});
    add_rectangle(layout, &mark, (struct box){x - w / 2, box.y + 10 * h, w, 2 * h});
    struct shape unread = *place->shape; // the triangle says it all
    struct drawing_place mark_place = *place;
    unread.tag = TAG_NONE;
    mark_place.shape = &unread;
    add_path(place, &triangle, place->shape->color);
    add_path(&mark_place, &mark, place->shape->second);
}

static void draw_dashes(const struct drawing_place *place)
{
    step_list steps = {0};
    struct box box = place->box;
    length dash = place->shape->stroke > 0 ? place->shape->stroke : box.width;
    for (int64_t x = 0; x < box.width; x += 2 * (int64_t)dash) {
        length rest = box.width - (length)x;
        add_rectangle(
            place->layout, &steps,
            (struct box){box.x + (length)x, box.y, rest < dash ? rest : dash, box.height});
    }
    add_path(place, &steps, place->shape->color);
}

static void draw_rectangle(const struct drawing_place *place)
{
    step_list steps = {0};
    add_rectangle(place->layout, &steps, place->box);
    add_path(place, &steps, place->shape->color);
}

void shape_draw(struct layout *layout, struct page *page, const struct shape *shape,
                struct point at)
{
    struct drawing_place place = {layout, page, shape, {at.x, at.y, shape->width, shape->height}};
    switch (shape->kind) {
    case SHAPE_RECTANGLE: draw_rectangle(&place); break;
    case SHAPE_DISC: draw_disc(&place); break;
    case SHAPE_BOX:
    case SHAPE_TICKED: draw_box(&place); break;
    case SHAPE_SIGN: draw_sign(&place); break;
    case SHAPE_DASHES: draw_dashes(&place); break;
    case SHAPE_PATH: draw_steps(&place); break;
    }
}

void shape_draw_rule(struct layout *layout, struct page *page, const struct look_rule *rule,
                     length y)
{
    const struct shape shape = {
        .kind = SHAPE_RECTANGLE,
        .width = layout->frame.width,
        .height = rule->width,
        .color = rule->color,
        .tag = TAG_NONE,
    };
    if (rule->color && rule->width > 0)
        shape_draw(layout, page, &shape, (struct point){layout->frame.x, y});
}
