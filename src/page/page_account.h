// Text of what was done on a page and why, for `inspect`.
#ifndef PAGE_PAGE_ACCOUNT_H
#define PAGE_PAGE_ACCOUNT_H

#include "page/page_list.h"

// Adds the account of a page, a line for each thing; nothing for a page that has none.
void page_account_dump(const struct page_list *list, const struct page *page,
                       struct str_builder *out);

#endif
