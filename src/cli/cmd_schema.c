#include "cli/commands.h"
#include "model/json_schema.h"

enum status cmd_schema(struct arena *arena, const struct args *args)
{
    struct str name = args->operand_count > 0 ? args->operands[0] : STR("brochure");
    enum json_schema schema = JSON_SCHEMA_BROCHURE;
    while (schema < JSON_SCHEMA_COUNT && !str_equal(json_schema_name(schema), name))
        schema++;
    if (args->operand_count > 1 || schema == JSON_SCHEMA_COUNT) {
        args_complain("schema takes one of brochure, house, section and theme, or nothing");
        return STATUS_USAGE;
    }
    struct str_builder text = str_builder_in(arena);
    json_schema_write(schema, &text);
    return print_output(str_built(&text), STATUS_DONE);
}
