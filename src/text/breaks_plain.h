// UAX #14 (Unicode 15.0) for plain text, with ICU's customisations of it: the same answers as ICU
// at a fraction of the start-up time.
#ifndef TEXT_BREAKS_PLAIN_H
#define TEXT_BREAKS_PLAIN_H

#include "base/str.h"

// Fills out[0…text.len] as breaks_find does. Returns false, with `out` undefined, when the text
// has a character whose class is LINE_OTHER.
bool breaks_plain(struct str text, uint8_t *out);

#endif
