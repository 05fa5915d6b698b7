// How large the pictures of pixels of some pages are shown: each picture once, at its largest.
#ifndef PAGE_PICTURE_SIZES_H
#define PAGE_PICTURE_SIZES_H

#include "base/map.h"
#include "page/page_list.h"

struct picture_size {
    const struct raster *raster; // one of those with the same file
    length width, height;        // of the picture as stored
};

struct picture_sizes {
    struct map by_file; // struct picture_size by the bytes of its file
    // In the order of their first place.
    struct picture_size **items;
    size_t count;
    size_t capacity;
};

struct picture_sizes picture_sizes_find(struct arena *arena, const struct page_list *list);

#endif
