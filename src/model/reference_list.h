// The printed references of a brochure as text and as CSL JSON (`inspect --stage references`).
//
// The JSON is what other programs for references read: CSL 1.0.2's items in the printed order, with
// `<i>` and `<b>` for marks. An entry that is given as a text is a `document` with that title.
#ifndef MODEL_REFERENCE_LIST_H
#define MODEL_REFERENCE_LIST_H

#include "model/brochure.h"

// Appends each entry on a line of its own behind its number and a point.
void reference_list_text(const struct brochure *brochure, struct str_builder *out);

// Appends a JSON array of the items, one a line.
void reference_list_json(const struct brochure *brochure, struct str_builder *out);

#endif
