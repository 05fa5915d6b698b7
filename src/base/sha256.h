// SHA-256 (FIPS 180-4), by the library Nettle, whose only user this is: loaded when it is asked
// for.
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

// Loads the library. Returns whether digests can be made.
bool sha256_open(void);
struct str sha256_version(struct arena *arena); // "3.8"

enum { SHA256_DIGITS = 64 };

// Returns the digest in lower-case hexadecimal digits. Needs sha256_open.
struct str sha256_digits(struct arena *arena, struct str bytes);

#endif
