// The printer's marks: hair lines outside the bleed, in every ink.
#ifndef IMPOSE_MARKS_H
#define IMPOSE_MARKS_H

#include "model/brochure.h"
#include "page/page_list.h"

// Returns how far the medium has to go over the trim to hold the bleed and the marks.
length marks_room(length bleed, uint32_t marks);

// Adds the marks to a page whose bleed and medium are set. `marks`: bits of enum press_mark.
void marks_add(struct page_list *list, struct page *page, uint32_t marks);

#endif
