// ICU, loaded when a text first needs it: it costs a millisecond and 30 MB of mapped data that
// plain text does without.
//
// The only file that includes unicode/*.h is icu.c. Any version from 60 to 80 serves.
#ifndef TEXT_ICU_H
#define TEXT_ICU_H

#include "base/str.h"
#include "diag/diag.h"

// Fills out[0…text.len] as breaks_find does, by UAX #14 and, for Thai, Lao, Khmer, Burmese, Chinese
// and Japanese, by ICU's dictionaries. Returns false with a diagnostic when ICU cannot be loaded.
bool icu_find_breaks(struct str text, struct str language, struct diags *diags, uint8_t *out);

// Fills levels[i] for each of `count` UTF-16 units by UAX #9. Returns false with a diagnostic.
bool icu_find_levels(const uint16_t *units, size_t count, bool rtl, struct diags *diags,
                     uint8_t *levels);

enum icu_prepared { ICU_PREPARED, ICU_FORBIDDEN, ICU_TOO_LONG, ICU_NOT_THERE };

// Prepares a password by SASLprep (RFC 4013) for `out`, of `room` bytes with its NUL. `text` is
// UTF-8. The memory that it works in is wiped; so is `out`, unless it is ICU_PREPARED.
enum icu_prepared icu_prepare_password(struct str text, char *out, size_t room);

// Whether a text of this process has needed ICU so far.
bool icu_is_loaded(void);

// ICU's version, for manifests: loads it. "" when it cannot be loaded.
struct str icu_version(struct arena *arena);

#endif
