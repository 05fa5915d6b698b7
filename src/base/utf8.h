// UTF-8 by RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_LONGEST = 4 };
#define UTF8_INVALID UINT32_MAX

// Returns the code point at `*at` and moves `*at` behind it; UTF8_INVALID (one byte on) when
// the bytes are not UTF-8. `*at` must be before `len`.
uint32_t utf8_decode(const char *data, size_t len, size_t *at);

// Writes 1 to 4 bytes and returns how many. `code_point` must be a scalar value.
size_t utf8_encode(uint32_t code_point, char *out);

// Returns `len` when all is well, else the offset of the first byte that is not UTF-8.
size_t utf8_check(const char *data, size_t len);

// Returns the number of code points in valid text.
size_t utf8_count(const char *data, size_t len);

// Whether a byte continues a code point.
static inline bool utf8_continues(char byte)
{
    return ((unsigned char)byte & 0xC0u) == 0x80u;
}

#endif
