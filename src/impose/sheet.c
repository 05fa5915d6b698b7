#include "impose/sheet.h"

#include "impose/bleed.h"
#include "impose/marks.h"

#include <string.h>

const struct page_list *sheet_pages(struct arena *arena, const struct sheet_job *job)
{
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
        marks_add(list, page, job->marks);
    }
    return list;
}
