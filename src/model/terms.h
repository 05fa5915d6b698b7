// The words that the tool itself prints, by language: "References", "page", "of", month names.
#ifndef MODEL_TERMS_H
#define MODEL_TERMS_H

#include "model/brochure.h"

enum term {
    TERM_REFERENCES,
    TERM_PAGE, // "page 6"
    TERM_OF,   // "3 of 6"
    TERM_VERSION,
    TERM_DOCUMENT,
    TERM_ISSUED,
    TERM_REVIEW_BY,
    TERM_FOR, // the audience's label
    TERM_STATUS,
    TERM_DRAFT,
    TERM_APPROVED,
    TERM_ACCESSED,
    TERM_CITATION, // what a screen reader says before a citation's number: "Reference"
    TERM_BACK_TO_CITATION,
    TERM_COUNT
};

// Returns the word in a language (its primary subtag decides), or an empty string when the
// language has no built-in words.
struct str term_find(struct str language, enum term term);

// Returns a date in the language's long form: "June 27, 2025", "June 2025"; an
// empty string for no date.
struct str term_date(struct arena *arena, struct str language, struct date date);

#endif
