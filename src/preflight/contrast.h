// The contrast of every text against what is really behind it on its page (WCAG 2.2, 1.4.3 and
// 1.4.11): 4.5 to 1; 3 to 1 for large text and for what is drawn and read.
//
// Input: pages; output: a diagnostic at the source of each text that is too pale, once for each
// pair of colours. What lies behind is found at five points of a text: the topmost fill there, the
// paper where there is none. Pictures of pixels, and what shines through, are left to people's
// eyes, and so is text that a drawing turns.
#ifndef PREFLIGHT_CONTRAST_H
#define PREFLIGHT_CONTRAST_H

#include "diag/diag.h"
#include "page/page_list.h"

// Returns whether all can be read.
bool contrast_check(struct arena *arena, const struct page_list *list, struct diags *diags);

#endif
