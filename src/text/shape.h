// A word as glyphs, in font units, so that every size shares it; each different word is shaped
// once. Private to text/.
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/typesetter_open.h"

struct shaped_glyph {
    uint32_t id;
    uint32_t cluster; // offset in the word
    int32_t advance, x_offset, y_offset;
};

struct shaped_word {
    const struct shaped_glyph *glyphs; // from left to right as drawn
    size_t count;
    int64_t advance; // the sum
};

// What makes the same text another word.
struct shape_key {
    const struct font *font;
    uint32_t features;    // text_feature bits
    uint32_t script;      // ISO 15924, as HarfBuzz's tag
    const char *language; // BCP 47, NUL-terminated
    bool right_to_left;
};

// Returns the word's glyphs, from the cache or the shaper. Kerning and standard ligatures on,
// discretionary ones off (OpenType features kern, liga, dlig).
const struct shaped_word *shape_word(struct typesetter *typesetter, const struct shape_key *key,
                                     struct str text);

// Whether a font has a feature that a style asks for by name (smcp).
bool shape_has_feature(const struct font *font, uint32_t feature);

#endif
