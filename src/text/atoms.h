// Items → atoms: the pieces of text that are shaped, and kept in the shape cache, as one.
//
// A word between spaces is an atom, except where scripts put no spaces between words: there an atom
// ends wherever a line may end. Words of inordinate length are cut, so that the work on one stays
// bounded. Private to text/.
#ifndef TEXT_ATOMS_H
#define TEXT_ATOMS_H

#include "text/paragraph_parts.h"

// Fills the paragraph's atoms. `breaks` as break_places_find gives them.
void atoms_make(struct arena *arena, struct paragraph *paragraph, const struct items *items,
                const uint8_t *breaks);

const struct text_style *atom_style(const struct paragraph *paragraph, const struct atom *atom);

// Returns the width of `clusters` clusters of an atom, `units` wide in its font, tracking included.
length atom_width(const struct paragraph *paragraph, const struct atom *atom, int64_t units,
                  size_t clusters);

// Returns a part of an atom as it stands when a line breaks within it: shaped by itself.
const struct shaped_word *atom_part(const struct paragraph *paragraph, const struct atom *atom,
                                    uint32_t start, uint32_t end);

// Returns the hyphen of an atom's font, shaped.
const struct shaped_word *atom_hyphen(const struct paragraph *paragraph, const struct atom *atom);

#endif
