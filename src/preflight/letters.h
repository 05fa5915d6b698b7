// Lines of text as areas: letters that are large by their outlines, small ones as their ink spread
// evenly over their box. Private to preflight/.
#ifndef PREFLIGHT_LETTERS_H
#define PREFLIGHT_LETTERS_H

#include "page/page_list.h"
#include "preflight/area.h"

// What was read of faces: each glyph once.
struct letters; // opaque

struct letters *letters_open(struct arena *arena);

// Covers what a line covers: the area is begun and settled.
void letters_cover(struct letters *letters, const struct item_glyphs *line,
                   const struct frame *frame, struct area *area);

#endif
