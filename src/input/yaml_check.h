// What is wrong with a file before YAML looks at it: bytes, control characters, indentation.
// Private to input/.
#ifndef INPUT_YAML_CHECK_H
#define INPUT_YAML_CHECK_H

#include "diag/diag.h"

// Returns false when the bytes cannot be read as YAML at all (not UTF-8, control characters).
// Tabs and no-break spaces in indentation are errors too, but the rest can still be read.
bool yaml_check_bytes(const struct source *source, struct diags *diags);

// Returns `bytes` with plain spaces for the no-break ones that indent a key, of which the check has
// said what there is to say. Each is one character as before, so libyaml's marks stay true.
struct str yaml_check_indented(struct arena *arena, struct str bytes);

// The part of that which holds of any text: UTF-8 without control characters.
bool yaml_check_text(const struct source *source, struct diags *diags);

#endif
