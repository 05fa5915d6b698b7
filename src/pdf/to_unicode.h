// The CMap that says which text each code of a font stands for (ISO 32000-1, 9.10.3).
#ifndef PDF_TO_UNICODE_H
#define PDF_TO_UNICODE_H

#include "base/str.h"

// `texts` are by code, from 1 on. Short codes, of a byte, end at 255.
struct str to_unicode_map(struct arena *arena, const struct str *texts, size_t count,
                          bool short_codes);

#endif
