// A file of CSL JSON, or of the same in YAML → items as `references: items` has them.
//
// What other programs export for themselves (an abstract, keywords) is left out; what nobody knows
// stays, so that it is said. In JSON, CSL's marks (`<i>`, `<b>`, `<sup>`, `<sub>`) become
// Markdown's or letters of their own, and the signs that would be marks in Markdown stand for
// themselves.
#ifndef MODEL_CSL_ITEMS_H
#define MODEL_CSL_ITEMS_H

#include "input/tree.h"

// Returns the items of a sequence; `json` says that its texts have CSL's marks.
const struct node *csl_items(struct arena *arena, const struct node *items, bool json);

// Returns the text as Markdown that shows it letter by letter.
const struct node *csl_escaped(struct arena *arena, const struct node *scalar);

#endif
