#include "pipeline/file_build.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "model/press_settings.h"
#include "pipeline/editions.h"
#include "pipeline/handover.h"
#include "pipeline/outputs.h"
#include "pipeline/resolution.h"

#include <string.h>

struct built_edition {
    struct str name;
    enum edition_kind kind;
    struct str path;
    struct str bytes;
    size_t pages;     // 0: text
    size_t resampled; // pictures
    uint32_t resolution;
    uint64_t nanoseconds;
    struct manifest_edition told;
    struct handover_file beside[HANDOVER_FILES];
    size_t beside_count;
    bool written;
};

struct file_job {
    struct job job;
    const struct batch_options *options;
    struct {
        struct built_edition *items;
        size_t count;
        size_t capacity;
    } editions;
    uint64_t started;
};

// Text is made without a theme and without fonts.
static bool theme_found(struct job *job, const struct edition *edition)
{
    return edition->kind == EDITION_TEXT || job_theme(job, edition);
}

static bool hand_over(struct file_job *file, const struct edition *edition,
                      struct built_edition *built)
{
    struct handover_job handover = {edition, file->job.pages, built->path, built->bytes};
    if (!file->options->handover || !edition_is_for_press(edition->kind))
        return true;
    built->beside_count = HANDOVER_FILES;
    return handover_make(&file->job, &handover, built->beside);
}

// The first edition's time includes reading the file.
static bool build_edition(struct file_job *file, const struct edition *edition)
{
    struct job *job = &file->job;
    struct built_edition built = {
        .name = edition->name, .kind = edition->kind, .resolution = edition_resolution(edition)};
    if (!job_model(job, edition) || !theme_found(job, edition) ||
        !job_build(job, edition, &built.bytes, &built.pages))
        return false;
    built.resampled = job->resampled;
    built.path = output_path(&job->arena, job->path, file->options->output, edition);
    if (!hand_over(file, edition, &built))
        return false;
    built.told = (struct manifest_edition){*edition,
                                           built.path,
                                           built.bytes,
                                           job->pages,
                                           job_standards(job, edition),
                                           job_seals(job, edition)};
    built.nanoseconds = clock_nanoseconds() - file->started;
    file->started = clock_nanoseconds();
    *VEC_PUSH(&job->arena, &file->editions) = built;
    return true;
}

// Checks the content as each edition has it; of none, where none can be built, as the first has it.
static bool check_all(struct job *job, const struct editions *editions)
{
    bool good = editions->count > 0 || job_model(job, NULL);
    for (size_t i = 0; i < editions->count; i++)
        good = job_model(job, &editions->items[i]) && theme_found(job, &editions->items[i]) && good;
    return good;
}

static bool build_all(struct file_job *file)
{
    struct job *job = &file->job;
    struct editions editions;
    if (!job_read(job))
        return false;
    bool good =
        editions_select(job, file->options->editions, file->options->edition_count, &editions);
    good = check_all(job, &editions) && good;
    for (size_t i = 0; good && i < editions.count; i++)
        good = build_edition(file, &editions.items[i]);
    return good && job->diags.error_count == 0;
}

static bool two_of_one_name(struct file_job *file)
{
    struct map names = {0};
    for (size_t i = 0; i < file->editions.count; i++) {
        struct built_edition *edition = &file->editions.items[i];
        if (map_add(&file->job.arena, &names, edition->path, edition) != edition)
            return true;
    }
    return false;
}

// An ending that was named says what the file is.
static const struct built_edition *find_misnamed(const struct file_job *file)
{
    for (size_t i = 0; i < file->editions.count; i++) {
        const struct built_edition *edition = &file->editions.items[i];
        struct str other = edition->kind == EDITION_TEXT ? STR(".pdf") : STR(".txt");
        if (str_ends_with(edition->path, other))
            return edition;
    }
    return NULL;
}

static void add_result_line(const struct built_edition *edition, struct str_builder *out)
{
    str_addf(out, "%.*s  %.*s  ", STR_ARGS(edition->path), STR_ARGS(edition->name));
    if (edition->pages > 0)
        str_addf(out, "%zu page%s  ", edition->pages, edition->pages == 1 ? "" : "s");
    str_addf(out, "%zu.%zu KB  ", edition->bytes.len / 1024, edition->bytes.len % 1024 * 10 / 1024);
    str_add_uint(out, edition->nanoseconds / 1000000);
    str_add(out, STR(" ms"));
    if (edition->resampled > 0)
        str_addf(out, "  %zu picture%s resampled to %u ppi", edition->resampled,
                 edition->resampled == 1 ? "" : "s", (unsigned)edition->resolution);
    str_add_byte(out, '\n');
}

static bool make_folder(struct job *job, struct str folder)
{
    int error = file_make_folder(&job->arena, str_cstr(&job->arena, folder));
    if (error == 0)
        return true;
    diag_add(&job->diags, DIAG_FILE_UNWRITABLE, (struct span){0}, "cannot make the folder %.*s: %s",
             STR_ARGS(folder), strerror(error));
    job->file_failed = true;
    return false;
}

static bool write_edition(struct file_job *file, const struct built_edition *edition,
                          struct str_builder *out)
{
    if (str_equal(edition->path, STR("-"))) {
        str_add(out, edition->bytes);
        return true;
    }
    if (!make_folder(&file->job, path_folder(edition->path)) ||
        !job_write(&file->job, edition->path, edition->bytes))
        return false;
    for (size_t i = 0; i < edition->beside_count; i++)
        if (!job_write(&file->job, edition->beside[i].path, edition->beside[i].bytes))
            return false;
    if (!file->options->quiet)
        add_result_line(edition, out);
    return true;
}

static void add_make_name(struct str_builder *rule, struct str path)
{
    for (size_t i = 0; i < path.len; i++) {
        if (path.data[i] == ' ' || path.data[i] == '#' || path.data[i] == '\\')
            str_add_byte(rule, '\\');
        if (path.data[i] == '$')
            str_add_byte(rule, '$');
        str_add_byte(rule, path.data[i]);
    }
}

// The families and every face that was opened.
static void add_fonts(struct file_job *file, struct str_builder *rule)
{
    const struct typesetter *typesetter = file->job.run->typesetter;
    if (file->job.families.len == 0)
        return; // all is text
    str_add(rule, STR(" \\\n  "));
    add_make_name(rule, file->job.families);
    for (size_t i = 0; i < typesetter_face_count(typesetter); i++) {
        str_add(rule, STR(" \\\n  "));
        add_make_name(rule, typesetter_face_at(typesetter, i)->path);
    }
}

// "outputs: inputs": the brochure, its theme and the fonts.
static struct str dependency_rule(struct file_job *file)
{
    struct job *job = &file->job;
    struct str_builder rule = str_builder_in(&job->arena);
    for (size_t i = 0; i < file->editions.count; i++) {
        if (i > 0)
            str_add_byte(&rule, ' ');
        add_make_name(&rule, file->editions.items[i].path);
    }
    str_add_byte(&rule, ':');
    for (size_t i = 0; i < job->files.inputs.count; i++) {
        str_add(&rule, STR(" \\\n  "));
        add_make_name(&rule, job->files.inputs.items[i].path);
    }
    add_fonts(file, &rule);
    str_add_byte(&rule, '\n');
    return str_built(&rule);
}

static enum status write_all(struct file_job *file, bool built, struct str_builder *out,
                             struct str_builder *errors)
{
    const struct diags *diags = &file->job.diags;
    if (!built)
        return file->job.file_failed ? STATUS_SYSTEM : STATUS_CONTENT;
    if (two_of_one_name(file)) {
        str_addf(errors, "brochure: error: two editions of %.*s would be written to one file\n",
                 STR_ARGS(file->job.path));
        return STATUS_USAGE;
    }
    const struct built_edition *misnamed = find_misnamed(file);
    if (misnamed) {
        str_addf(errors, "brochure: error: the edition %.*s is %s and cannot be %.*s\n",
                 STR_ARGS(misnamed->name), misnamed->kind == EDITION_TEXT ? "text" : "PDF",
                 STR_ARGS(misnamed->path));
        return STATUS_USAGE;
    }
    if (file->options->fail_on_warning && diags->warning_count > 0)
        return STATUS_WARNINGS;
    for (size_t i = 0; i < file->editions.count; i++) {
        if (!write_edition(file, &file->editions.items[i], out))
            return STATUS_SYSTEM;
        file->editions.items[i].written = true;
    }
    return STATUS_DONE;
}

// What the manifest says of the file: only what was written.
static struct manifest_part tell(struct file_job *file, enum status status)
{
    struct job *job = &file->job;
    struct manifest_file told = {.status = (int)status};
    if (file->options->manifest_folder.len == 0)
        return (struct manifest_part){0};
    struct manifest_edition *editions =
        ARENA_ARRAY(&job->arena, struct manifest_edition, file->editions.count);
    for (size_t i = 0; i < file->editions.count; i++)
        if (file->editions.items[i].written)
            editions[told.edition_count++] = file->editions.items[i].told;
    told.editions = editions;
    return manifest_part(job, file->options->manifest_folder, &told);
}

enum status file_build(struct run *run, struct str path, const struct batch_options *options,
                       const struct batch_sink *sink)
{
    struct file_job file = {.options = options, .started = clock_nanoseconds()};
    job_init(&file.job, run, path);
    struct str_builder out = str_builder_in(&file.job.arena);
    struct str_builder errors = str_builder_in(&file.job.arena);
    enum status status = write_all(&file, build_all(&file), &out, &errors);
    diags_sort(&file.job.diags);
    diags_write(&file.job.diags, options->diag_format, options->color, &errors);
    struct batch_report report = {
        .status = status,
        .output = str_built(&out),
        .errors = str_built(&errors),
        .rule = status == STATUS_DONE ? dependency_rule(&file) : (struct str){0},
        .part = tell(&file, status),
    };
    sink->take(sink->context, &report);
    job_release(&file.job);
    return status;
}
