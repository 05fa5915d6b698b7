#include "pipeline/places.h"

#include "base/file.h"

#include <unistd.h>

enum { PATH_LONGEST = 4096 };

static struct str program_path(struct arena *arena, const char *program)
{
    char path[PATH_LONGEST];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || (size_t)length >= sizeof path)
        return str_from(program);
    return str_copy(arena, (struct str){path, (size_t)length});
}

static struct places checkout_places(struct arena *arena, struct str variant, struct str root)
{
    return (struct places){
        .themes = path_join(arena, root, STR("content/themes")),
        .families = path_join(arena, root, STR("fonts/families.yaml")),
        .hyphenation = path_join(arena, variant, STR("hyphen")),
        .faces = path_join(arena, variant, STR("faces")),
    };
}

struct places places_find(struct arena *arena, const char *program)
{
    struct str folder = path_folder(program_path(arena, program));
    struct str build = path_folder(folder);
    if (str_equal(path_name(build), STR("build")) &&
        str_equal(path_name(path_folder(build)), STR("out")))
        return checkout_places(arena, folder, path_folder(path_folder(build)));
    struct str share = path_join(arena, path_folder(folder), STR("share/brochure"));
    return (struct places){
        .themes = path_join(arena, share, STR("themes")),
        .families = path_join(arena, share, STR("fonts/families.yaml")),
        .hyphenation = path_join(arena, share, STR("hyphen")),
    };
}
