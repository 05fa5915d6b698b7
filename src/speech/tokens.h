// The tokens of a content stream or of a CMap (ISO 32000-1, 7.2 and 7.3).
#ifndef SPEECH_TOKENS_H
#define SPEECH_TOKENS_H

#include "base/str.h"

enum token_kind {
    TOKEN_WORD,       // an operator, a number, a keyword
    TOKEN_NAME,       // without its slash
    TOKEN_STRING,     // its bytes
    TOKEN_OPEN,       // [
    TOKEN_CLOSE,      // ]
    TOKEN_DICTIONARY, // <<
    TOKEN_END         // >>
};

struct token {
    enum token_kind kind;
    struct str text;
};

struct tokens {
    struct arena *arena;
    struct str bytes;
    size_t at;
};

// Returns false at the end.
bool tokens_next(struct tokens *tokens, struct token *out);

#endif
