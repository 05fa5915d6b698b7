// The drawn shapes of glyphs, as paths.
#ifndef TEXT_OUTLINE_H
#define TEXT_OUTLINE_H

#include "base/geometry.h"
#include "text/font.h"

struct outline {
    const struct path_step *steps;
    size_t count; // 0: nothing is drawn, as of a space
};

// Reads the outline of a glyph in font units, y downwards from the baseline. What it is made of is
// closed, and filled by the nonzero rule.
struct outline outline_read(struct arena *arena, const struct font *font, uint32_t glyph);

#endif
