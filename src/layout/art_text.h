// The text of a drawing → glyph items. Private to layout/art.
#ifndef LAYOUT_ART_TEXT_H
#define LAYOUT_ART_TEXT_H

#include "base/map.h"
#include "image/drawing.h"
#include "layout/flow.h"

struct art_items {
    struct page_item *items;
    size_t count;
    size_t capacity;
};

// A drawing that is being placed: its space is scaled by numerator / denominator and shifted.
struct art {
    struct layout *layout;
    int64_t numerator, denominator;
    struct point shift;
    struct map missing; // families that were said not to be there
};

// Returns a colour of the drawing, or the one that the theme puts in its place.
const struct color *art_color(const struct art *art, const struct color *color);

// Scales a distance.
length art_scale(const struct art *art, int64_t value);

// Appends an item that is no content of its own.
struct page_item *art_push(struct art *art, struct art_items *out, enum page_item_kind kind,
                           struct span span);

struct art_text_place {
    struct point at;                // of the anchor, on the page or before `placement`
    const struct affine *placement; // NULL: none
};

// Appends the items of a text: in groups where it is turned or lets something shine through.
void art_text_add(struct art *art, const struct drawing_text *text,
                  const struct art_text_place *place, struct art_items *out);

#endif
