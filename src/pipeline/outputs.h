// Where the editions of a file go.
#ifndef PIPELINE_OUTPUTS_H
#define PIPELINE_OUTPUTS_H

#include "base/arena.h"
#include "model/brochure.h"

// Returns the path of an edition of `source`. `output` is what -o says ("" beside the source, "-"
// standard output): a folder when it ends in "/", exists as one, or has no ".pdf" or ".txt".
struct str output_path(struct arena *arena, struct str source, struct str output,
                       const struct edition *edition);

struct output_clash {
    bool found;
    size_t first, second; // indices of the sources
};

// Returns the first two sources that would be written to one name, whatever their editions.
struct output_clash outputs_clash(struct arena *scratch, const struct str *sources, size_t count,
                                  struct str output);

#endif
