#include "model/files.h"

#include "base/file.h"
#include "input/yaml.h"

#include <errno.h>
#include <string.h>

// A file of which the bytes are here.
struct content {
    struct str bytes;
    struct source *source; // made when it is first read as text
};

void files_init(struct files *files, struct arena *arena, struct sources *sources,
                struct diags *diags)
{
    *files = (struct files){.arena = arena, .sources = sources, .diags = diags};
}

static int folder_at(struct arena *arena, struct str named, struct file_folder *out)
{
    out->named = named;
    return file_resolve(arena, str_cstr(arena, named), &out->canonical);
}

static bool lies_in(struct str path, struct str folder)
{
    if (str_equal(folder, STR("/")) || str_equal(path, folder))
        return true;
    return str_starts_with(path, folder) && path.data[folder.len] == '/';
}

// The name of the folder above one, as far as text alone can say it.
static struct str named_above(struct arena *arena, struct str named)
{
    if (str_equal(named, STR(".")))
        return STR("..");
    if (str_equal(path_name(named), STR("..")) || str_ends_with(named, STR("/")))
        return path_join(arena, named, STR(".."));
    return path_folder(named);
}

// A name that goes through a link is not above what it names: the canonical one is then.
static struct str name_of(struct arena *arena, struct str named, struct str canonical)
{
    struct str resolved;
    int error = file_resolve(arena, str_cstr(arena, named), &resolved);
    return error == 0 && str_equal(resolved, canonical) ? named : canonical;
}

// Looks in the brochure's folder and in those above it that lie in `highest`.
static bool find_house(struct files *files, struct str highest, struct file_folder *out)
{
    struct arena *arena = files->arena;
    struct str named = files->folder.named;
    for (struct str at = files->folder.canonical; lies_in(at, highest); at = path_folder(at)) {
        if (file_is_regular(str_cstr(arena, path_join(arena, at, STR("house.yaml"))))) {
            *out = (struct file_folder){name_of(arena, named, at), at};
            files->house = path_join(arena, out->named, STR("house.yaml"));
            return true;
        }
        if (str_equal(at, STR("/")))
            return false;
        named = named_above(arena, named);
    }
    return false;
}

int files_settle(struct files *files, struct str path, struct str root)
{
    bool from_input = str_equal(path, STR("-"));
    struct str folder = from_input ? STR(".") : path_folder(path);
    struct file_folder house;
    int error = folder_at(files->arena, folder, &files->folder);
    if (error != 0)
        return error;
    files->root = files->folder;
    if (root.len > 0) {
        error = folder_at(files->arena, root, &files->root);
        if (error == 0)
            find_house(files, files->root.canonical, &house);
    } else if (find_house(files, STR("/"), &house)) {
        files->root = house;
    }
    return error;
}

void files_add_input(struct files *files, struct str path, struct str bytes)
{
    *VEC_PUSH(files->arena, &files->inputs) = (struct input_file){path, bytes};
}

void files_add_source(struct files *files, const struct source *source)
{
    while (files->from.count <= source->file)
        *VEC_PUSH(files->arena, &files->from) = (struct file_folder){0};
    struct file_folder *from = &files->from.items[source->file];
    if (folder_at(files->arena, path_folder(source->path), from) != 0)
        *from = (struct file_folder){0};
}

static const struct file_folder *folder_of(const struct files *files, uint32_t file)
{
    if (file < files->from.count && files->from.items[file].canonical.len > 0)
        return &files->from.items[file];
    return &files->folder;
}

bool files_hold(const struct files *files, uint32_t file)
{
    return lies_in(folder_of(files, file)->canonical, files->root.canonical);
}

// Takes "." and ".." out of an absolute path, by text alone.
static struct str tidy(struct arena *arena, struct str path)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < path.len;) {
        size_t end = str_find_byte(path, '/', at);
        struct str part = str_slice(path, at, end);
        at = end + 1;
        if (part.len == 0 || str_equal(part, STR(".")))
            continue;
        if (!str_equal(part, STR(".."))) {
            str_add_byte(&out, '/');
            str_add(&out, part);
            continue;
        }
        while (out.len > 0 && out.data[--out.len] != '/')
            continue;
    }
    return out.len > 0 ? str_built(&out) : STR("/");
}

static bool report_outside(struct files *files, struct str name, struct span span)
{
    diag_add(files->diags, DIAG_PATH_OUTSIDE, span, "`%.*s` leads out of the root", STR_ARGS(name));
    diag_hint(files->diags, "nothing outside the folder of house.yaml, else of the brochure, is "
                            "read; --root DIR names a wider one");
    return false;
}

static bool report_unreadable(struct files *files, struct span span, struct str path, int error)
{
    const char *reason = error == EINVAL ? "it is a pipe or a device" : strerror(error);
    diag_add(files->diags, DIAG_FILE_UNREADABLE, span, "cannot read %.*s: %s", STR_ARGS(path),
             reason);
    return false;
}

bool files_find(struct files *files, struct str name, struct span span, struct named_file *out)
{
    struct arena *arena = files->arena;
    const struct file_folder *folder = folder_of(files, span.file);
    if (memchr(name.data, 0, name.len))
        return report_unreadable(files, span, STR("this file"), ENOENT);
    out->path = path_join(arena, folder->named, name);
    // First by text: whether a file outside is there is not to be told.
    out->opened = tidy(arena, path_join(arena, folder->canonical, name));
    if (files->root.canonical.len == 0 || !lies_in(out->opened, files->root.canonical))
        return report_outside(files, name, span);
    struct str resolved;
    if (file_resolve(arena, str_cstr(arena, out->opened), &resolved) == 0)
        out->opened = resolved;
    return lies_in(out->opened, files->root.canonical) || report_outside(files, name, span);
}

// Folders are listed for a bounded number of slips only.
static void hint_missing(struct files *files, const struct named_file *file)
{
    enum { MOST_NEAR_SEARCHES = 20 };
    const struct str *names;
    if (files->near_searches++ < MOST_NEAR_SEARCHES) {
        const char *folder = str_cstr(files->arena, path_folder(file->opened));
        size_t count = file_list(files->arena, folder, STR(""), &names);
        if (diag_hint_near(files->diags, path_name(file->opened), names, count))
            return;
    }
    diag_hint(files->diags, "names of files count from the folder of the file that they stand in");
}

static int read_content(struct files *files, const struct named_file *file, size_t limit,
                        struct content **out)
{
    *out = map_find(&files->contents, file->opened);
    if (*out)
        return (*out)->bytes.len > limit ? EFBIG : 0;
    const char *path = str_cstr(files->arena, file->opened);
    if (file_is_folder(path))
        return EISDIR;
    if (file_exists(path) && !file_is_regular(path))
        return EINVAL; // a pipe would be waited for
    struct content content = {0};
    int error = file_read(files->arena, path, limit, &content.bytes);
    if (error != 0)
        return error;
    *out = arena_copy(files->arena, &content, sizeof content);
    map_add(files->arena, &files->contents, file->opened, *out);
    files_add_input(files, file->path, content.bytes);
    return 0;
}

static struct content *find_content(struct files *files, struct str name, struct span span,
                                    size_t limit, struct named_file *file)
{
    struct content *content;
    if (!files_find(files, name, span, file))
        return NULL;
    int error = read_content(files, file, limit, &content);
    if (error == 0)
        return content;
    if (error != EFBIG) {
        report_unreadable(files, span, file->path, error);
        if (error == ENOENT)
            hint_missing(files, file);
        return NULL;
    }
    diag_add(files->diags, DIAG_FILE_TOO_LARGE, span, "%.*s is larger than %zu MiB",
             STR_ARGS(file->path), limit >> 20);
    return NULL;
}

bool files_read(struct files *files, const struct node *scalar, size_t limit, struct str *bytes)
{
    struct named_file file;
    struct content *content = find_content(files, scalar->text, scalar->span, limit, &file);
    if (content)
        *bytes = content->bytes;
    return content != NULL;
}

const void **files_made(struct files *files, struct str bytes)
{
    const char **place = arena_copy(files->arena, &bytes.data, sizeof bytes.data);
    const struct str key = {(const char *)place, sizeof *place};
    return map_add(files->arena, &files->made, key, ARENA_NEW(files->arena, const void *));
}

struct source *files_read_source(struct files *files, struct str name, struct span span)
{
    struct named_file file;
    struct content *content = find_content(files, name, span, yaml_limits_default.bytes, &file);
    if (!content)
        return NULL;
    if (!content->source) {
        content->source = sources_add(files->sources, file.path, content->bytes);
        files_add_source(files, content->source);
    }
    return content->source;
}
