// A house: the defaults that a house.yaml gives to the brochures beside and below it.
#ifndef MODEL_HOUSE_H
#define MODEL_HOUSE_H

#include "diag/diag.h"
#include "input/tree.h"

// Returns a brochure's tree laid over its house's. Every fault of the house is told, also of what
// the brochure replaces, but for the keys that a brochure may add. A house without a mapping is
// left out with a diagnostic.
const struct node *house_apply(struct arena *arena, const struct node *house,
                               const struct node *brochure, struct diags *diags);

// Reports a version of the format that this program does not read. NULL is none.
void format_check_version(const struct node *version, struct diags *diags);

#endif
