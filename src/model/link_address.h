// The addresses of links as people read and type them.
#ifndef MODEL_LINK_ADDRESS_H
#define MODEL_LINK_ADDRESS_H

#include "model/brochure.h"

// Returns what one types: a mail's address and a number without their scheme, and without a mail's
// subject, which is no part of its address.
struct str link_typed_address(struct str target);

// Whether one dials the target of a link.
bool link_is_dialled(struct str target);

// Whether one goes to it with a browser: it is neither dialled nor written to.
bool link_is_web(struct str target);

// Whether the text of a link is its address: a number also without the country's, a DOI as
// references have it.
bool link_says_address(struct arena *arena, struct str text, struct str target);

#endif
