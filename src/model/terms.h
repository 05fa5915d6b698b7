// The words that the program prints itself, by language: "References", "page 6", month names.
//
// Each language has them in the form and the order that it uses ("page 6", "6ページ", "第6页"); a
// brochure's `labels` stand in place of its language's own (see labels.h). Made by the model, read
// by layout.
#ifndef MODEL_TERMS_H
#define MODEL_TERMS_H

#include "diag/diag.h"
#include "model/brochure.h"

enum term {
#define TERM(name, key, english, when) TERM_##name,
#include "model/terms.def"
#undef TERM
    TERM_COUNT
};

// The words of a document, or of a part of it that is in another language.
struct terms {
    struct str language;
    struct span span;             // of the language's tag
    struct str words[TERM_COUNT]; // empty: the language has none
};

// What the places in a phrase stand for, in the order of the English phrase.
struct term_values {
    struct str first, second;
};

// Returns the built-in word or phrase of a language (its primary subtag decides, of Chinese the
// script or region), or an empty string when there are none for it.
struct str term_find(struct str language, enum term term);

// Returns the built-in words of a language, given at `span`.
struct terms *terms_new(struct arena *arena, struct str language, struct span span);

// Returns the words for a part of a document that is in `language`: where the language has none,
// those of the document.
const struct terms *terms_within(struct arena *arena, const struct terms *document,
                                 struct str language);

// Returns the word; an empty string when there is none: then it is LANGUAGE_WORDS, once a word.
struct str term_word(const struct terms *terms, enum term term, struct diags *diags);

// Returns the phrase with its places filled in; else as term_word.
struct str term_phrase(struct arena *arena, const struct terms *terms, enum term term,
                       const struct term_values *values, struct diags *diags);

// Finds the place at or after `at` in a phrase that braces mark, [start, end); false when there is
// none.
bool term_find_place(struct str phrase, size_t at, size_t *start, size_t *end);

// Returns a date in the language's long form, "June 27, 2025", "June 2025", or as ISO 8601 when
// there are no built-in words for it; an empty string for no date.
struct str term_date(struct arena *arena, struct str language, struct date date);

// Returns a range of dates in that form, "May 29-June 2, 2015"; without `to`, the one date.
struct str term_dates(struct arena *arena, struct str language, struct date from, struct date to);

// Returns the name of a month, 1 to 12, as it stands alone.
struct str term_month(struct str language, uint32_t month);

#endif
