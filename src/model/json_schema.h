// The JSON Schema (2020-12) of the content format, generated from the tables that drive decoding.
#ifndef MODEL_JSON_SCHEMA_H
#define MODEL_JSON_SCHEMA_H

#include "base/str.h"

void json_schema_write(struct str_builder *out);

#endif
