// The fonts of a file: the glyphs that the pages use, embedded as programs made of their outlines.
//
// Each face becomes one Type0 font (ISO 32000-1, 9.7). A code means the same text in all faces, so
// that one ToUnicode serves them all and text packs well: the first glyph of a face that stands for
// a text has the text's first code, another one its second. A glyph that stands for several texts
// (a hyphen at a line's end is U+00AD, elsewhere U+002D) has a code for each. Codes are a byte each
// where all of a face's fit, by a CMap of our own.
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "base/map.h"
#include "page/page_list.h"
#include "pdf/haru.h"

struct glyph_use {
    uint16_t code;   // 0: not used
    struct str text; // what it says by this code, the first of the glyph's
};

// What a code draws in a face.
struct code_use {
    bool used;
    uint32_t glyph;
    int32_t width; // in thousandths of an em, as /W says
};

struct font_use {
    const struct font *font;
    uint32_t resource;        // F<resource> in the pages' resources
    struct glyph_use *glyphs; // by glyph id of the face
    struct map further;       // glyph and text → its code, for those beyond the first
    // By code; 0 is .notdef.
    struct code_use *items;
    size_t count;
    size_t capacity;
    bool short_codes; // a byte each
};

struct fonts {
    struct arena *arena;
    struct font_use **faces; // by font index; NULL where the pages do not use it
    size_t face_count;
    // The same in the order of their first use: a font's index depends on what else a run has
    // built.
    struct {
        struct font_use **items;
        size_t count;
        size_t capacity;
    } used;
    struct map codes; // text → its codes
    // By code; the first is of .notdef.
    struct {
        struct str *items;
        size_t count;
        size_t capacity;
    } texts;
    uint16_t *glyph_codes; // one for each glyph of the pages, in their order
    size_t glyph_count;
    uint32_t byte_map;      // the object of the CMap of short codes; 0 until one is needed
    uint32_t to_unicode[2]; // of short codes and of long ones; likewise
};

// Looks at every glyph of the pages.
struct fonts *fonts_collect(struct arena *arena, const struct page_list *list);

// Writes the fonts; `resources` is then the entry "/Font<<...>>" of a resource dictionary. Returns
// false with FONT_BROKEN when a face cannot be embedded.
bool fonts_write(struct fonts *fonts, struct haru *haru, struct diags *diags,
                 struct str *resources);

const struct font_use *fonts_find(const struct fonts *fonts, const struct font *font);

#endif
