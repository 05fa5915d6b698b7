// Which slip of the writer made libyaml stumble, where the lines around the fault tell. Private to
// input/.
//
// libyaml says what it expected. A writer wants to know what is wrong: a key that is indented too
// far, text that is not indented below its `|`, a quotation mark within quotes.
#ifndef INPUT_YAML_BLAME_H
#define INPUT_YAML_BLAME_H

#include "input/yaml_fault.h"

// Reports the slip and returns true, with the byte that is at fault in `*blamed`; returns false,
// without a word, when it knows none. Of text that is indented too little, the first line alone is
// reported.
bool yaml_blame(const struct yaml_fault *fault, struct diags *diags, uint32_t *blamed);

#endif
