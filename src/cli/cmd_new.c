#include "base/file.h"
#include "cli/commands.h"
#include "diag/terminal.h"
#include "model/json_schema.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

// A file of a new house; folders are made as their first files are.
struct new_file {
    struct str path; // within the new folder
    struct str text;
};

static const struct new_file templates[] = {
#include "cli/templates.inc" // made by scripts/embed
};

enum { TEMPLATES = sizeof templates / sizeof templates[0], FILES = TEMPLATES + JSON_SCHEMA_COUNT };

// The schemas are written beside the brochures, where editors find it on every machine that has
// them.
static void list_files(struct arena *arena, struct new_file files[FILES])
{
    memcpy(files, templates, sizeof templates);
    for (enum json_schema schema = 0; schema < JSON_SCHEMA_COUNT; schema++) {
        struct str_builder text = str_builder_in(arena);
        json_schema_write(schema, &text);
        files[TEMPLATES + schema] = (struct new_file){
            str_format(arena, "schema/%.*s.schema.json", STR_ARGS(json_schema_name(schema))),
            str_built(&text)};
    }
}

static int write_new(struct arena *arena, struct str path, struct str text)
{
    int error = file_make_folder(arena, str_cstr(arena, path_folder(path)));
    return error ? error : file_write(arena, str_cstr(arena, path), text);
}

// Takes away what was written; remove() leaves a folder that has something else in it.
static void remove_new(struct arena *arena, struct str folder, const struct new_file *files,
                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        (void)remove(str_cstr(arena, path_join(arena, folder, files[i].path)));
    for (size_t i = 0; i < count; i++) {
        struct str path = path_join(arena, folder, files[i].path);
        if (str_find_byte(files[i].path, '/', 0) < files[i].path.len)
            (void)remove(str_cstr(arena, path_folder(path)));
    }
}

static bool write_all(struct arena *arena, struct str folder, const struct new_file files[FILES])
{
    struct stat status;
    bool was_there = lstat(str_cstr(arena, folder), &status) == 0; // a link to nothing stays, too
    for (size_t i = 0; i < FILES; i++) {
        struct str path = path_join(arena, folder, files[i].path);
        int error = write_new(arena, path, files[i].text);
        if (!error)
            continue;
        struct str_builder shown = str_builder_in(arena);
        terminal_add(&shown, path);
        print_errors(str_format(arena, "brochure: error: cannot write %.*s: %s\n",
                                STR_ARGS(str_built(&shown)), strerror(error)));
        remove_new(arena, folder, files, i + 1);
        if (!was_there)
            (void)remove(str_cstr(arena, folder));
        return false;
    }
    return true;
}

static bool is_free(struct arena *arena, struct str folder)
{
    const char *path = str_cstr(arena, folder);
    const struct str *names;
    if (file_exists(path) && !file_is_folder(path)) {
        args_complain("%s is there already, and is no folder", path);
        return false;
    }
    if (file_list(arena, path, STR(""), &names) > 0) {
        args_complain("%s is not empty: new files go into a folder of their own", path);
        return false;
    }
    return true;
}

enum status cmd_new(struct arena *arena, const struct args *args)
{
    if (args->operand_count != 1 || args->operands[0].len == 0) {
        args_complain("new wants the folder that it is to fill");
        return STATUS_USAGE;
    }
    struct str folder = args->operands[0];
    struct new_file files[FILES];
    list_files(arena, files);
    if (!is_free(arena, folder))
        return STATUS_USAGE;
    if (!write_all(arena, folder, files))
        return STATUS_SYSTEM;
    struct str_builder text = str_builder_in(arena);
    for (size_t i = 0; !args->quiet && i < FILES; i++) {
        terminal_add(&text, path_join(arena, folder, files[i].path));
        str_add_byte(&text, '\n');
    }
    if (!args->quiet) {
        str_add(&text, STR("Next: brochure build "));
        terminal_add(&text, path_join(arena, folder, STR("first-visit.yaml")));
        str_add_byte(&text, '\n');
    }
    return print_output(str_built(&text), STATUS_DONE);
}
