// Phrases that are looked for in text: whole words, one or several, in one pass.
//
// A word is a run of letters and digits; where a script writes no spaces (Chinese, Thai), and where
// it meets another, each character is one. So "CAR" stands in "CAR-T" and in "CAR疗法", not in
// "CART".
#ifndef MODEL_PHRASES_H
#define MODEL_PHRASES_H

#include "base/map.h"

enum { PHRASE_MOST_WORDS = 16 }; // so that work stays linear in the text

struct phrases {
    struct map places; // phrase → what it was added with
    size_t longest;    // bytes
    size_t most_words;
};

// Adds a phrase; returns the value that it has in the end. NULL: it begins with no letter or digit,
// or has too many words.
void *phrases_add(struct arena *arena, struct phrases *phrases, struct str phrase, void *value);

// Returns how many bytes the longest phrase at `at` has, and its value; 0 for none. `previous` is
// the character before, 0 at the start of the text.
size_t phrases_find(const struct phrases *phrases, struct str text, size_t at, uint32_t previous,
                    void **value);

// Returns the text in lower case, with each white space a space.
struct str phrase_folded(struct arena *arena, struct str text);

#endif
