// The ToUnicode map of one font variant (ISO 32000-1, 9.10.3): code in the subset → text.
#ifndef PDF_TO_UNICODE_H
#define PDF_TO_UNICODE_H

#include "pdf/fonts.h"

struct str to_unicode_map(struct arena *arena, const struct font_use *use,
                          const struct font_variant *variant);

#endif
