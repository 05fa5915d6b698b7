// Several files in one run, side by side by processes: `build` of one file or of thousands.
//
// Every file's editions are written together or none of them; other files go on. What a file has
// to say (result lines, diagnostics) is handed on in the order of the files, whatever ran first.
#ifndef PIPELINE_BATCH_H
#define PIPELINE_BATCH_H

#include "pipeline/manifest.h"

// Exit statuses of the program; the highest of all files wins.
enum status {
    STATUS_DONE = 0,
    STATUS_CONTENT = 1, // errors in the content, nothing written for that file
    STATUS_USAGE = 2,
    STATUS_WARNINGS = 3, // stopped on warnings
    STATUS_SYSTEM = 4,   // a file could not be read or written
};

struct batch_options {
    struct str output;          // -o, "" beside the sources
    const struct str *editions; // -e, none: those that the file lists
    size_t edition_count;
    bool fail_on_warning;
    enum diag_format diag_format;
    bool color;
    bool quiet;
    bool handover;              // files for the press have others beside them: see handover.h
    uint32_t processes;         // at least 1
    struct str manifest_folder; // absolute, without links; "" without a manifest
};

// What one file had to say. Each may be empty; all live only during the call.
struct batch_report {
    enum status status;
    struct str output; // for standard output: result lines, or the file itself with -o -
    struct str errors; // for standard error
    struct str rule;   // its dependencies, as make reads them
    struct manifest_part part;
};

// Who is told.
struct batch_sink {
    void (*take)(void *context, const struct batch_report *report);
    void *context;
};

// Builds every file; tells `sink` once of each, in order. Returns the status of the whole.
enum status batch_build(struct run *run, const struct str *paths, size_t count,
                        const struct batch_options *options, const struct batch_sink *sink);

#endif
