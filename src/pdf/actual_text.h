// Right-to-left text in the order in which it is read.
//
// Pieces of a line come as drawn, from left to right; each piece's own text is already in logical
// order. This undoes UAX #9's rule L2 for text without deeper embedding.
#ifndef PDF_ACTUAL_TEXT_H
#define PDF_ACTUAL_TEXT_H

#include "base/length.h"
#include "base/str.h"

struct text_piece {
    struct str text;
    uint32_t page;
    length baseline; // pieces with one page and baseline that follow each other are one line
    bool right_to_left;
};

// Returns the joined text. `right_to_left` is the paragraph's direction. Changes the pieces' order.
struct str actual_text(struct arena *arena, struct text_piece *pieces, size_t count,
                       bool right_to_left);

#endif
