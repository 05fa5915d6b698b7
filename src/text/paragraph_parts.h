// A prepared paragraph from the inside: what preparing makes and breaking reads. Private to text/.
#ifndef TEXT_PARAGRAPH_PARTS_H
#define TEXT_PARAGRAPH_PARTS_H

#include "text/itemize.h"
#include "text/linebreak.h"
#include "text/shape.h"

// An item, or a part of one, with its glyphs: see atoms.h.
struct atom {
    struct item item;
    const struct shaped_word *word; // NULL for ITEM_BREAK
    struct shape_key key;
    length tracking; // behind each cluster: the style's, none in scripts whose letters join
    length width;    // tracking included
};

// What ends where a line may end; side by side with the segments.
struct segment_end {
    uint32_t offset; // bytes of the text
    bool adds_hyphen;
};

struct paragraph {
    struct arena *arena; // that it was prepared in; breaking works there too
    struct typesetter *typesetter;
    struct str text;
    const struct text_run *runs;
    const uint32_t *run_starts;
    size_t run_count;
    struct paragraph_style style;
    bool right_to_left;
    struct atom *atoms;
    size_t atom_count;
    struct line_segment *segments;
    struct segment_end *ends;
    size_t segment_count;
    length natural_width;
};

// A text without a break can be wider than any length: what is wider than this is as wide as this,
// and does not fit in any case. Half of what a length holds, so that two can be added.
#define WIDEST (LENGTH_MAX / 2)

static inline length clamp_width(int64_t width)
{
    return (length)(width > WIDEST ? WIDEST : width < -WIDEST ? -WIDEST : width);
}

#endif
