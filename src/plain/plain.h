// The text edition: a brochure as plain UTF-8 text in reading order, from the model.
//
// It has the words that the tag tree of the pages has, but for what only one of the two needs:
// pages have numbers, and the publisher and the control data twice where there is a cover; text has
// the marks of lists, addresses behind links, what pictures show, the kinds of callouts before
// their titles, and the heads of a table before each of its cells. It knows no theme, no font and
// no page.
#ifndef PLAIN_PLAIN_H
#define PLAIN_PLAIN_H

#include "diag/diag.h"
#include "model/brochure.h"

// Writes the brochure; lines are `wrap` columns wide at most, 0: a paragraph is one line. Returns
// false with diagnostics when the language lacks a word, or the rules of its script.
bool plain_write(struct arena *arena, const struct brochure *brochure, uint32_t wrap,
                 struct diags *diags, struct str *out);

#endif
