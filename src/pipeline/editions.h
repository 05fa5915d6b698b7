// Which editions of a brochure are to be built.
#ifndef PIPELINE_EDITIONS_H
#define PIPELINE_EDITIONS_H

#include "pipeline/pipeline.h"

struct editions {
    struct edition *items;
    size_t count;
    size_t capacity;
};

// Takes the editions named on the command line, else those that the file lists, else screen. An
// edition that is not built yet, or that nobody knows, is a diagnostic; returns false then.
bool editions_select(struct job *job, const struct str *names, size_t count, struct editions *out);

// Returns "screen" and so on.
struct str edition_kind_name(enum edition_kind kind);

#endif
