// The command line: which command, which options, which files. Units and meanings are those of
// brochure(1).
#ifndef CLI_ARGS_H
#define CLI_ARGS_H

#include "diag/diag.h"
#include "pipeline/pipeline.h"

struct args {
    const char *program; // argv[0]
    struct str command;
    struct str *operands; // files
    size_t operand_count;
    struct str output;
    struct str *editions;
    size_t edition_count;
    struct str *set_keys, *set_values;
    size_t set_count;
    struct str *font_path;
    size_t font_path_count;
    struct str *encrypt; // each as it was typed
    size_t encrypt_count;
    struct str theme, root, deps, manifest, stage, format;
    struct pdf_standards standards; // zero: those of the editions
    struct str profile;             // --profile
    bool handover;
    uint32_t processes;
    enum diag_format diag_format;
    bool color;
    bool fail_on_warning;
    bool timings;
    bool quiet;
    bool help;
    bool version;
};

// Reads the command line. Returns false after saying on standard error what is wrong with it (exit
// status 2). `args` points into argv and `arena`.
bool args_read(struct arena *arena, int argc, char **argv, struct args *args);

// Says on standard error that the command line is wrong, and where help is.
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
void args_complain(const char *format, ...);

#endif
