// One face, embedded: the font program, its descriptor and the descendant font with its widths (ISO
// 32000-1, 9.7.4 and 9.8).
//
// The program is a CFF font of the outlines in use, whatever the face itself is: that packs smaller
// than a TrueType font, and its glyphs have the codes of the file as their CIDs. Hinting, for
// coarse screens and a third of a file, is left out.
#ifndef PDF_FONT_FILE_H
#define PDF_FONT_FILE_H

#include "pdf/fonts.h"

struct font_object {
    uint32_t object;
    struct str name; // "ABCDEF+Lato-Regular"
};

// Gives every code its width and writes the descendant font. Returns false when the face's outlines
// cannot be read.
bool font_file_write(struct arena *arena, struct font_use *use, struct haru *haru,
                     struct font_object *out);

#endif
