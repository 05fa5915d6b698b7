// Live areas and places: link annotations, explicit destinations, the outline (bookmarks).
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "pdf/tags.h"

// What references from one place of the file to another need.
struct places {
    struct arena *arena;
    const struct page_list *list;
    const struct haru_page *pages;
};

// Appends "[12 0 R/XYZ 0 700 null]".
void destination_write(const struct places *places, uint32_t destination, struct str_builder *out);

// Writes the links of a page, in order, and appends their references to `annotations`.
void links_write(const struct places *places, uint32_t page, struct tags *tags, struct haru *haru,
                 struct str_builder *annotations);

// Writes the outline; returns its root, or 0 when there is none. Levels must be in step.
uint32_t outline_write(const struct places *places, struct haru *haru);

#endif
