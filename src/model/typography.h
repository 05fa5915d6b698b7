// Typographic replacement: straight quotes to the language's own, dashes, the ellipsis.
//
// Text goes through in reading order, in as many pieces as its marks make; what stood before a
// quote decides whether it opens or closes. Never used on code, literals and addresses.
#ifndef MODEL_TYPOGRAPHY_H
#define MODEL_TYPOGRAPHY_H

#include "base/str.h"

struct quote_marks {
    struct str language; // a language, or language-script or language-region
    struct str open, close, inner_open, inner_close;
};

// Returns the quotation marks of a language as CLDR gives them; English ones when it has none.
const struct quote_marks *quote_marks_find(struct str language);

// Whether `text` begins with one of Unicode's initial quotation marks, or with a low or angle one
// that opens in some languages.
bool quotation_opens(struct str text);

struct typography {
    const struct quote_marks *marks; // NULL: text stays as it was typed
    uint32_t previous;               // the code point before, 0 at the start of a text
    bool open, inner_open;
};

// Returns how many bytes of `text` at `at` are replaced, and by what in `out`; 0 for none.
// The caller tells what it kept by typography_pass.
size_t typography_replace(struct typography *state, struct str text, size_t at, struct str *out);

// Takes note of a code point that was printed as it is.
void typography_pass(struct typography *state, uint32_t code_point);

#endif
