// The items of a page → its content stream (ISO 32000-1, 8.5 and 9.4) with marked content (14.6).
//
// Glyphs are placed from their exact positions against the widths that the file states, so that a
// reader's pen never stands more than a thousandth of an em from where layout put it, on lines of
// any length. State is set only when it changes.
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/fonts.h"
#include "pdf/paint.h"
#include "pdf/pictures.h"
#include "pdf/tags.h"

struct content; // opaque

// What content draws with, and what it fills.
struct content_means {
    const struct fonts *fonts;
    struct tags *tags;
    struct paints *paints;
    struct pictures *pictures;
    bool untagged; // nothing is marked, nothing added to `tags`
};

struct content *content_open(struct arena *arena, const struct content_means *means);

// Returns the operators of a page; they live until the next call. Pages come in order: the glyphs
// are counted along with fonts->variants.
struct str content_page(struct content *content, const struct page *page);

// Whether the page written last lets something shine through: it needs a /Group with a colour space
// (ISO 19005-2, 6.2.10).
bool content_is_transparent(const struct content *content);

// Returns the entries in /XObject of the pictures and the groups with an alpha that the pages so
// far draw.
struct str content_forms(const struct content *content);

#endif
