// One face, subset and embedded: the font program, its descriptor and the descendant font with its
// widths (ISO 32000-1, 9.7.4 and 9.8). The only user of hb-subset.
#ifndef PDF_FONT_FILE_H
#define PDF_FONT_FILE_H

#include "pdf/fonts.h"

struct font_object {
    uint32_t object;
    struct str name; // "ABCDEF+Lato-Regular"
};

// Gives every used glyph its code and width, and writes the descendant font. Returns false when the
// face cannot be subset.
bool font_file_write(struct arena *arena, struct font_use *use, struct haru *haru,
                     struct font_object *out);

#endif
