// Pictures on pages: a drawing becomes one group of items, scaled to its box and cut to it; its
// text is set in the document's fonts. Private to layout/.
//
// A picture has one leaf of the tag tree, or is one artifact, however many items it is made of.
#ifndef LAYOUT_ART_H
#define LAYOUT_ART_H

#include "image/drawing.h"
#include "layout/flow.h"

struct art_place {
    struct page *page;
    struct box box;         // the picture is as large as it can be in it, in its middle
    enum artifact artifact; // ARTIFACT_NONE: real content of `leaf`
    tag_id leaf;
    struct span span; // where the content names the picture
};

// Adds a drawing to a page. A text that cannot be set is a diagnostic in the SVG, and
// layout->failed.
void art_place_drawing(struct layout *layout, const struct drawing *drawing,
                       const struct art_place *place);

#endif
