#include "image/qr.h"

#include <qrencode.h>

// Version 10 holds 213 bytes at level M: 57 modules a side, as many as a phone reads off a page.
enum { LARGEST_VERSION = 10, SMALLEST_FITTING = 0, DARK = 1 };

static void report(struct diags *diags, struct span span, struct str text)
{
    diag_add(diags, DIAG_QR_TOO_LONG, span, "an address of %zu bytes is too long for a QR code",
             text.len);
    diag_hint(diags, "give a shorter one, of 213 bytes at most");
}

bool qr_encode(struct arena *arena, struct str text, struct span span, struct diags *diags,
               const struct qr **out)
{
    const unsigned char *bytes = (const unsigned char *)str_cstr(arena, text);
    QRcode *code = NULL;
    if (text.len <= 2953) // what the largest symbol of all holds
        code = QRcode_encodeData((int)text.len, bytes, SMALLEST_FITTING, QR_ECLEVEL_M);
    if (!code || code->version > LARGEST_VERSION) {
        QRcode_free(code);
        report(diags, span, text);
        return false;
    }
    struct qr *qr = ARENA_NEW(arena, struct qr);
    size_t count = (size_t)code->width * (size_t)code->width;
    uint8_t *dark = ARENA_ARRAY(arena, uint8_t, count);
    for (size_t i = 0; i < count; i++)
        dark[i] = code->data[i] & DARK;
    *qr = (struct qr){(uint32_t)code->width, dark};
    QRcode_free(code);
    *out = qr;
    return true;
}

struct str qr_version(void)
{
    return str_from(QRcode_APIVersionString());
}
