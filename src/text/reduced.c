#include "text/reduced.h"

#include "base/file.h"

struct str reduced_path(struct arena *arena, struct str folder, struct str file, size_t whole_size)
{
    struct str name = str_format(arena, "%zu-%.*s", whole_size, STR_ARGS(file));
    return path_join(arena, folder, name);
}
