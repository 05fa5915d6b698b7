// Where the program finds what it brings along: themes, fonts/families.yaml, compiled hyphenation.
#ifndef PIPELINE_PLACES_H
#define PIPELINE_PLACES_H

#include "base/str.h"

struct places {
    struct str themes;      // folder
    struct str families;    // file
    struct str hyphenation; // folder
    struct str faces;       // folder of reduced faces, in the build folder only
};

// An installed program (PREFIX/bin/brochure) has them in PREFIX/share/brochure; one in its build
// folder (out/build/VARIANT/brochure) takes the checkout's. `program` is argv[0], for systems
// that do not tell a process its own path.
struct places places_find(struct arena *arena, const char *program);

#endif
