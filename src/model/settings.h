// --set: a tree in which scalars at dotted keys are replaced.
#ifndef MODEL_SETTINGS_H
#define MODEL_SETTINGS_H

#include "model/decode.h"
#include "model/schema.h"

// Returns `root` with the job's settings applied; the root itself when there are none. A setting
// whose key is not in the schema, or holds no scalar, is a diagnostic and changes nothing; one that
// sets a variable is left to variables_read.
const struct node *settings_apply(struct arena *arena, const struct decode_job *job,
                                  const struct node *root, struct diags *diags);

#endif
