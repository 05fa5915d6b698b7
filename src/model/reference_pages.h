// Ranges of pages, as styles print them: in full ("123-129") or without what repeats ("123-9").
#ifndef MODEL_REFERENCE_PAGES_H
#define MODEL_REFERENCE_PAGES_H

#include "base/str.h"

// Returns the pages with a hyphen in each range. A second number that was written short is made
// whole (AMA 11th, 3.11.5), or one that was written whole is made short (Citing Medicine, chapter
// 1, pagination). What is no range of such numbers stays as it is.
struct str reference_pages(struct arena *arena, struct str pages, bool collapses);

#endif
