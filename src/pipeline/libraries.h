// The libraries behind a build, with their versions, for manifests.
#ifndef PIPELINE_LIBRARIES_H
#define PIPELINE_LIBRARIES_H

#include "base/json.h"

// Those that are loaded when a file needs them; a set of bits.
enum {
    LIBRARY_ICU = 1u << 0,
    LIBRARY_QPDF = 1u << 1,
    LIBRARY_LCMS = 1u << 2,
    LIBRARY_ZIMG = 1u << 3
};

// Which of them this process has loaded so far.
uint32_t libraries_loaded(void);

// Writes an object, name to version, of the linked libraries that tell theirs and of `loaded`.
void libraries_write(struct arena *arena, uint32_t loaded, struct json *json);

#endif
