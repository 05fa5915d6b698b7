// A paragraph's text → items that can be shaped: one run, font, script and direction each, words
// apart from spaces. Private to text/.
#ifndef TEXT_ITEMIZE_H
#define TEXT_ITEMIZE_H

#include "text/paragraph.h"
#include "text/typesetter_open.h"

enum item_kind {
    ITEM_WORD,
    ITEM_SPACE, // white space that stretches: U+0020, U+00A0, tabs
    ITEM_BREAK, // '\n' or U+2028: never drawn
};

struct item {
    uint32_t start, end; // bytes of the paragraph's text
    uint32_t run;
    enum item_kind kind;
    const struct font *font;
    uint32_t script; // HarfBuzz's tag
    uint8_t level;   // bidi
};

struct itemize_job {
    struct typesetter *typesetter;
    struct str text;
    const struct text_run *runs;
    const uint32_t *run_starts; // run_count + 1 of them
    size_t run_count;
    const uint8_t *levels; // one a byte, or NULL: all left to right
};

struct items {
    struct item *items;
    size_t count;
    size_t capacity;
};

// Returns false when a face or a glyph is missing: each is a diagnostic at its place.
bool itemize(struct arena *arena, const struct itemize_job *job, struct diags *diags,
             struct items *out);

#endif
