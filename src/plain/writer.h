// What the files of the text edition share: the brochure, the language's words, the lines so far.
#ifndef PLAIN_WRITER_H
#define PLAIN_WRITER_H

#include "model/terms.h"
#include "plain/fill.h"

struct writer {
    struct arena *arena;
    const struct brochure *brochure;
    const struct terms *terms; // of the part that is being written
    struct diags *diags;
    struct fill fill;
    size_t figures, tables; // numbered so far
};

// Begins a part in another language ("": the same); returns the words around it.
const struct terms *writer_enter(struct writer *writer, struct str language);

// The built-in words of the part; "" when the language has none (said).
struct str writer_word(struct writer *writer, enum term term);
struct str writer_numbered(struct writer *writer, enum term term, size_t number);

// Begins a passage in the language of the part.
struct passage writer_passage(struct writer *writer);

void writer_add(struct writer *writer, const struct passage *passage);
void writer_add_text(struct writer *writer, struct str text);
void writer_add_inline(struct writer *writer, const struct inline_text *text);

// Adds a heading of a level, 0 for the title: on its own lines, each level with a rule of its own.
void writer_add_heading(struct writer *writer, const struct inline_text *text, uint32_t level);
void writer_add_word_heading(struct writer *writer, enum term term);

// Adds "label: " to a passage; nothing for no label.
void writer_label(struct passage *passage, const struct inline_text *label);

#endif
