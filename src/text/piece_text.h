// What a piece of a line says: its text without the characters that only steer the setting, so that
// whoever reads the page finds the words as they are seen. Private to text/.
#ifndef TEXT_PIECE_TEXT_H
#define TEXT_PIECE_TEXT_H

#include "base/str.h"
#include "text/glyph.h"

// Returns `text`, or a copy in `arena` without soft hyphens, zero-width spaces, word joiners and
// controls of direction and lines; the clusters of the glyphs then count in the copy. Joiners of
// letters (U+200C, U+200D) stay: they belong to the spelling.
struct str piece_text_visible(struct arena *arena, struct str text, struct glyph *glyphs,
                              size_t count);

#endif
