// DOIs and other addresses: their syntax, and the mend for the usual slips.
//
// Nothing is mended in silence: a check says where the fault is and what to write.
#ifndef MODEL_DOI_H
#define MODEL_DOI_H

#include "diag/diag.h"
#include "input/tree.h"

// Whether `text` is a DOI by Crossref's expression: ^10\.\d{4,9}/[-._;()/:A-Z0-9]+$ in any case.
bool doi_is_valid(struct str text);

// Returns the DOI without white space, a prefix ("doi:", "https://doi.org/") and a final point,
// or an empty string when that is no DOI either.
struct str doi_mended(struct arena *arena, struct str text);

// Checks a scalar. Returns false with a diagnostic at the exact place of the fault.
bool doi_check(struct arena *arena, const struct node *scalar, struct diags *diags);

// Whether `text` is an http: or https: address with a host, printable and without white space.
bool url_is_valid(struct str text);

// Checks a scalar as a web address; as a link's target when it is one.
bool url_check(const struct node *scalar, struct diags *diags);
bool target_check(struct str target, struct span span, struct diags *diags);

// Checks a scalar as an e-mail address: something before one `@`, something after it, no space.
bool email_check(const struct node *scalar, struct diags *diags);

#endif
