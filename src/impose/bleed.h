// What touches the trim goes on over it: fills, clips and pictures reach the bleed's edge.
//
// A cut is never exact, so colour that ended at the trim would leave a white hair beside it. Sides
// of rectangles that lie on the trim move out to the bleed's edge; a picture of pixels grows by as
// much, in proportion, so that nothing in it is stretched. Other shapes stay as they are drawn.
#ifndef IMPOSE_BLEED_H
#define IMPOSE_BLEED_H

#include "page/page_list.h"

// Returns the items of a page, all that reach the trim as far over it as page->bleed says. Items
// that do not change are shared.
struct page_item *bleed_items(struct arena *arena, const struct page *page);

#endif
