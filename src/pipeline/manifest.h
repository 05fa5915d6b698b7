// What a build read and wrote, for those who receive it: the file of --manifest, and a SHA256SUMS
// beside it that sha256sum(1) checks.
//
// Each file of a batch gives a part, in whatever process it was built; the parts are joined in the
// files' order. No date, no time and no path of the machine is in it but those that were given: the
// same input gives the same bytes, whatever the number of processes.
#ifndef PIPELINE_MANIFEST_H
#define PIPELINE_MANIFEST_H

#include "pipeline/pipeline.h"

// An edition that was written.
struct manifest_edition {
    struct edition edition;
    struct str path;
    struct str bytes;
    const struct page_list *pages; // NULL: it has none, and keeps no standards
    struct pdf_standards standards;
    bool encrypted;
};

struct manifest_file {
    int status; // of the exit
    const struct manifest_edition *editions;
    size_t edition_count;
};

// What the report of a file carries.
struct manifest_part {
    struct str entry;   // an object of JSON, "" without --manifest
    struct str sums;    // lines of SHA256SUMS
    uint32_t libraries; // bits of pipeline/libraries.h
};

// Makes the part of a file. `folder` is the manifest's: absolute, without links. Needs sha256_open.
struct manifest_part manifest_part(struct job *job, struct str folder,
                                   const struct manifest_file *file);

// The parts so far.
struct manifest {
    struct arena *arena;
    struct str_builder entries;
    struct str_builder sums;
    uint32_t libraries;
};

struct manifest manifest_begin(struct arena *arena);
void manifest_add(struct manifest *manifest, const struct manifest_part *part);

// Writes both files, the sums last: they have a line for the manifest. Returns 0, or an errno value
// with the path that could not be written in `failed`.
int manifest_write(const struct manifest *manifest, struct str path, int status,
                   struct str *failed);

#endif
