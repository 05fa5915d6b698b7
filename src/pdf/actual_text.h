// Right-to-left text in the order in which it is read.
//
// Where the pieces of a line stand says how they are read, whatever order they were drawn in; each
// piece's own text is already in logical order. This undoes UAX #9's rule L2 for text without
// deeper embedding.
#ifndef PDF_ACTUAL_TEXT_H
#define PDF_ACTUAL_TEXT_H

#include "base/length.h"
#include "base/str.h"

struct text_piece {
    struct str text;
    uint32_t page;
    length baseline; // pieces with one page and baseline that follow each other are one line
    length x;        // of its left end
    bool right_to_left;
};

// Returns the joined text. `right_to_left` is the paragraph's direction. Changes the pieces' order.
struct str actual_text(struct arena *arena, struct text_piece *pieces, size_t count,
                       bool right_to_left);

#endif
