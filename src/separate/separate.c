#include "separate/separate.h"

#include "separate/inks.h"
#include "separate/rasters.h"

#include <string.h>

// A black area this wide and high looks grey beside black type.
static const length large_side = LENGTH_PT(36);

// Thicker black lines knock out: what is below them would show through.
static const length thin_most = LENGTH_PT(2);

struct separation {
    struct arena *arena;
    struct inks inks;
    struct rasters *rasters;
};

static void separate_items(struct separation *s, struct page_item *items, size_t count);

static enum ink_use area_use(const struct box *box)
{
    if (box->width <= thin_most || box->height <= thin_most)
        return INK_USE_THIN;
    return box->width >= large_side && box->height >= large_side ? INK_USE_LARGE : INK_USE_AREA;
}

static const struct gradient *separate_gradient(struct separation *s, const struct gradient *from)
{
    struct gradient *out = arena_copy(s->arena, from, sizeof *from);
    struct gradient_stop *stops = ARENA_ARRAY(s->arena, struct gradient_stop, from->count);
    for (size_t i = 0; i < from->count; i++) {
        stops[i] = from->stops[i];
        stops[i].color = inks_settle(&s->inks, stops[i].color, INK_USE_STOP);
    }
    out->stops = stops;
    return out;
}

static void separate_paint(struct separation *s, struct paint *paint, enum ink_use use)
{
    if (paint->kind == PAINT_SOLID)
        paint->color = inks_settle(&s->inks, paint->color, use);
    else if (paint->kind == PAINT_GRADIENT)
        paint->gradient = separate_gradient(s, paint->gradient);
}

static void separate_path(struct separation *s, struct page_item *item)
{
    struct item_path *path = &item->as.path;
    enum ink_use stroke = path->stroke_width > thin_most ? INK_USE_AREA : INK_USE_THIN;
    if (item->color)
        item->color = inks_settle(&s->inks, item->color,
                                  path->stroke_width > 0 ? stroke : area_use(&item->box));
    if (!path->look)
        return;
    struct path_look *look = arena_copy(s->arena, path->look, sizeof *path->look);
    separate_paint(s, &look->fill, INK_USE_AREA);
    separate_paint(s, &look->stroke.paint,
                   look->stroke.width > thin_most ? INK_USE_AREA : INK_USE_THIN);
    path->look = look;
}

static void separate_group(struct separation *s, struct item_group *group)
{
    struct page_item *items = arena_copy(s->arena, group->items, group->count * sizeof *items);
    separate_items(s, items, group->count);
    group->items = items;
}

static void separate_items(struct separation *s, struct page_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        switch (items[i].kind) {
        case ITEM_GLYPHS:
            items[i].color = inks_settle(&s->inks, items[i].color, INK_USE_THIN);
            break;
        case ITEM_PATH: separate_path(s, &items[i]); break;
        case ITEM_GROUP: separate_group(s, &items[i].as.group); break;
        case ITEM_IMAGE: items[i].as.image.picture = rasters_separate(s->rasters, &items[i]); break;
        case ITEM_LINK: break;
        }
    }
}

static void separate_page(struct separation *s, struct page *page)
{
    const struct page_item *from = page->items;
    struct page_item *items = ARENA_ARRAY(s->arena, struct page_item, page->count);
    size_t count = 0;
    for (size_t i = 0; i < page->count; i++)
        if (from[i].kind != ITEM_LINK)
            items[count++] = from[i];
    separate_items(s, items, count);
    page->items = items;
    page->count = page->capacity = count;
}

// A Link without a live area would promise what is not there.
static void end_links(struct arena *arena, struct tag_tree *tags)
{
    struct tag *items = arena_copy(arena, tags->items, tags->count * sizeof *items);
    for (size_t i = 0; i < tags->count; i++) {
        if (items[i].kind != TAG_LINK)
            continue;
        items[i].kind = TAG_SPAN;
        items[i].alt = (struct str){0};
    }
    tags->items = items;
    tags->capacity = tags->count;
}

bool separate(struct arena *arena, const struct separate_job *job, struct diags *diags,
              const struct page_list **out)
{
    struct separation s = {.arena = arena};
    struct page_list *list = arena_copy(arena, job->pages, sizeof *list);
    inks_init(&s.inks, arena, job);
    s.rasters = rasters_open(arena, job, diags);
    list->arena = list->tags.arena = arena;
    list->intent = job->intent;
    list->pages = arena_copy(arena, job->pages->pages, list->count * sizeof *list->pages);
    list->capacity = list->count;
    for (size_t i = 0; i < list->count; i++)
        separate_page(&s, &list->pages[i]);
    end_links(arena, &list->tags);
    *out = list;
    if (s.inks.no_tables)
        diag_add(diags, DIAG_PROFILE_UNUSABLE, (struct span){0},
                 "the profile `%.*s` is for no press: its tables cannot be read",
                 STR_ARGS(job->intent->info));
    return rasters_close(s.rasters) && !s.inks.no_tables;
}
