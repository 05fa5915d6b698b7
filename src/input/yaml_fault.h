// What libyaml objects to, in a writer's words. Private to input/.
#ifndef INPUT_YAML_FAULT_H
#define INPUT_YAML_FAULT_H

#include "diag/diag.h"

struct yaml_fault {
    struct source *source;
    const char *problem; // libyaml's, or NULL
    const char *context;
    uint32_t at;         // byte of the problem
    uint32_t context_at; // byte of what it was reading
    uint32_t blamed;     // what yaml_fault_report returned
};

// Adds the diagnostic; returns the byte that is at fault.
uint32_t yaml_fault_report(const struct yaml_fault *fault, struct diags *diags);

// Returns the value on the line of the byte at `at`: what follows `- ` and `key: `. A view of
// `bytes`.
struct str yaml_value_on_line(struct str bytes, size_t at);

// Says that unquoted text begins with a sign that YAML reads, at the value on the line of `at`.
void yaml_fault_sign(const struct source *source, size_t at, struct diags *diags);

// Takes the fault at `blamed` out of `bytes` in place, so that reading can go on and find the next
// one: the value where that is enough, else the line. Code points stay as many as they were.
// Returns false when there is nothing left to take.
bool yaml_fault_take_out(char *bytes, size_t length, size_t blamed);

// Whether a YAML_SYNTAX diagnostic was added. A tab in the indentation stops libyaml too and has a
// code of its own: nobody could know that the tree lacks a line then.
bool yaml_fault_was_said(const struct diags *diags);

#endif
