// Live areas and places: link annotations, explicit destinations, the outline (bookmarks).
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "pdf/tags.h"

// What references from one place of the file to another need.
struct places {
    struct arena *arena;
    const struct page_list *list;
    const struct haru_page *pages;
    struct tags *tags;
};

// Appends what leads to a place: "/Dest[12 0 R/XYZ 0 700 null]", in PDF 2.0 an action that names
// the structure element, too.
void destination_write(const struct places *places, uint32_t destination, const struct haru *haru,
                       struct str_builder *out);

// Writes the links of a page, in order, and appends their references to `annotations`.
void links_write(const struct places *places, uint32_t page, struct haru *haru,
                 struct str_builder *annotations);

// Writes the outline; returns its root, or 0 when there is none. Levels must be in step.
uint32_t outline_write(const struct places *places, struct haru *haru);

#endif
