// QR codes (ISO/IEC 18004), by libqrencode: what is dark.
#ifndef IMAGE_QR_H
#define IMAGE_QR_H

#include "diag/diag.h"

struct qr {
    uint32_t size;       // modules a side, without the quiet zone
    const uint8_t *dark; // size × size, row by row: 1 for a dark module
};

// Encodes a text as bytes with error correction M (15 % may be lost), in the smallest symbol that
// holds it. Returns false with a diagnostic at `span` when none does.
bool qr_encode(struct arena *arena, struct str text, struct span span, struct diags *diags,
               const struct qr **out);

// The library's version, for manifests.
struct str qr_version(void);

#endif
