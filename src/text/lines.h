// Chosen breaks → lines of positioned glyphs. Private to text/.
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include "text/paragraph_parts.h"

struct line_job {
    const struct paragraph *paragraph;
    const struct measure *measure;
    size_t index;   // of the line
    uint32_t start; // byte at which the line begins
    bool last;
};

void line_make(struct arena *arena, const struct line_job *job, const struct line_break *line_break,
               struct line *out);

#endif
