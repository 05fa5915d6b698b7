// What all paragraphs of a run share: the families, the opened faces, the shape cache, the
// hyphenation dictionaries. Made once by the pipeline, before any work is forked.
#ifndef TEXT_TYPESETTER_H
#define TEXT_TYPESETTER_H

#include "diag/diag.h"
#include "text/font.h"

struct typesetter; // opaque
struct families;

struct typesetter_paths {
    struct str families;         // fonts/families.yaml
    struct str hyphenation;      // the folder of compiled patterns
    struct str reduced;          // the folder of reduced faces, "" for none
    const struct str *font_path; // extra folders to look for faces in, before the families' own
    size_t font_path_count;
};

// Opens nothing but families.yaml. Returns NULL with diagnostics when that cannot be read. The
// typesetter owns its faces and caches until typesetter_close.
struct typesetter *typesetter_open(struct arena *arena, const struct typesetter_paths *paths,
                                   struct sources *sources, struct diags *diags);
void typesetter_close(struct typesetter *typesetter);

struct face_request {
    struct str family;
    uint16_t weight;
    bool italic;
    struct span span; // of what asks for it
};

// Returns the face of a family that CSS Fonts 4, 5.2 matches to weight and style (nearest weight;
// upright when the script's family has no italic), opened; NULL with a diagnostic at its span when
// the family is unknown, the file is missing or it does not load.
const struct font *typesetter_face(struct typesetter *typesetter,
                                   const struct face_request *request, struct diags *diags);

// Returns the families that it was opened with.
const struct families *typesetter_families(const struct typesetter *typesetter);

// The faces opened so far, by index.
size_t typesetter_face_count(const struct typesetter *typesetter);
const struct font *typesetter_face_at(const struct typesetter *typesetter, size_t index);

// Returns the path of a face's file; of a reduced face, the one that it was made from.
struct str typesetter_face_file(const struct typesetter *typesetter, struct arena *arena,
                                const struct font *font);

// Work counted for the tests of growth and for --timings.
struct typesetter_counts {
    size_t words_shaped; // calls of the shaper
    size_t bytes_shaped; // of text that it was given
    size_t words_cached; // words found in the cache
    size_t break_steps;  // candidate lines looked at by the line breaker
};
const struct typesetter_counts *typesetter_counts(const struct typesetter *typesetter);

// Appends a table of the families, their faces, whether each is installed, and the fallback
// chains (`brochure fonts`).
void typesetter_list(struct typesetter *typesetter, struct str_builder *out);

#endif
