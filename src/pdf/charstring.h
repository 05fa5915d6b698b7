// Type 2 charstrings (Adobe Technical Note 5177): an outline as a CFF font holds it, without hints.
#ifndef PDF_CHARSTRING_H
#define PDF_CHARSTRING_H

#include "pdf/outline.h"

// Appends a glyph whose width is `width` more than the font's nominal one; 0 is the font's default.
// Everything is in thousandths of an em.
void charstring_add(struct str_builder *out, const struct outline *outline, int32_t width);

// Appends a number as charstrings and dictionaries of CFF write it, from -32768 to 32767.
void charstring_add_number(struct str_builder *out, int32_t number);

#endif
