// Which text each glyph of an item stands for, so that what is drawn can be read back.
//
// A cluster of one glyph has all its text: a ligature. A cluster of several glyphs shares its code
// points out in logical order, decomposed (UAX #15) when there are fewer code points than glyphs;
// a glyph for which none is left has the empty text.
#ifndef PDF_GLYPH_TEXT_H
#define PDF_GLYPH_TEXT_H

#include "page/page_list.h"

// Fills texts[0 .. item->count - 1], in the order of item->glyphs. The texts are views of the
// item's text, or live in `arena`.
void glyph_text_assign(struct arena *arena, const struct item_glyphs *item, struct str *texts);

#endif
