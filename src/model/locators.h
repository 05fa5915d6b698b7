// Where in a source: "p. 3" behind a citation's id → "p3", closed up as AMA 11th, 3.6 prints it.
#ifndef MODEL_LOCATORS_H
#define MODEL_LOCATORS_H

#include "model/terms.h"

// Reads a word and the numbers behind it, or numbers alone, which are pages in the document's own
// word. An English word for pages is printed as p or pp, any other as it was typed, without points
// and spaces. Returns false when it is nothing of the kind; `text` has no white space at its ends.
bool locator_read(struct arena *arena, const struct terms *terms, struct str text, struct str *out);

#endif
