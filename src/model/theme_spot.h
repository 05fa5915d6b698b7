// The ink of its own that an edition names, in the theme's part for it: colours that are written as
// `spot` there become the theme's colour that is printed with that ink.
#ifndef MODEL_THEME_SPOT_H
#define MODEL_THEME_SPOT_H

#include "input/tree.h"

// Returns `part` with the colours filled in from the theme's `root`. Where the ink is too pale for
// type (below 4.5 to 1 on white paper: WCAG 2.2, 1.4.3), or no colour has it, they are left out,
// and what lies below the part shows.
const struct node *theme_spot_fill(struct arena *arena, const struct node *root,
                                   const struct node *part, struct str ink);

#endif
