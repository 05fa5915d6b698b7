// Where a paragraph's lines may end: UAX #14 (breaks.h), what its runs keep together, telephone
// numbers, and hyphens.
// Private to text/.
#ifndef TEXT_BREAK_PLACES_H
#define TEXT_BREAK_PLACES_H

#include "text/breaks.h"
#include "text/paragraph_parts.h"

// Where a hyphen may be put, among the kinds of breaks.h.
enum { BREAK_HYPHEN = BREAK_LAST_RESORT + 1 };

// Returns the kind of break before each byte of the text, and behind it; NULL with a diagnostic
// when breaks cannot be found.
const uint8_t *break_places_find(struct arena *arena, const struct paragraph *paragraph,
                                 struct diags *diags);

#endif
