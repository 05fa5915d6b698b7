// A text without marks, as it is put on lines: what inline nodes say, and what stays on one line.
//
// Soft hyphens are dropped. Telephone numbers, addresses, code and citations are never parted; in
// a language from right to left a telephone number is isolated, since its groups would be shown the
// other way round (UAX #9). All other characters are those of the content.
#ifndef PLAIN_PASSAGE_H
#define PLAIN_PASSAGE_H

#include "base/vec.h"
#include "model/brochure.h"
#include "plain/line_ends.h"

struct passage {
    struct str_builder text;
    struct str language;
    VEC(struct whole_piece) whole;
};

struct passage passage_in(struct arena *arena, struct str language);

void passage_add_text(struct passage *passage, struct str text);

// Adds an address, or anything else that is one piece.
void passage_add_whole(struct passage *passage, struct str text);

// Adds a telephone number as it was written.
void passage_add_phone(struct passage *passage, struct str phone);

// Adds what nodes say. The address of a link follows in parentheses where its text does not say it.
void passage_add_inline(struct passage *passage, const struct inline_text *text);

// Adds the sign that parts a label from what follows, with its space; the space alone where the
// label ends in a sign of its own.
void passage_add_colon(struct passage *passage);

// Adds a box to tick and its text.
void passage_add_box(struct passage *passage, const struct inline_text *option);

#endif
