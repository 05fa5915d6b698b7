// What a brochure declares under `variables`, and the value that each has. Private to variables.
#ifndef MODEL_VARIABLE_VALUES_H
#define MODEL_VARIABLE_VALUES_H

#include "model/variables.h"

// Reads the declarations of the tree and the job's settings into `variables`, whose arena, diags,
// root and language are there.
void variable_values_read(struct variables *variables, const struct decode_job *job);

#endif
