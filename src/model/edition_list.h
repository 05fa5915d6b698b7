// The editions that a brochure lists, and what each of them changes in it.
#ifndef MODEL_EDITION_LIST_H
#define MODEL_EDITION_LIST_H

#include "model/brochure.h"
#include "model/schema.h"

enum { MOST_EDITIONS = 100 }; // each is a whole brochure to make

// Decodes the key `editions`: a list of kinds, or a mapping of names to settings; screen alone when
// it is not given. No more than MOST_EDITIONS.
void editions_decode(struct arena *arena, const struct schema_any *draft, struct diags *diags,
                     const struct edition **out, size_t *count);

// Whether any edition of the key `editions` (NULL: none) has keys that override the brochure's.
bool editions_override(const struct node *editions);

// Returns a brochure's tree with the keys that the edition of that name overrides, merged as a
// brochure is with its house.
const struct node *edition_apply(struct arena *arena, const struct node *root, struct str name);

#endif
