// The commands: each takes the command line and returns the program's exit status.
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/args.h"
#include "pipeline/batch.h"

enum status cmd_build(struct arena *arena, const struct args *args);
enum status cmd_inspect(struct arena *arena, const struct args *args);
enum status cmd_new(struct arena *arena, const struct args *args);
enum status cmd_explain(struct arena *arena, const struct args *args);
enum status cmd_schema(struct arena *arena, const struct args *args);
enum status cmd_fonts(struct arena *arena, const struct args *args);
enum status cmd_themes(struct arena *arena, const struct args *args);

// What every command that reads a brochure starts from. Returns false after saying what is wrong.
bool run_open(struct arena *arena, const struct args *args, struct run *run);

// Prints text on standard error. That it fails cannot be told to anyone.
void print_errors(struct str text);

// Prints a job's diagnostics on standard error.
void print_diagnostics(struct diags *diags, const struct args *args);

// Prints text on standard output; returns STATUS_SYSTEM when that fails, else `status`.
enum status print_output(struct str text, enum status status);

// Prints the stages' times on standard error when --timings asks.
void print_timings(const struct run *run, const struct args *args);

#endif
