// Spans in another language: `[word]{lang=ar}` in typed text, which Markdown does not know.
//
// A span opens and closes in one list of inlines: marks such as emphasis lie wholly within it or
// around it. A bracket or a brace that is written with a backslash is an ordinary character.
#ifndef MODEL_SPANS_H
#define MODEL_SPANS_H

#include "diag/diag.h"
#include "input/markdown.h"
#include "model/brochure.h"

// Text as typed, with adjacent pieces and soft breaks joined.
struct typed {
    struct str text;
    struct srcmap map;
};

// One of the inlines in a list.
struct typed_piece {
    struct typed typed;
    const struct markdown *node; // one that is not typed text, else NULL
};

struct typed_pieces {
    struct typed_piece *items;
    size_t count;
    size_t capacity;
};

// Whether the character at `at` is an ordinary one: it is written with a backslash, or by another
// program.
bool text_is_escaped(const struct sources *sources, const struct srcmap *map, size_t at);

// Where a span opens (`[`) or closes (`]{lang=ar}`).
struct span_mark {
    size_t piece;
    size_t start, end; // bytes of the piece's text
    bool opens;
    struct str language; // of both marks
    struct span span;    // of both marks: from the one to the other
};

struct span_marks {
    struct span_mark *items; // in order, well nested
    size_t count;
    size_t capacity;
};

// Finds the spans in a list. Attributes that cannot be read are SPAN_MALFORMED, a language that is
// none is BAD_LANGUAGE.
struct span_marks spans_find(struct arena *arena, const struct typed_pieces *pieces,
                             struct diags *diags);

#endif
