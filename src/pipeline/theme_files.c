#include "pipeline/theme_files.h"

#include "base/file.h"
#include "input/yaml.h"
#include "model/language.h"
#include "model/theme_extend.h"

#include <errno.h>

// Longer chains than a house, a clinic in it and a series of that clinic's need, with what the
// program's themes are made of.
enum { MOST_LAYERS = 9 };

struct theme_layer {
    struct str name; // as it was named
    struct str path;
    struct span span; // that names it
    const struct node *root;
};

struct theme_chain {
    struct job *job;
    struct theme_layer layers[MOST_LAYERS]; // the theme, its base, its base's base
    size_t count;
};

// where they are

// What themes are made of, in a folder beside them, is found by its name too.
static bool is_path(struct str theme)
{
    const struct str parts = STR_INIT("parts/");
    size_t name = str_starts_with(theme, parts) ? parts.len : 0;
    return str_find_byte(theme, '/', name) < theme.len || str_ends_with(theme, STR(".yaml"));
}

static struct str own_folder(struct job *job)
{
    return path_join(&job->arena, job->files.root.named, STR("themes"));
}

static struct str folder_of(struct job *job, struct span span)
{
    struct source *source = sources_find(&job->sources, span.file);
    return source ? path_folder(source->path) : STR(".");
}

// The file of a name in the root's themes/, which must lie in the root itself; else among the
// program's own.
static bool find_name(struct job *job, struct str theme, struct span span, struct str *out)
{
    struct str name = str_format(&job->arena, "%.*s.yaml", STR_ARGS(theme));
    *out = path_join(&job->arena, own_folder(job), name);
    if (!file_exists(str_cstr(&job->arena, *out))) {
        *out = path_join(&job->arena, job->run->options.places.themes, name);
        return true;
    }
    struct named_file file;
    struct str themes = path_join(&job->arena, job->files.root.canonical, STR("themes"));
    return files_find(&job->files, path_join(&job->arena, themes, name), span, &file);
}

// A path of the content keeps to the root; one of the command line may lead anywhere, and from
// there on, too. Returns false with a diagnostic.
static bool find_file(struct job *job, struct str theme, struct span span, struct str *out)
{
    if (!is_path(theme))
        return find_name(job, theme, span, out);
    if (span.file == 0 || !files_hold(&job->files, span.file)) {
        *out = path_join(&job->arena, folder_of(job, span), theme);
        return true;
    }
    struct named_file file;
    bool found = files_find(&job->files, theme, span, &file);
    *out = file.path;
    return found;
}

size_t theme_files_list(struct job *job, const struct theme_file **out)
{
    struct arena *arena = &job->arena;
    const struct str folders[] = {own_folder(job), job->run->options.places.themes};
    const struct str *names[2];
    size_t counts[2], count = 0;
    for (size_t i = 0; i < 2; i++)
        counts[i] = file_list(arena, str_cstr(arena, folders[i]), STR(".yaml"), &names[i]);
    struct theme_file *files = ARENA_ARRAY(arena, struct theme_file, counts[0] + counts[1]);
    for (size_t i = 0; i < 2; i++) {
        for (size_t j = 0; j < counts[i]; j++) {
            struct theme_file *file = &files[count++];
            *file = (struct theme_file){
                path_stem(names[i][j]), path_join(arena, folders[i], names[i][j]), {0}};
            for (size_t k = 0; i > 0 && k < counts[0]; k++)
                if (str_equal(files[k].name, file->name))
                    file->hidden_by = files[k].path;
        }
    }
    *out = files;
    return count;
}

// faults

// The names that could have been meant: paths of the same folder, or the names of all themes.
static size_t near_names(struct job *job, const struct theme_layer *layer, struct str **out)
{
    struct arena *arena = &job->arena;
    const struct theme_file *files;
    const struct str *listed;
    if (!is_path(layer->name)) {
        size_t count = theme_files_list(job, &files);
        *out = ARENA_ARRAY(arena, struct str, count);
        for (size_t i = 0; i < count; i++)
            (*out)[i] = files[i].name;
        return count;
    }
    const char *folder = str_cstr(arena, path_folder(layer->path));
    size_t count = file_list(arena, folder, STR(".yaml"), &listed);
    *out = ARENA_ARRAY(arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        (*out)[i] = path_join(arena, path_folder(layer->name), listed[i]);
    return count;
}

static void report_unknown(struct job *job, const struct theme_layer *layer)
{
    struct str name = layer->name;
    struct str *names;
    size_t count = near_names(job, layer, &names);
    diag_add(&job->diags, DIAG_THEME_UNKNOWN, layer->span, "there is no theme `%.*s`",
             STR_ARGS(name));
    if (diag_hint_near(&job->diags, name, names, count))
        return;
    if (is_path(name))
        diag_hint(&job->diags, "looked for the file from the folder %.*s",
                  STR_ARGS(folder_of(job, layer->span)));
    else
        diag_hint(&job->diags,
                  "looked for %.*s/%.*s.yaml, then among the program's own themes, such as "
                  "`clinic`",
                  STR_ARGS(own_folder(job)), STR_ARGS(name));
}

static struct str names_of(struct theme_chain *chain, size_t first)
{
    struct str_builder names = str_builder_in(&chain->job->arena);
    for (size_t i = first; i < chain->count; i++)
        str_addf(&names, "`%.*s`, ", STR_ARGS(chain->layers[i].name));
    return str_built(&names);
}

// A theme that takes the name of one of the program's hides it, from itself too.
static void report_way_out(struct job *job, struct str name, bool itself)
{
    struct str file = str_format(&job->arena, "%.*s.yaml", STR_ARGS(name));
    struct str path = path_join(&job->arena, job->run->options.places.themes, file);
    if (itself && !is_path(name) && file_exists(str_cstr(&job->arena, path)))
        diag_hint(&job->diags, "to extend the program's `%.*s`, give this file another name",
                  STR_ARGS(name));
    else
        diag_hint(&job->diags, "let one of them extend another theme, or none");
}

// Whether a base may be read: it is none of those that extend it, and there are not too many.
static bool check_chain(struct theme_chain *chain, const struct theme_layer *base)
{
    struct job *job = chain->job;
    const char *path = str_cstr(&job->arena, base->path);
    for (size_t i = 0; i < chain->count; i++) {
        if (!file_is_same(str_cstr(&job->arena, chain->layers[i].path), path))
            continue;
        diag_add(&job->diags, DIAG_THEME_CHAIN, base->span,
                 "themes that extend each other in a circle: %.*s`%.*s`",
                 STR_ARGS(names_of(chain, i)), STR_ARGS(base->name));
        report_way_out(job, base->name, i + 1 == chain->count);
        return false;
    }
    if (chain->count < MOST_LAYERS)
        return true;
    diag_add(&job->diags, DIAG_THEME_CHAIN, base->span,
             "more than %d themes that extend one another", MOST_LAYERS);
    diag_hint(&job->diags, "lay some of them together in one file");
    return false;
}

// reading

// Only the command line may name a pipe, which would be waited for.
static int read_file(struct job *job, const struct theme_layer *layer, struct str *bytes)
{
    const char *path = str_cstr(&job->arena, layer->path);
    if (layer->span.file != 0 && file_exists(path) && !file_is_regular(path))
        return file_is_folder(path) ? EISDIR : EINVAL;
    return job_read_file(job, layer->path, bytes);
}

static bool read_tree(struct job *job, struct theme_layer *layer)
{
    struct str bytes;
    int error = read_file(job, layer, &bytes);
    if (error != 0 && layer->span.file == 0 && is_path(layer->name))
        job->file_failed = true; // the command line names the file
    if (error == ENOENT) {
        report_unknown(job, layer);
        return false;
    }
    if (error != 0) {
        job_cannot_read(job, layer->span, layer->path, error);
        return false;
    }
    struct source *source = sources_add(&job->sources, layer->path, bytes);
    files_add_source(&job->files, source);
    return yaml_read(&job->arena, source, &yaml_limits_default, &job->diags, &layer->root);
}

// Reads a layer after the others; `extends` is what it names as its base.
static bool read_layer(struct theme_chain *chain, struct str name, struct span span,
                       const struct node **extends)
{
    struct job *job = chain->job;
    struct theme_layer layer = {.name = name, .span = span};
    *extends = NULL;
    if (!find_file(job, name, span, &layer.path) || !check_chain(chain, &layer) ||
        !read_tree(job, &layer))
        return false;
    bool good = theme_read_head(&job->arena, layer.root, &job->diags, extends);
    if (layer.root->kind == NODE_MAPPING)
        chain->layers[chain->count++] = layer;
    return good;
}

// Whether a fault may be there only because a base, or some lines, could not be read.
static bool may_follow(enum diag_code code)
{
    return code == DIAG_KEY_MISSING || code == DIAG_COLOR_UNKNOWN || code == DIAG_FONT_UNKNOWN;
}

static bool decode(struct theme_chain *chain, struct diags *diags, struct theme_found *out)
{
    struct job *job = chain->job;
    const struct typesetter *typesetter = job->run->typesetter;
    out->root = chain->layers[chain->count - 1].root;
    for (size_t i = chain->count - 1; i-- > 0;)
        out->root = theme_laid_over(&job->arena, out->root, chain->layers[i].root);
    struct theme_tree tree = {
        .name = chain->layers[0].name,
        .root = out->root,
        .families = typesetter ? typesetter_families(typesetter) : NULL,
    };
    if (job->brochure) {
        tree.script = language_script(job->brochure->language);
        tree.size = job->brochure->page.size_key;
        tree.kinds = job->kinds;
        tree.few_inks = job->few_inks;
        tree.spot = job->spot;
        tree.is_small = job->brochure->page.is_small;
    }
    return theme_set_decode(&job->arena, &tree, diags, &out->themes);
}

bool theme_files_read(struct job *job, struct str name, struct span span, struct theme_found *out)
{
    struct theme_chain chain = {.job = job};
    const struct node *extends;
    size_t errors_before = job->diags.error_count;
    bool whole = read_layer(&chain, name, span, &extends);
    while (whole && extends)
        whole = read_layer(&chain, extends->text, extends->span, &extends);
    if (chain.count > 0 && whole && !job_has_syntax_fault(job)) {
        decode(&chain, &job->diags, out);
    } else if (chain.count > 0) {
        struct diags found;
        diags_init(&found, &job->arena, &job->sources);
        decode(&chain, &found, out);
        job_pass_on(job, &found, may_follow);
    }
    return job->diags.error_count == errors_before;
}
