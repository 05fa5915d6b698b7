// A password as AES-256 of PDF takes it (ISO 32000-2, 7.6.4.3.3): prepared by SASLprep (RFC 4013),
// so that it does not matter how a keyboard composes its letters; at most 127 bytes of UTF-8.
//
// The standard cuts longer ones off. Here they are refused: nobody is to think that a password's
// end counts when it does not.
#ifndef PDF_PASSWORD_H
#define PDF_PASSWORD_H

#include "base/str.h"

enum { PASSWORD_LONGEST = 127 };

struct password {
    char text[PASSWORD_LONGEST + 1]; // NUL-terminated
};

// Prepares what was typed. Returns NULL, or why it cannot be a password: "is empty". Nothing of it
// is left in memory but in `out`; whoever holds that wipes it (base/secret.h).
const char *password_prepare(struct str typed, struct password *out);

#endif
