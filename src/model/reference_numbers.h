// The numbers that find a work: ISBN, ISSN, PMID, PMCID. Their shape, their check digits, the mend.
//
// Nothing is mended in silence: a check says where the fault is and what to write. DOIs and
// addresses are doi.h's.
#ifndef MODEL_REFERENCE_NUMBERS_H
#define MODEL_REFERENCE_NUMBERS_H

#include "diag/diag.h"
#include "input/tree.h"

// ISO 2108: 13 digits whose weighted sum is a multiple of 10, or 10 of which it is one of 11;
// hyphens or spaces between them. Returns false with a diagnostic.
bool isbn_check(struct arena *arena, const struct node *scalar, struct diags *diags);

// ISO 3297: 0378-5955.
bool issn_check(struct arena *arena, const struct node *scalar, struct diags *diags);

// PubMed's numbers: 1 to 8 digits.
bool pmid_check(const struct node *scalar, struct diags *diags);

// PubMed Central's: PMC and 1 to 8 digits, and a version behind a point.
bool pmcid_check(const struct node *scalar, struct diags *diags);

#endif
