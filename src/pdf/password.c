#include "pdf/password.h"

#include "base/utf8.h"
#include "text/icu.h"

#include <string.h>

static const char is_too_long[] = "is longer than 127 bytes";
static const char has_control[] =
    "has a character that is not printed, such as a tab or a line's end";

// RFC 4013, 2.3: no control characters.
static bool is_control(unsigned char c)
{
    return c < 0x20 || c == 0x7F;
}

static const char *look_at_bytes(struct str typed, bool *ascii)
{
    *ascii = true;
    for (size_t at = 0; at < typed.len;) {
        unsigned char c = (unsigned char)typed.data[at];
        if (is_control(c))
            return has_control;
        *ascii = *ascii && c < 0x80;
        if (utf8_decode(typed.data, typed.len, &at) == UTF8_INVALID)
            return "is not UTF-8";
    }
    return NULL;
}

static const char *prepare_by_icu(struct str typed, struct password *out)
{
    switch (icu_prepare_password(typed, out->text, sizeof out->text)) {
    case ICU_PREPARED: return out->text[0] == '\0' ? "is empty" : NULL;
    case ICU_TOO_LONG: return is_too_long;
    case ICU_FORBIDDEN: return "has a character that a password may not have (RFC 4013)";
    case ICU_NOT_THERE: break;
    }
    return "has letters beyond ASCII, and the library ICU, which knows them, is not installed";
}

const char *password_prepare(struct str typed, struct password *out)
{
    bool ascii;
    *out = (struct password){0};
    if (typed.len == 0)
        return "is empty";
    const char *fault = look_at_bytes(typed, &ascii);
    if (fault)
        return fault;
    if (!ascii)
        return prepare_by_icu(typed, out);
    if (typed.len > PASSWORD_LONGEST)
        return is_too_long;
    memcpy(out->text, typed.data, typed.len); // SASLprep leaves ASCII as it is
    return NULL;
}
