// The JSON Schema (2020-12) of the content format, generated from the tables that drive decoding.
//
// Beside the standard's keywords it has two that language servers for YAML know and others skip:
// errorMessage, said when a value is wrong, and deprecationMessage, which keeps a key that is not
// built yet from being offered.
#ifndef MODEL_JSON_SCHEMA_H
#define MODEL_JSON_SCHEMA_H

#include "base/str.h"

void json_schema_write(struct str_builder *out);

#endif
