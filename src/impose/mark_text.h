// Words among the printer's marks, and on dummies: in one size, in one colour, read by no screen
// reader.
#ifndef IMPOSE_MARK_TEXT_H
#define IMPOSE_MARK_TEXT_H

#include "page/page_list.h"
#include "text/paragraph.h"

struct mark_type {
    struct typesetter *typesetter;
    struct str family;
    length size;
    const struct color *color;
    length measure; // of its lines
};

// Breaks a text into lines, in the arena of the pages. Returns false with a
// diagnostic when a sign cannot be set.
bool mark_text_set(struct arena *arena, const struct mark_type *type, struct str text,
                   struct diags *diags, struct lines *out);

// Adds a line to a page, its baseline's left end at a point.
void mark_text_add(struct page_list *list, struct page *page, const struct mark_type *type,
                   const struct line *line, struct point at);

#endif
