// The fonts of a file: the glyphs that the pages use, as subsets embedded by hb-subset.
//
// Each face becomes one descendant font (Type0: ISO 32000-1, 9.7) with one or more variants. Where
// its codes fit, they are a byte each, by a CMap of our own: a tenth less to pack than Identity-H's
// two. A glyph means one text in one variant: the k-th text that a glyph stands for (a hyphen at a
// line's end is U+00AD, elsewhere U+002D) is said by variant k, whose ToUnicode holds just such
// glyphs. A variant is a font resource of its own.
#ifndef PDF_FONTS_H
#define PDF_FONTS_H

#include "base/map.h"
#include "page/page_list.h"
#include "pdf/haru.h"

struct glyph_use {
    bool used;
    uint16_t code;     // in the subset, once it is made
    int32_t width;     // in thousandths of an em, as /W says
    uint32_t variants; // how many texts it stands for
    struct str text;   // the first of them
};

struct glyph_meaning {
    uint32_t glyph;
    struct str text;
};

struct font_variant {
    uint32_t resource; // F<resource> in the pages' resources
    struct glyph_meaning *items;
    size_t count;
    size_t capacity;
};

struct font_use {
    const struct font *font;
    struct glyph_use *glyphs; // by glyph id of the face
    size_t glyph_count;       // of used glyphs
    bool short_codes;         // a byte each; known once the subset is made
    struct map meanings;      // glyph and text → its variant, for those beyond the first
    struct font_variant *items;
    size_t count;
    size_t capacity;
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
    uint32_t *variants; // one for each glyph of the pages, in their order
    size_t variant_count;
    uint32_t resource_count;
    uint32_t byte_map; // the object of the CMap of short codes; 0 until one is needed
};

// Looks at every glyph of the pages.
struct fonts *fonts_collect(struct arena *arena, const struct page_list *list);

// Subsets and writes the fonts; `resources` is then the entry "/Font<<...>>" of a resource
// dictionary. Returns false with FONT_BROKEN when a face cannot be subset.
bool fonts_write(struct fonts *fonts, struct haru *haru, struct diags *diags,
                 struct str *resources);

const struct font_use *fonts_find(const struct fonts *fonts, const struct font *font);

#endif
