// Located nodes → a checked brochure. All of a file's faults come in one run.
#ifndef MODEL_DECODE_H
#define MODEL_DECODE_H

#include "diag/diag.h"
#include "input/tree.h"
#include "model/brochure.h"
#include "model/files.h"

// One --set KEY=VALUE: replaces the scalar at a dotted key, which must be in the schema.
struct setting {
    struct str key;
    struct str value;
    struct span span; // in a source made from the command line
};

struct decode_job {
    const struct node *root;  // with its includes expanded
    const struct node *house; // defaults for the root's keys, or NULL
    struct edition edition;   // that the model is for, by name and kind; zero: screen
    struct files *files;      // for what the content names
    struct str path;
    const struct setting *settings;
    size_t setting_count;
};

// Returns false when any error was found.
bool brochure_decode(struct arena *arena, const struct decode_job *job, struct diags *diags,
                     const struct brochure **out);

// Returns the editions that the brochure lists, without a word on faults: brochure_decode has them.
void brochure_editions(struct arena *arena, const struct decode_job *job, struct sources *sources,
                       const struct edition **out, size_t *count);

// Appends the canonical text of a model (`inspect --stage model`).
void brochure_dump(const struct brochure *brochure, struct sources *sources,
                   struct str_builder *out);

#endif
