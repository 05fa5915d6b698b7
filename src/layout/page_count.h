// How many pages there may be: blank ones before the back block, and what is said of too many.
// Private to layout/.
#ifndef LAYOUT_PAGE_COUNT_H
#define LAYOUT_PAGE_COUNT_H

#include "layout/flow.h"

// Adds blank pages until their number is the multiple that `page.pages` asks for.
void page_count_fill(struct layout *layout);

// Takes note of where a page begins: behind the rows that were placed so far.
void page_count_begin(struct layout *layout);

// Reports a number of pages that `page.pages` does not allow.
void page_count_check(struct layout *layout);

#endif
