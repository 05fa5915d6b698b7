// Pictures on pages: a drawing becomes one group of items, scaled to its box and cut to it; its
// text is set in the document's fonts. Private to layout/.
//
// A picture has one leaf of the tag tree, or is one artifact, however many items it is made of.
#ifndef LAYOUT_ART_H
#define LAYOUT_ART_H

#include "image/picture.h"
#include "layout/flow.h"

struct art_place {
    struct page *page;
    struct box box;         // the picture is as large as it can be in it, in its middle
    bool at_head;           // what is cut off is at its foot
    enum artifact artifact; // ARTIFACT_NONE: real content of `leaf`
    tag_id leaf;
    struct span span; // where the content names the picture
};

// Adds a picture to a page. A text of an SVG that cannot be set is a diagnostic in the SVG, and
// layout->failed.
void art_place(struct layout *layout, const struct picture *picture, const struct art_place *place);

// Adds a picture that fills all of the box; what juts out of it is cut off.
void art_place_cropped(struct layout *layout, const struct picture *picture,
                       const struct art_place *place);

// Returns the box that a picture takes within `box`.
struct box art_box(const struct picture *picture, struct box box);

#endif
