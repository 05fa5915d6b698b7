// Entries of BibTeX → items as CSL has them: what `references: {file: refs.bib}` stands for.
#ifndef MODEL_BIBTEX_ITEMS_H
#define MODEL_BIBTEX_ITEMS_H

#include "input/tree.h"

// Returns the items of the entries that bibtex_read gave. Fields that no printed reference shows
// are left to other programs. Names are told apart as BibTeX does: `Last, First`, `First von Last`,
// `{A group}`, `and others`.
const struct node *bibtex_items(struct arena *arena, const struct node *entries);

#endif
