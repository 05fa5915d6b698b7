// The letters of LaTeX, as files of BibTeX write them: `G{\"o}del`, `Erd\H{o}s`, `\&` → UTF-8.
//
// Braces and the commands that only say how a word looks are left away; what a printed text cannot
// show, such as mathematics, is a diagnostic. Private to input/.
#ifndef INPUT_LATEX_H
#define INPUT_LATEX_H

#include "base/vec.h"
#include "diag/diag.h"
#include "input/bibtex.h"
#include "input/srcmap.h"

enum latex_kind {
    LATEX_TEXT,
    LATEX_NAMES,   // white space within braces is BIBTEX_BOUND: `{World Health Organization}`
    LATEX_ADDRESS, // signs stand for themselves
};

struct latex_reader {
    struct arena *arena;
    struct diags *diags;
    struct str bytes; // of the whole file
    uint32_t file;
    enum latex_kind kind;
    struct str_builder text; // what was read, with where it stands
    VEC(struct srcmap_piece) pieces;
};

// Appends bytes [start, end) of the file, in which white space is one space.
void latex_read(struct latex_reader *reader, size_t start, size_t end);

#endif
