// Telephone numbers in running text: they are never broken over lines, and in right-to-left text
// their groups keep their order.
//
// Without that, UAX #9 sets the groups of 555-0101 between Arabic words the other way round, and
// the reader dials another number. Numbers as ITU-T E.123 writes them: groups of figures with
// spaces, hyphens, points or brackets between, 7 to 15 figures in all (E.164).
#ifndef TEXT_PHONE_NUMBERS_H
#define TEXT_PHONE_NUMBERS_H

#include "base/str.h"

struct phone_number {
    uint32_t start, end; // bytes
};

// Finds the first telephone number at or after `from`; returns whether there is one. A range of
// years (2020-2025) is none.
bool phone_number_find(struct str text, size_t from, struct phone_number *out);

#endif
