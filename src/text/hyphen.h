// Hyphenation by Liang's patterns (Liang 1983) from flat tries that `make` compiles from the
// distribution's dictionaries; they are mapped, not parsed.
#ifndef TEXT_HYPHEN_H
#define TEXT_HYPHEN_H

#include "base/str.h"

struct hyphen_dictionary; // opaque, mapped

// Opens FOLDER/LANGUAGE.hyph (in lower case) for a BCP 47 tag: the longest match first (de-AT, then
// de; en-AU, then en-gb; no, then nb). Returns NULL when there is none; a file that is not whole is
// passed over, and a damaged one can do no worse than misplace hyphens. Lives until hyphen_close.
const struct hyphen_dictionary *hyphen_open(struct arena *arena, struct str folder,
                                            struct str language);

// Reads a dictionary that is in memory, and stays there; NULL when it is not whole. Not closed.
const struct hyphen_dictionary *hyphen_from_bytes(struct arena *arena, struct str bytes);

void hyphen_close(const struct hyphen_dictionary *dictionary);

// Fills points[i] (word.len entries, 1 or 0): whether a hyphen may stand before byte i of a word
// in any case. Minima from the dictionary, else 2 before and 3 after; a word with hyphens or
// apostrophes is hyphenated by its parts, one with soft hyphens of its own not at all.
void hyphen_points(struct arena *scratch, const struct hyphen_dictionary *dictionary,
                   struct str word, uint8_t *points);

#endif
