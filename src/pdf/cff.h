// A CFF font program with CIDs (Adobe Technical Note 5176) of chosen glyphs: what a PDF embeds as
// CIDFontType0C.
#ifndef PDF_CFF_H
#define PDF_CFF_H

#include "pdf/outline.h"

struct cff_glyph {
    uint16_t cid;
    int32_t width; // thousandths of an em, as all of the program
    struct outline outline;
};

struct cff_font {
    struct str name;
    const struct cff_glyph *glyphs; // CID 0 first, CIDs ascending
    size_t count;
    int32_t usual_width; // which most of them have
    int32_t bounds[4];
};

struct str cff_program(struct arena *arena, const struct cff_font *font);

#endif
