// fonts/families.yaml: which families exist, and which stand in for each script.
#ifndef TEXT_FAMILIES_H
#define TEXT_FAMILIES_H

#include "diag/diag.h"
#include "input/tree.h"

struct family_face {
    struct str file;
    uint16_t weight; // 100 to 900
    bool italic;
};

struct family {
    struct str name;
    struct str package; // of the distribution
    struct str folder;  // below the system's font folder
    bool serif;
    bool has_italic;
    bool reduce; // its faces have reduced copies: see tools/font_reduce.c
    const struct family_face *faces;
    size_t face_count;
    struct span span;
};

// What stands in when a family has no glyph for a character of a script.
struct family_fallback {
    struct str script;   // ISO 15924: "Arab"
    struct str language; // BCP 47 prefix: "ja", or "" for any
    const struct str *serif;
    size_t serif_count;
    const struct str *sans;
    size_t sans_count;
};

struct families {
    const struct family *items;
    size_t count;
    const struct family_fallback *fallbacks;
    size_t fallback_count;
};

// Decodes the tree of families.yaml. Returns false with diagnostics when it is not as it should be.
bool families_decode(struct arena *arena, const struct node *root, struct diags *diags,
                     struct families *out);

const struct family *families_find(const struct families *families, struct str name);

// Returns the families to try for a script, best first, and how many; 0 when there are none.
size_t families_fallback(const struct families *families, struct str script, struct str language,
                         bool serif, const struct str **out);

// Returns the face that CSS Fonts 4, 5.2 matches: the weight asked for, else for 400 to 500 first
// heavier up to 500, then lighter; below 400 lighter first; above 500 heavier first. NULL when the
// family has italics but none is asked for and there is no upright, or the other way round.
const struct family_face *family_match(const struct family *family, uint16_t weight, bool italic);

#endif
