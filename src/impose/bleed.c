#include "impose/bleed.h"

// How far from the trim a point may lie and be meant to touch it: what rounding leaves.
static const length touching = LENGTH_PT(0.05);

struct bleeding {
    struct arena *arena;
    const struct page *page;
};

static length moved(length at, length side, length bleed)
{
    if (at <= touching && at > -bleed)
        return -bleed;
    if (at >= side - touching && at < side + bleed)
        return side + bleed;
    return at;
}

static struct point moved_point(const struct bleeding *b, struct point point)
{
    const struct page *page = b->page;
    return (struct point){moved(point.x, page->width, page->bleed),
                          moved(point.y, page->height, page->bleed)};
}

static const struct path_step *bleed_steps(const struct bleeding *b, const struct path_step *steps,
                                           size_t count)
{
    if (!path_is_rectangle(steps, count))
        return steps;
    struct path_step *out = arena_copy(b->arena, steps, count * sizeof *steps);
    for (size_t i = 0; i < count; i++)
        out[i].points[0] = moved_point(b, out[i].points[0]);
    return out;
}

static struct box bleed_box(const struct bleeding *b, struct box box)
{
    struct point start = moved_point(b, (struct point){box.x, box.y});
    struct point end = moved_point(b, (struct point){box.x + box.width, box.y + box.height});
    return (struct box){start.x, start.y, end.x - start.x, end.y - start.y};
}

// The smallest box of the picture's proportions that covers what it has to: it grows about the
// sides that stay, and is clipped by nothing but the medium.
static struct box bleed_picture(const struct bleeding *b, struct box box)
{
    struct box needed = bleed_box(b, box);
    length width = length_larger(needed.width, length_scale(needed.height, box.width, box.height));
    length height = length_larger(needed.height, length_scale(needed.width, box.height, box.width));
    bool stays_left = needed.x == box.x, stays_top = needed.y == box.y;
    bool stays_right = needed.x + needed.width == box.x + box.width;
    bool stays_foot = needed.y + needed.height == box.y + box.height;
    struct box out = {needed.x, needed.y, width, height};
    if (stays_right && !stays_left)
        out.x = box.x + box.width - width;
    else if (stays_right == stays_left)
        out.x = needed.x - (width - needed.width) / 2;
    if (stays_foot && !stays_top)
        out.y = box.y + box.height - height;
    else if (stays_foot == stays_top)
        out.y = needed.y - (height - needed.height) / 2;
    return out;
}

static void bleed_list(const struct bleeding *b, struct page_item *items, size_t count);

// Within a placement, points are not the page's; its clip is, and so what it lets through.
static void bleed_group(const struct bleeding *b, struct item_group *group)
{
    if (group->clip) {
        struct path_outline *clip = arena_copy(b->arena, group->clip, sizeof *clip);
        clip->steps = bleed_steps(b, clip->steps, clip->count);
        group->clip = clip;
    }
    if (group->placement)
        return;
    struct page_item *items = arena_copy(b->arena, group->items, group->count * sizeof *items);
    bleed_list(b, items, group->count);
    group->items = items;
}

static void bleed_path(const struct bleeding *b, struct page_item *item)
{
    const struct path_step *steps = bleed_steps(b, item->as.path.steps, item->as.path.count);
    if (steps == item->as.path.steps)
        return;
    item->as.path.steps = steps;
    item->box = bleed_box(b, item->box);
}

static void bleed_list(const struct bleeding *b, struct page_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct page_item *item = &items[i];
        switch (item->kind) {
        case ITEM_PATH: bleed_path(b, item); break;
        case ITEM_GROUP:
            bleed_group(b, &item->as.group);
            item->box = bleed_box(b, item->box);
            break;
        case ITEM_IMAGE: item->box = bleed_picture(b, item->box); break;
        case ITEM_GLYPHS:
        case ITEM_LINK: break;
        }
    }
}

struct page_item *bleed_items(struct arena *arena, const struct page *page)
{
    struct bleeding b = {arena, page};
    struct page_item *items = arena_copy(arena, page->items, page->count * sizeof *items);
    if (page->bleed > 0)
        bleed_list(&b, items, page->count);
    return items;
}
