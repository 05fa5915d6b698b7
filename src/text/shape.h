// A word as glyphs, in font units, so that every size shares it; each different word is shaped
// once. Private to text/.
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/typesetter_open.h"

struct shaped_glyph {
    uint32_t id;
    uint32_t cluster; // offset in the word
    int32_t advance, x_offset, y_offset;
    bool ends_cluster;    // the last that is drawn of its cluster: tracking stands behind it
    bool unsafe_to_break; // before its cluster: both sides then need shaping by themselves
};

struct shaped_word {
    const struct shaped_glyph *glyphs; // from left to right as drawn
    size_t count;
    size_t clusters;
    int64_t advance;  // the sum
    bool lacks_glyph; // one of them is .notdef
};

// Beyond the features of text_feature: letters that are set apart are not joined.
enum { SHAPE_NO_LIGATURES = 1u << 16 };

// What makes the same text another word.
struct shape_key {
    const struct font *font;
    uint32_t features;    // text_feature bits, SHAPE_NO_LIGATURES
    uint32_t script;      // ISO 15924, as HarfBuzz's tag
    const char *language; // BCP 47, NUL-terminated
    bool right_to_left;
};

// Returns the word's glyphs, from the cache or the shaper. Kerning and standard ligatures on,
// discretionary ones off (OpenType features kern, liga, dlig).
const struct shaped_word *shape_word(struct typesetter *typesetter, const struct shape_key *key,
                                     struct str text);

// Returns the glyphs of text[start, end) with the forms that its neighbours give it, each time
// shaped anew. Clusters are offsets from `start`.
const struct shaped_word *shape_in_context(struct typesetter *typesetter,
                                           const struct shape_key *key, struct str text,
                                           uint32_t start, uint32_t end);

// Whether a font has a feature that a style asks for by name (smcp).
bool shape_has_feature(const struct font *font, uint32_t feature);

#endif
