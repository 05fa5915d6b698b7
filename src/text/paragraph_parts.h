// A prepared paragraph from the inside: what preparing makes and breaking reads. Private to text/.
#ifndef TEXT_PARAGRAPH_PARTS_H
#define TEXT_PARAGRAPH_PARTS_H

#include "text/itemize.h"
#include "text/linebreak.h"
#include "text/shape.h"

// An item with its glyphs.
struct atom {
    struct item item;
    const struct shaped_word *word; // NULL for ITEM_BREAK
    struct shape_key key;
    length width; // tracking included
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

const struct text_style *atom_style(const struct paragraph *paragraph, const struct atom *atom);

// Returns the width of glyphs in a style: font units scaled, tracking added to each glyph.
length glyphs_width(const struct atom *atom, const struct text_style *style,
                    const struct shaped_word *word);

// Returns a part of an atom as it stands when a line breaks within it: shaped by itself.
const struct shaped_word *atom_part(const struct paragraph *paragraph, const struct atom *atom,
                                    uint32_t start, uint32_t end);

// Returns the hyphen of an atom's font, shaped.
const struct shaped_word *atom_hyphen(const struct paragraph *paragraph, const struct atom *atom);

#endif
