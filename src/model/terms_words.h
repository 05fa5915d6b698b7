// The table of built-in words: a row a language. Used by terms.c only.
#ifndef MODEL_TERMS_WORDS_H
#define MODEL_TERMS_WORDS_H

#include "model/terms.h"

struct language_words {
    const char *language; // a language, or language-script
    const char *terms[TERM_COUNT];
    const char *months[12];       // as within a date
    const char *months_alone[12]; // without a day, where that differs; else NULL
    const char *day_pattern; // d, y, M (number) and L (name) stand for themselves, '…' is text
    const char *month_pattern;
};

extern const struct language_words language_words[];
extern const size_t language_words_count;

#endif
