// Direction of text: UAX #9 by ICU, loaded only when the text has a right-to-left character.
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include "base/str.h"
#include "diag/diag.h"

// A control that the algorithm sees before a byte, though the text does not have it.
enum bidi_control_kind { BIDI_ISOLATE_LTR = 0x2066, BIDI_ISOLATE_RTL = 0x2067, BIDI_POP = 0x2069 };

struct bidi_control {
    uint32_t at;
    enum bidi_control_kind kind;
};

// Whether the text or the language needs the algorithm at all.
bool bidi_needed(struct str text, struct str language);

// Whether a language is written from right to left (by its likely script).
bool bidi_language_is_rtl(struct str language);

struct bidi_job {
    struct str text;
    bool rtl;                            // direction of the paragraph
    const struct bidi_control *controls; // in order
    size_t control_count;
};

// Fills levels[i] for each byte of the text. Returns false with a diagnostic when ICU is missing.
bool bidi_levels(struct arena *scratch, const struct bidi_job *job, struct diags *diags,
                 uint8_t *levels);

// Fills order[] with the visual order of `count` pieces of given levels (UAX #9, L2).
void bidi_visual_order(const uint8_t *levels, size_t count, uint32_t *order);

#endif
