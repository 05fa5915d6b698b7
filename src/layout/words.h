// The program's own words on the page, in the language of what is being laid out.
//
// A word that neither the language nor `labels` has is an error, said once; layout goes on, so that
// all of them are said in one run.
#ifndef LAYOUT_WORDS_H
#define LAYOUT_WORDS_H

#include "layout/flow.h"
#include "model/terms.h"

// Takes the words and the language of a part, "" for none of its own; returns those around it, to
// be put back into layout->terms behind the part.
const struct terms *layout_enter(struct layout *layout, struct str language);

struct str layout_word(struct layout *layout, enum term term);

// Returns a phrase with its places filled in.
struct str layout_phrase(struct layout *layout, enum term term, struct term_values values);

// Returns a phrase with a number in its place: "Step 2".
struct str layout_numbered(struct layout *layout, enum term term, size_t number);

// Returns a date in the language's long form.
struct str layout_date(struct layout *layout, struct date date);

#endif
