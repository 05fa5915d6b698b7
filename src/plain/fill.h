// Lines of plain text: passages under marks and indentation, each on one line or wrapped.
#ifndef PLAIN_FILL_H
#define PLAIN_FILL_H

#include "diag/diag.h"
#include "plain/passage.h"

struct fill {
    struct diags *diags;
    uint32_t wrap;          // columns of a line at most; 0: lines end where passages do
    struct str_builder out; // no line ends in a space, the last one ends
    struct str mark;        // stands before the next line, at the end of its indentation
    size_t indent;          // columns
    size_t gap;             // blank lines before the next line
    size_t widest;          // columns of the widest line of the passage that was added last
    bool failed;            // said
};

// Asks for blank lines before what comes next: the most that anybody asks for.
void fill_gap(struct fill *fill, size_t lines);

// Puts `mark` ("- ", "1. ", or spaces) before the next line; that and those after it are indented
// by its width. Returns the indentation around it, for fill_back.
size_t fill_hang(struct fill *fill, struct str mark);

// Ends that. A mark with no text behind it stands on a line of its own.
void fill_back(struct fill *fill, size_t indent);

// Adds a passage on lines of its own. A word, or what stays whole, that is wider than a line is not
// parted.
void fill_add(struct fill *fill, const struct passage *passage);

// Adds a line of signs as wide as the last passage, 40 at most.
void fill_rule(struct fill *fill, char sign);

#endif
