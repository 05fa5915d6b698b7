// An entry that is being written: texts with their places, and the marks between them.
//
// What the writer typed keeps its place; what the style adds stands at the item's. A full stop is
// not doubled, and not put behind a question mark. Private to what formats references.
#ifndef MODEL_REFERENCE_ENTRY_H
#define MODEL_REFERENCE_ENTRY_H

#include "model/inline_writer.h"
#include "model/inlines.h"
#include "model/reference_data.h"
#include "model/reference_style.h"

struct entry {
    struct text_reader *reader;
    const struct draft_item *item;
    const struct reference_data *data; // what was read of it
    const struct reference_style *style;
    uint64_t facts; // bits of enum item_variable and enum item_fact
    struct inline_writer writer;
    uint32_t place; // of what the style adds: the item's start
    char last;      // byte written, 0 at the start
};

// Writes what the style adds.
void entry_say(struct entry *entry, struct str text);

// Writes a word of the document's language; one that it lacks was said to be missing.
void entry_say_word(struct entry *entry, enum term term, uint32_t flags);

// Writes text that stands for all of a scalar.
void entry_say_for(struct entry *entry, struct str text, const struct node *scalar);

// Writes a scalar as it stands.
void entry_say_literal(struct entry *entry, const struct node *scalar);

// Writes text that has marks of its own; `flags` are of enum part_flag.
void entry_say_inline(struct entry *entry, const struct inline_text *text, uint32_t flags);

// Reads a scalar and writes it so.
void entry_read_inline(struct entry *entry, const struct node *scalar);

// Writes a live address, printed exactly behind `prefix`.
void entry_say_address(struct entry *entry, const struct node *scalar, struct str prefix,
                       struct str target);

// Returns the text with its first letter a capital (of the letters of ASCII).
struct str entry_capital(struct arena *arena, struct str text);

#endif
