// Regions of rows → pages of which the last one is filled: by a page less, other spaces above
// headings, or lines from the page before. Private to layout/.
#ifndef LAYOUT_REFIT_H
#define LAYOUT_REFIT_H

#include "layout/flow.h"

// Tries what fills the last page as the theme asks, then places every row on a page.
void refit_pages(struct layout *layout);

#endif
