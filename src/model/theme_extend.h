// A theme that extends another: one tree out of two, and what each file says of itself alone.
//
// Mappings are merged key by key, however deep; text and lists take the place of the base's, and so
// does a colour, whose forms (hex, cmyk, spot) belong together. Every node keeps the span of the
// file that it was written in, so that faults are told there.
#ifndef MODEL_THEME_EXTEND_H
#define MODEL_THEME_EXTEND_H

#include "diag/diag.h"
#include "input/tree.h"

// Checks the form and the version of a theme's file, and finds the name or path of its base (NULL
// when it extends none). Returns false when the tree is no theme or names its base wrongly; a fault
// of its version is a diagnostic alone, so that those of the rest can be told.
bool theme_read_head(struct arena *arena, const struct node *root, struct diags *diags,
                     const struct node **extends);

// Returns `top` laid over `base`, both mappings. `theme` and `extends` are those of `top`.
const struct node *theme_laid_over(struct arena *arena, const struct node *base,
                                   const struct node *top);

// Returns a theme with the part that an edition changes laid over it. What is missing is missing in
// the theme, not in the part.
const struct node *theme_with_part(struct arena *arena, const struct node *theme,
                                   const struct node *part);

#endif
