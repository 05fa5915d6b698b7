// Where a line may end: UAX #14 with the tailorings of patient print.
//
// Plain text (Latin, Greek, Cyrillic) is decided by a small table of our own, with the same answers
// as ICU's (a test holds it against them); any other script loads ICU. What is kept together beyond
// UAX #14 is listed in breaks_bind.h. Web addresses part by their own signs: behind : / //, before
// . ~ , - _ ? # %, on either side of = &, never with fewer than four characters on a line; better
// behind the slashes of the path than elsewhere.
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include "base/str.h"
#include "diag/diag.h"
#include "text/paragraph.h"

enum break_kind {
    BREAK_NONE,
    BREAK_ALLOWED,
    BREAK_MANDATORY,
    BREAK_POOR,       // of an address: at a sign within a name of its path
    BREAK_LAST_RESORT // of an address: within its host, or a DOI's registrant
};

struct breaks_range {
    uint32_t start, end; // bytes of the text
    enum text_breaking breaking;
};

struct breaks_job {
    struct str text;
    struct str language; // BCP 47
    const struct breaks_range *ranges;
    size_t range_count;
};

// Fills out[i], for each byte offset i in 0…text.len, with what may happen before that byte.
// out[0] is BREAK_NONE, out[text.len] is BREAK_MANDATORY. `ranges` cover the text in order.
// Returns false when ICU is needed and cannot be loaded (a diagnostic without a place).
bool breaks_find(const struct breaks_job *job, struct diags *diags, uint8_t *out);

#endif
