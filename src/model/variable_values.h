// What a brochure declares under `variables`, and the value that each has. Used by variables
// and conditions.
#ifndef MODEL_VARIABLE_VALUES_H
#define MODEL_VARIABLE_VALUES_H

#include "model/variables.h"

// Reads the declarations of the tree and the job's settings into `variables`, whose arena, diags,
// root and language are there.
void variable_values_read(struct variables *variables, const struct decode_job *job);

// Checks that a variable may have a value, written at `span`. Returns false with a diagnostic.
bool variable_check_choice(struct variables *v, const struct variable *variable, struct str value,
                           struct span span);

#endif
