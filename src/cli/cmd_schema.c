#include "cli/commands.h"
#include "model/json_schema.h"

enum status cmd_schema(struct arena *arena, const struct args *args)
{
    if (args->operand_count > 0) {
        args_complain("schema takes no file");
        return STATUS_USAGE;
    }
    struct str_builder text = str_builder_in(arena);
    json_schema_write(&text);
    return print_output(str_built(&text), STATUS_DONE);
}
