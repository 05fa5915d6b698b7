#include "text/reduced.h"

#include "base/file.h"

// Where the distribution's packages put their fonts (Filesystem Hierarchy Standard 3.0, 4.11).
static const struct str system_fonts = STR_INIT("/usr/share/fonts");

struct str family_face_path(struct arena *arena, const struct family *family,
                            const struct family_face *face)
{
    return path_join(arena, path_join(arena, system_fonts, family->folder), face->file);
}

struct str reduced_path(struct arena *arena, struct str folder, struct str file, size_t whole_size)
{
    struct str name = str_format(arena, "%zu-%.*s", whole_size, STR_ARGS(file));
    return path_join(arena, folder, name);
}
