// What the codes of a font mean: its ToUnicode CMap (ISO 32000-1, 9.10.3), read back.
#ifndef SPEECH_CMAP_H
#define SPEECH_CMAP_H

#include "base/map.h"

struct cmap {
    size_t code_size; // bytes of a code
    struct map texts; // UTF-8 by the code's bytes
};

// Reads a CMap; what it does not say has no text.
struct cmap cmap_read(struct arena *arena, struct str bytes);

// Appends what a string of codes means.
void cmap_add_text(const struct cmap *cmap, struct str codes, struct str_builder *out);

#endif
