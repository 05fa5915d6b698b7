// What a theme sets, a value a line, with the place that each comes from (`brochure themes NAME`).
#ifndef MODEL_THEME_DUMP_H
#define MODEL_THEME_DUMP_H

#include "diag/source.h"
#include "input/tree.h"

// Appends the values of a theme's tree, laid over its bases, in the order of the format's tables:
// "roles.heading-1.size  22  themes/clinic.yaml:61". The tree has been decoded without a fault.
void theme_dump(struct arena *arena, const struct node *root, struct sources *sources,
                struct str_builder *out);

#endif
