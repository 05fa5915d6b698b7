#include "base/utf8.h"

#include <assert.h>

uint32_t utf8_decode(const char *data, size_t len, size_t *at)
{
    assert(*at < len);
    const unsigned char *bytes = (const unsigned char *)data;
    size_t start = (*at)++;
    uint32_t first = bytes[start];
    if (first < 0x80)
        return first;
    size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4 || len - start <= more)
        return UTF8_INVALID;
    uint32_t code_point = first & (0x3Fu >> more);
    for (size_t i = 1; i <= more; i++) {
        if ((bytes[start + i] & 0xC0) != 0x80)
            return UTF8_INVALID;
        code_point = code_point << 6 | (bytes[start + i] & 0x3Fu);
    }
    bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < least[more] || surrogate || code_point > 0x10FFFF)
        return UTF8_INVALID;
    *at = start + more + 1;
    return code_point;
}

size_t utf8_encode(uint32_t code_point, char *out)
{
    assert(code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF));
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80u | (code_point & 0x3Fu));
        code_point >>= 6;
    }
    out[0] = (char)(lead[length] | code_point);
    return length;
}

size_t utf8_check(const char *data, size_t len)
{
    for (size_t at = 0; at < len;) {
        size_t start = at;
        if ((unsigned char)data[at] < 0x80)
            at++;
        else if (utf8_decode(data, len, &at) == UTF8_INVALID)
            return start;
    }
    return len;
}

size_t utf8_count(const char *data, size_t len)
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += !utf8_continues(data[i]);
    return count;
}
