// The JSON Schemas (2020-12) of brochures, houses, included sections and themes, generated from the
// tables that drive decoding. What a house gives a brochure, or one theme another, is not required
// of either.
//
// Beside the standard's keywords it has three that language servers for YAML know and others skip:
// enumDescriptions; errorMessage, said when a value is wrong; and deprecationMessage, which keeps a
// key that is not built yet from being offered.
#ifndef MODEL_JSON_SCHEMA_H
#define MODEL_JSON_SCHEMA_H

#include "base/str.h"

enum json_schema {
    JSON_SCHEMA_BROCHURE,
    JSON_SCHEMA_HOUSE,
    JSON_SCHEMA_SECTION, // a file that a brochure includes
    JSON_SCHEMA_THEME,
    JSON_SCHEMA_COUNT
};

struct str json_schema_name(enum json_schema schema); // "brochure"

void json_schema_write(enum json_schema schema, struct str_builder *out);

#endif
