// Includes: `body: {file: costs.md}`, `sections: [{file: chapter.yaml}]`, `references: {file:
// refs.json}` → the tree that they stand for, before it is decoded.
//
// Every node keeps the place in the file that it was written in. A file may be included many times;
// a circle, a chain that is too long and files that come to too much are faults at the name that
// goes too far.
#ifndef MODEL_INCLUDES_H
#define MODEL_INCLUDES_H

#include "model/files.h"

// Returns false, with diagnostics, when anything could not be included: `out` is the tree without
// it, good for finding more faults.
// A house's tree is expanded as a brochure's.
bool includes_expand(struct files *files, const struct node *root, const struct node **out);

#endif
