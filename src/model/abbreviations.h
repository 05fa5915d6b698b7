// Abbreviations: where they occur in text, and whether the text says what they stand for in time.
//
// An abbreviation is introduced when its expansion stands before its first use in running text, or
// right behind it. Titles and headings use it, but introduce nothing.
#ifndef MODEL_ABBREVIATIONS_H
#define MODEL_ABBREVIATIONS_H

#include "model/brochure.h"
#include "model/phrases.h"
#include "model/schema.h"

// An expansion; several abbreviations may have the same.
struct introduction {
    bool seen;
};

struct abbreviation {
    const struct node *word;
    struct str expansion;
    struct introduction *introduction; // NULL: it cannot be found
    bool occurs;                       // anywhere
    bool is_running;                   // in running text: its first use there was checked
};

struct abbreviations {
    struct arena *arena;
    struct diags *diags;
    struct abbreviation *items;
    size_t count;
    struct phrases words;      // → struct abbreviation, case-sensitive
    struct phrases expansions; // folded → struct introduction
};

// Makes the abbreviations of a map. One that cannot be found in text is ABBREVIATION_MALFORMED.
void abbreviations_prepare(struct arena *arena, const struct schema_map *map, struct diags *diags,
                           struct abbreviations *out);

// Returns how many bytes the abbreviation at `at` has, 0 for none. `previous` as in phrases_find.
size_t abbreviation_find(struct abbreviations *abbreviations, struct str text, size_t at,
                         uint32_t previous, struct str *expansion);

// Takes note of a running text that was read. An abbreviation that it is the first to use, and that
// is not introduced, is ABBREVIATION_UNEXPANDED.
void abbreviations_pass(struct abbreviations *abbreviations, const struct inline_node *first);

// Reports those given in `file` that occur nowhere.
void abbreviations_finish(struct abbreviations *abbreviations, uint32_t file);

#endif
