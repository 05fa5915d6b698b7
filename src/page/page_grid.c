#include "page/page_grid.h"

static const length tolerance = LENGTH_ONE_PT / 4;

static bool is_held(const struct page_grid *grid, const struct page_item *item)
{
    return grid->step > 0 && item->kind == ITEM_GLYPHS && item->artifact == ARTIFACT_NONE &&
           item->as.glyphs.grid.held;
}

length page_item_beside(const struct page_grid *grid, const struct page_item *item)
{
    const struct item_glyphs *glyphs = &item->as.glyphs;
    if (!is_held(grid, item))
        return 0;
    int64_t below = ((int64_t)glyphs->origin.y - glyphs->grid.drop - grid->top) % grid->step;
    if (below < 0)
        below += grid->step;
    if (below > grid->step / 2)
        below -= grid->step;
    return below < -tolerance || below > tolerance ? (length)below : 0;
}

struct grid_count page_grid_count(const struct page_list *list, const struct page *page)
{
    struct grid_count count = {0};
    for (size_t i = 0; i < page->count; i++) {
        count.held += is_held(&list->grid, &page->items[i]);
        count.beside += page_item_beside(&list->grid, &page->items[i]) != 0;
    }
    return count;
}
