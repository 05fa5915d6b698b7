// A file of BibTeX → a tree of its entries: what other programs for references write.
//
// Each entry is a mapping in a sequence: `type` (the word behind `@`, in small letters), `id`, and
// its fields by their names in small letters (`genre` is the field `type`). Values are scalars with
// the place of each letter: macros (`@string`, the months) and LaTeX's letters are read. In names,
// white space within braces is BIBTEX_BOUND.
#ifndef INPUT_BIBTEX_H
#define INPUT_BIBTEX_H

#include "diag/diag.h"
#include "input/tree.h"

#define BIBTEX_BOUND '\x1F' // no text holds it otherwise

// Returns false, with diagnostics, when there is a fault; `entries` are those that could be read.
bool bibtex_read(struct arena *arena, const struct source *source, struct diags *diags,
                 const struct node **entries);

#endif
