// Where themes are, and the tree of one: a name or a path → its file and those that it extends.
//
// A name is looked for in the root's themes/, then among the program's own; a path counts from the
// folder of the file that names it, and from the current one on the command line.
#ifndef PIPELINE_THEME_FILES_H
#define PIPELINE_THEME_FILES_H

#include "pipeline/pipeline.h"

struct theme_found {
    const struct node *root; // laid over its bases
    struct theme_set themes;
};

// Reads a theme, named at `span`, with its bases, and decodes it. Returns false with diagnostics
// when one of them cannot be used; the faults of those that can be read are told all the same.
bool theme_files_read(struct job *job, struct str name, struct span span, struct theme_found *out);

struct theme_file {
    struct str name;
    struct str path;
    struct str hidden_by; // the own theme of that name, which comes first; else empty
};

// Lists the themes that can be named: the root's, then the program's, each by name.
size_t theme_files_list(struct job *job, const struct theme_file **out);

#endif
