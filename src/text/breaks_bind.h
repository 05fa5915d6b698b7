// What careful print keeps on one line beyond UAX #14.
//
// - a number and its unit (5 mg, 37 °C), a label and its number (Figure 3, page 6, phase 2)
// - the day and the month of a date (April 24, 2025; 24. April; 24 avril)
// - initials and the name on either side of them (J. N. Brudno; Brudno JN,), "et al" and the name
// - an enumerator and its word: (a) blood
// - the parts of a word of which a hyphen cuts a single letter: B-cell, CAR-T, e-mail
// - a dash between spaces and what comes before it: it ends a line
// - an em dash and the word that it is closed up to
// - units and single letters with a slash: mg/dL, w/o
//
// The rules look at the words alone, whatever the language: what one language does not abbreviate
// is left whole in another, which costs a place to break and nothing else.
#ifndef TEXT_BREAKS_BIND_H
#define TEXT_BREAKS_BIND_H

#include "base/str.h"

// Takes the places to break that the rules forbid out of `out`, which is as breaks_find fills it.
void breaks_bind(struct str text, uint8_t *out);

#endif
