#include "impose/sheet.h"

#include "impose/bleed.h"
#include "impose/marks.h"

#include <string.h>

static bool mark_page(struct page_list *list, size_t index, const struct sheet_job *job,
                      struct diags *diags)
{
    struct page *page = &list->pages[index];
    const length xs[] = {0, page->width}, ys[] = {0, page->height};
    const struct mark_frame frame = {
        .trim = {0, 0, page->width, page->height},
        .bleed = job->bleed,
        .xs = xs,
        .x_count = 2,
        .ys = ys,
        .y_count = 2,
        .inks = job->inks,
        .ink_count = job->ink_count,
    };
    marks_add(list, page, &frame, job->marks);
    if (!job->slug)
        return true;
    const struct slug_place place = {
        list, page, &frame, str_format(list->arena, "page %zu of %zu", index + 1, list->count)};
    return slug_add(job->slug, &place, diags);
}

bool sheet_pages(struct arena *arena, const struct sheet_job *job, struct diags *diags,
                 const struct page_list **out)
{
    bool good = true;
    struct page_list *list = arena_copy(arena, job->pages, sizeof *list);
    list->arena = arena;
    list->pages = arena_copy(arena, job->pages->pages, list->count * sizeof *list->pages);
    list->capacity = list->count;
    for (size_t i = 0; i < list->count; i++) {
        struct page *page = &list->pages[i];
        page->bleed = job->bleed;
        page->around = marks_room(job->bleed, job->marks);
        page->items = bleed_items(arena, page);
        page->capacity = page->count;
        good = mark_page(list, i, job, diags) && good;
    }
    *out = list;
    return good;
}
