// fonts/families.yaml: which families there are, and which stand in for them, script by script.
//
// Only names and numbers: nothing here looks at a font file.
#ifndef TEXT_FAMILIES_H
#define TEXT_FAMILIES_H

#include "diag/diag.h"
#include "input/tree.h"

struct family_face {
    uint16_t weight; // 100 to 900
    bool italic;
    struct str style; // what takes the place of `*` in the family's files: "BoldItalic"
};

struct family {
    struct str name;
    struct str package; // Debian's
    struct str files;   // a path below families.folder, with `*` for a face's style
    bool serif;
    bool reduce;                     // its faces have reduced copies: see tools/font_reduce.c
    uint32_t index;                  // of the face in a collection, else 0
    const struct family_face *faces; // by weight; upright ones first
    size_t face_count;
    uint32_t first_face; // faces are numbered through all families
};

struct families; // opaque

// Decodes the tree of families.yaml. Returns NULL when it cannot be used; every fault is in
// `diags`.
const struct families *families_decode(struct arena *arena, const struct node *root,
                                       struct diags *diags);

size_t families_count(const struct families *families);
const struct family *families_at(const struct families *families, size_t index);

// Returns how many faces all families have together.
size_t families_face_count(const struct families *families);

// Returns the family of a name, or NULL.
const struct family *families_find(const struct families *families, struct str name);

// Returns all names, for "did you mean": families_count of them.
const struct str *families_names(const struct families *families);

// Returns the face that CSS Fonts 4, 5.2 matches to weight and style: a family that has italics
// matches within them, another is upright.
const struct family_face *family_match(const struct family *family, uint16_t weight, bool italic);

// Returns whether a family has an italic of its own.
bool family_has_italic(const struct family *family);

// Returns the path of a face's file where the family's package puts it.
struct str family_file(struct arena *arena, const struct families *families,
                       const struct family *family, const struct family_face *face);

struct family_list {
    const struct family *const *items;
    size_t count;
};

// Returns the families to try for characters of a script (ISO 15924) that a serif or sans family
// lacks, the best first: for the script in the language, the script's own, those for signs.
struct family_list families_fallback(struct arena *arena, const struct families *families,
                                     struct str script, struct str language, bool serif);

// The keys of the fallback table in their order, for `brochure fonts`: "Hani-ja".
size_t families_fallback_count(const struct families *families);
struct str families_fallback_key(const struct families *families, size_t index);

#endif
