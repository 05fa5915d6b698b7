// Canonical text of pages and tags, for golden tests and `inspect`.
#ifndef PAGE_PAGE_DUMP_H
#define PAGE_PAGE_DUMP_H

#include "page/page_list.h"

void page_dump(const struct page_list *list, struct str_builder *out);
void tag_dump(const struct page_list *list, struct str_builder *out);

// Adds a space and a text in quotation marks, on one line whatever is in it.
void dump_add_quoted(struct str_builder *out, struct str text);

#endif
