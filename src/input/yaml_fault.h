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
};

// Adds the diagnostic; returns the byte whose line is at fault.
uint32_t yaml_fault_report(const struct yaml_fault *fault, struct diags *diags);

#endif
