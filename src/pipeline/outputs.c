#include "pipeline/outputs.h"

#include "base/file.h"
#include "base/map.h"

static bool names_folder(struct arena *arena, struct str output)
{
    return str_ends_with(output, STR("/")) || file_is_folder(str_cstr(arena, output)) ||
           !(str_ends_with(output, STR(".pdf")) || str_ends_with(output, STR(".txt")));
}

static struct str stem_of(struct str source)
{
    return str_equal(source, STR("-")) ? STR("brochure") : path_stem(source);
}

static struct str file_name(struct arena *arena, struct str source, const struct edition *edition)
{
    bool text = edition->kind == EDITION_TEXT;
    bool plain = str_equal(edition->name, text ? STR("text") : STR("screen"));
    struct str stem = stem_of(source);
    struct str ending = text ? STR("txt") : STR("pdf");
    if (plain)
        return str_format(arena, "%.*s.%.*s", STR_ARGS(stem), STR_ARGS(ending));
    return str_format(arena, "%.*s-%.*s.%.*s", STR_ARGS(stem), STR_ARGS(edition->name),
                      STR_ARGS(ending));
}

struct str output_path(struct arena *arena, struct str source, struct str output,
                       const struct edition *edition)
{
    if (output.len > 0 && (str_equal(output, STR("-")) || !names_folder(arena, output)))
        return output;
    struct str folder = output.len > 0 ? output : path_folder(source);
    return path_join(arena, folder, file_name(arena, source, edition));
}

struct output_clash outputs_clash(struct arena *scratch, const struct str *sources, size_t count,
                                  struct str output)
{
    static const struct edition screen = {.name = STR_INIT("screen"), .kind = EDITION_SCREEN};
    struct map seen = {0};
    size_t *indices = ARENA_ARRAY(scratch, size_t, count);
    for (size_t i = 0; i < count; i++) {
        indices[i] = i;
        struct str path = output_path(scratch, sources[i], output, &screen);
        const size_t *earlier = map_add(scratch, &seen, path, &indices[i]);
        if (*earlier != i)
            return (struct output_clash){true, *earlier, i};
    }
    return (struct output_clash){0};
}
