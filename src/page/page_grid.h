// Whether text stands on the grid, as its lines promise. Pure.
#ifndef PAGE_PAGE_GRID_H
#define PAGE_PAGE_GRID_H

#include "page/page_list.h"

// How far below a line of the grid an item is beside its own place, less than half a step either
// way; 0 for what keeps its promise within a quarter of a point, or made none.
length page_item_beside(const struct page_grid *grid, const struct page_item *item);

// How many items of a page make a promise, and how many of them do not keep it.
struct grid_count {
    size_t held, beside;
};
struct grid_count page_grid_count(const struct page_list *list, const struct page *page);

#endif
