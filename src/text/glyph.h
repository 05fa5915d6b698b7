// A positioned glyph, as lines and pages hold it: every distance is final.
#ifndef TEXT_GLYPH_H
#define TEXT_GLYPH_H

#include "base/length.h"

struct glyph {
    uint32_t id;      // in its font
    uint32_t cluster; // offset of its text in the piece's text
    length advance;   // tracking, word space and kerning included
    length x_offset;  // of the drawn shape from the pen, to the right
    length y_offset;  // upwards
};

#endif
