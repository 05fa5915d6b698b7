// Canonical text of pages and tags, for golden tests and `inspect`.
#ifndef PAGE_PAGE_DUMP_H
#define PAGE_PAGE_DUMP_H

#include "page/page_list.h"

void page_dump(const struct page_list *list, struct str_builder *out);
void tag_dump(const struct page_list *list, struct str_builder *out);

#endif
