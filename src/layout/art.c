#include "layout/art.h"

#include "layout/art_text.h"

#include <string.h>

static struct point vector_of(const struct art *art, struct point at)
{
    return (struct point){art_scale(art, at.x), art_scale(art, at.y)};
}

// Where a place in a drawing is: on the page, or before a placement, where nothing is shifted.
static struct point point_of(const struct art *art, struct point at, bool placed)
{
    struct point scaled = vector_of(art, at);
    if (placed)
        return scaled;
    return (struct point){length_clamp((int64_t)scaled.x + art->shift.x),
                          length_clamp((int64_t)scaled.y + art->shift.y)};
}

static const struct path_step *steps_of(const struct art *art, const struct path_step *steps,
                                        size_t count, bool placed)
{
    struct path_step *out = ARENA_ARRAY(art->layout->arena, struct path_step, count);
    for (size_t i = 0; i < count; i++) {
        out[i].kind = steps[i].kind;
        for (size_t j = 0; j < 3; j++)
            out[i].points[j] = point_of(art, steps[i].points[j], placed);
    }
    return out;
}

const struct color *art_color(const struct art *art, const struct color *color)
{
    const struct theme *theme = art->layout->theme;
    for (size_t i = 0; i < theme->art_count; i++)
        if (memcmp(theme->art[i].rgb, color->rgb, sizeof color->rgb) == 0)
            return theme->art[i].color;
    return color;
}

static const struct gradient *gradient_of(const struct art *art, const struct gradient *gradient)
{
    struct gradient *out = arena_copy(art->layout->arena, gradient, sizeof *gradient);
    out->origin = point_of(art, gradient->origin, false);
    out->x_axis = vector_of(art, gradient->x_axis);
    out->y_axis = vector_of(art, gradient->y_axis);
    struct gradient_stop *stops =
        arena_copy(art->layout->arena, gradient->stops, gradient->count * sizeof *stops);
    for (size_t i = 0; i < gradient->count; i++)
        stops[i].color = art_color(art, stops[i].color);
    out->stops = stops;
    return out;
}

static struct paint paint_of(const struct art *art, struct paint paint)
{
    if (paint.kind == PAINT_GRADIENT)
        paint.gradient = gradient_of(art, paint.gradient);
    if (paint.kind == PAINT_SOLID)
        paint.color = art_color(art, paint.color);
    return paint;
}

static struct stroke stroke_of(const struct art *art, const struct stroke *stroke)
{
    struct stroke out = *stroke;
    length *dashes = ARENA_ARRAY(art->layout->arena, length, stroke->dash_count);
    for (size_t i = 0; i < stroke->dash_count; i++)
        dashes[i] = art_scale(art, stroke->dashes[i]);
    out.paint = paint_of(art, stroke->paint);
    out.width = art_scale(art, stroke->width);
    out.dashes = dashes;
    out.dash_phase = art_scale(art, stroke->dash_phase);
    return out;
}

struct page_item *art_push(struct art *art, struct art_items *out, enum page_item_kind kind,
                           struct span span)
{
    struct page_item *item = VEC_PUSH(art->layout->arena, out);
    item->kind = kind;
    item->tag = TAG_NONE;
    item->span = span;
    return item;
}

static void add_path(struct art *art, const struct drawing_item *from, bool placed,
                     struct art_items *out)
{
    const struct drawing_path *path = &from->as.path;
    struct path_look *look = ARENA_NEW(art->layout->arena, struct path_look);
    struct page_item *item = art_push(art, out, ITEM_PATH, from->span);
    look->fill = paint_of(art, path->look->fill);
    look->even_odd = path->look->even_odd;
    look->stroke = stroke_of(art, &path->look->stroke);
    item->as.path.steps = steps_of(art, path->steps, path->count, placed);
    item->as.path.count = path->count;
    item->as.path.look = look;
    item->box = path_bounds(item->as.path.steps, path->count, 0);
}

static void add_items(struct art *art, const struct drawing_item *items, size_t count,
                      struct art_items *out);

static const struct path_outline *clip_of(struct art *art, const struct path_outline *clip)
{
    struct path_outline *out = arena_copy(art->layout->arena, clip, sizeof *clip);
    out->steps = steps_of(art, clip->steps, clip->count, false);
    return out;
}

static void add_group(struct art *art, const struct drawing_item *from, struct art_items *out)
{
    const struct drawing_group *group = &from->as.group;
    struct art_items inner = {0};
    add_items(art, group->items, group->count, &inner);
    if (inner.count == 0)
        return;
    struct page_item *item = art_push(art, out, ITEM_GROUP, from->span);
    item->as.group = (struct item_group){
        .items = inner.items,
        .count = inner.count,
        .clip = group->clip ? clip_of(art, group->clip) : NULL,
        .alpha = group->alpha,
    };
    item->box = group->clip ? path_bounds(item->as.group.clip->steps, group->clip->count, 0)
                            : inner.items[0].box;
}

static void add_text(struct art *art, const struct drawing_text *text,
                     const struct affine *placement, struct art_items *out)
{
    const struct art_text_place place = {point_of(art, text->at, placement != NULL), placement};
    art_text_add(art, text, &place, out);
}

// What is turned or skewed stands in groups of its own, one for each piece: an alpha of a text then
// lies outside its placement.
static void add_placed(struct art *art, const struct drawing_item *from, struct art_items *out)
{
    const struct drawing_group *group = &from->as.group;
    struct affine *placement = ARENA_NEW(art->layout->arena, struct affine);
    *placement = *group->placement;
    placement->shift = point_of(art, group->placement->shift, false);
    for (size_t i = 0; i < group->count; i++) {
        const struct drawing_item *item = &group->items[i];
        if (item->kind == DRAWING_TEXT) {
            add_text(art, &item->as.text, placement, out);
            continue;
        }
        struct art_items inner = {0};
        add_path(art, item, true, &inner);
        struct page_item *made = art_push(art, out, ITEM_GROUP, item->span);
        made->as.group = (struct item_group){.items = inner.items,
                                             .count = inner.count,
                                             .placement = placement,
                                             .alpha = DRAWING_OPAQUE};
    }
}

// Groups are at most DRAWING_DEEPEST deep.
static void add_items(struct art *art, const struct drawing_item *items, size_t count,
                      struct art_items *out)
{
    for (size_t i = 0; i < count; i++) {
        switch (items[i].kind) {
        case DRAWING_PATH: add_path(art, &items[i], false, out); break;
        case DRAWING_TEXT: add_text(art, &items[i].as.text, NULL, out); break;
        case DRAWING_GROUP:
            if (items[i].as.group.placement)
                add_placed(art, &items[i], out);
            else
                add_group(art, &items[i], out);
            break;
        }
    }
}

// The largest box with the picture's sides that lies in `box`, or the least that holds it, in its
// middle.
static struct box scaled_box(const struct picture *picture, struct box box, bool within)
{
    const struct drawing *drawing = picture->drawing; // rounds its sides less than points do
    int64_t wide = drawing ? drawing->width : picture->width;
    int64_t high = drawing ? drawing->height : picture->height;
    bool flatter = box.width * high <= box.height * wide;
    bool by_width = flatter == within;
    length width = by_width ? box.width : length_scale(wide, box.height, high);
    length height = by_width ? length_scale(high, box.width, wide) : box.height;
    return (struct box){box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width,
                        height};
}

struct box art_box(const struct picture *picture, struct box box)
{
    return scaled_box(picture, box, true);
}

static const struct path_outline *box_clip(struct arena *arena, struct box box)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, RECTANGLE_STEPS);
    struct path_outline *clip = ARENA_NEW(arena, struct path_outline);
    path_rectangle(box, steps);
    *clip = (struct path_outline){.steps = steps, .count = RECTANGLE_STEPS};
    return clip;
}

static void fill_group(struct layout *layout, const struct drawing *drawing, struct page_item *item)
{
    struct box box = item->box;
    bool wide = drawing->width >= drawing->height;
    struct art art = {
        .layout = layout,
        .numerator = wide ? box.width : box.height,
        .denominator = wide ? drawing->width : drawing->height,
        .shift = {box.x, box.y},
    };
    struct art_items items = {0};
    add_items(&art, drawing->items, drawing->count, &items);
    item->as.group = (struct item_group){.items = items.items,
                                         .count = items.count,
                                         .clip = box_clip(layout->arena, box),
                                         .alpha = DRAWING_OPAQUE};
}

// Makes `item` the picture, in the box that it has.
static void fill_item(struct layout *layout, const struct picture *picture, struct page_item *item)
{
    if (picture->kind == PICTURE_DRAWING) {
        item->kind = ITEM_GROUP;
        fill_group(layout, picture->drawing, item);
    } else {
        item->kind = ITEM_IMAGE;
        item->as.image.picture = picture;
    }
}

static struct page_item *add_item(struct layout *layout, const struct art_place *place)
{
    struct page_item *item = page_item_add(layout->pages, place->page, ITEM_GROUP);
    item->artifact = place->artifact;
    item->tag = place->artifact == ARTIFACT_NONE ? place->leaf : TAG_NONE;
    item->box = place->box;
    item->span = place->span;
    return item;
}

void art_place(struct layout *layout, const struct picture *picture, const struct art_place *place)
{
    struct page_item *item = add_item(layout, place);
    item->box = art_box(picture, place->box);
    fill_item(layout, picture, item);
}

void art_place_cropped(struct layout *layout, const struct picture *picture,
                       const struct art_place *place)
{
    struct page_item *item = add_item(layout, place);
    struct page_item *whole = ARENA_NEW(layout->arena, struct page_item);
    whole->box = scaled_box(picture, place->box, false);
    if (place->at_head)
        whole->box.y = place->box.y;
    whole->span = place->span;
    whole->tag = TAG_NONE;
    fill_item(layout, picture, whole);
    item->as.group = (struct item_group){.items = whole,
                                         .count = 1,
                                         .clip = box_clip(layout->arena, place->box),
                                         .alpha = DRAWING_OPAQUE};
}
