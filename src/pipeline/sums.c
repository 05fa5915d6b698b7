#include "pipeline/sums.h"

void sums_add(struct str_builder *out, struct str digits, struct str name)
{
    struct str_builder escaped = str_builder_in(out->arena);
    for (size_t i = 0; i < name.len; i++) {
        switch (name.data[i]) {
        case '\\': str_add(&escaped, STR("\\\\")); break;
        case '\n': str_add(&escaped, STR("\\n")); break;
        case '\r': str_add(&escaped, STR("\\r")); break;
        default: str_add_byte(&escaped, name.data[i]);
        }
    }
    str_addf(out, "%s%.*s  ", escaped.len > name.len ? "\\" : "", STR_ARGS(digits));
    str_add(out, str_built(&escaped));
    str_add_byte(out, '\n');
}
