// Where a line of plain text may end: as in print (text/breaks.h), and never in what is one piece.
#ifndef PLAIN_LINE_ENDS_H
#define PLAIN_LINE_ENDS_H

#include "base/arena.h"
#include "base/str.h"
#include "diag/diag.h"

// Bytes of a text that stay on one line. Pieces may overlap.
struct whole_piece {
    uint32_t start, end;
};

enum line_end { LINE_GOES_ON, LINE_MAY_END, LINE_ENDS };

struct line_text {
    struct str text, language;
    const struct whole_piece *whole;
    size_t whole_count;
};

// Returns text.len + 1 values of enum line_end: what may happen before each byte, and at the end.
// NULL when the library for the script cannot be loaded (said).
const uint8_t *line_ends_find(struct arena *arena, const struct line_text *line,
                              struct diags *diags);

#endif
