#include "pipeline/pipeline.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/vec.h"
#include "input/yaml.h"
#include "layout/layout.h"
#include "model/includes.h"
#include "model/press_settings.h"
#include "model/theme_scaled.h"
#include "page/page_check.h"
#include "pdf/pdf.h"
#include "pipeline/press.h"
#include "pipeline/press_pages.h"
#include "pipeline/resolution.h"
#include "pipeline/theme_files.h"
#include "plain/plain.h"
#include "preflight/contrast.h"

#include <errno.h>
#include <string.h>

const char *stage_name(enum stage stage)
{
    switch (stage) {
    case STAGE_READ: return "read";
    case STAGE_MODEL: return "model";
    case STAGE_THEME: return "theme";
    case STAGE_LAYOUT: return "layout";
    case STAGE_PRESS: return "press";
    case STAGE_PDF: return "pdf";
    case STAGE_TEXT: return "text";
    case STAGE_WRITE: return "write";
    case STAGE_COUNT: break;
    }
    return "";
}

bool run_timed(struct run *run, enum stage stage, uint64_t start, bool result)
{
    run->nanoseconds[stage] += clock_nanoseconds() - start;
    return result;
}

void run_init(struct run *run, const struct run_options *options)
{
    *run = (struct run){.options = *options};
    arena_init(&run->arena);
}

void run_release(struct run *run)
{
    for (size_t i = 0; i < run->typesetters.count; i++)
        typesetter_close(run->typesetters.items[i].typesetter);
    arena_release(&run->arena);
}

void job_init(struct job *job, struct run *run, struct str path)
{
    *job = (struct job){.run = run, .path = path};
    arena_init(&job->arena);
    sources_init(&job->sources, &job->arena);
    diags_init(&job->diags, &job->arena, &job->sources);
    files_init(&job->files, &job->arena, &job->sources, &job->diags);
}

void job_release(struct job *job)
{
    job_presses_close(job);
    arena_release(&job->arena);
}

int job_read_file(struct job *job, struct str path, struct str *bytes)
{
    size_t limit = yaml_limits_default.bytes;
    if (str_equal(path, STR("-")))
        return file_read_standard_input(&job->arena, limit, bytes);
    int error = file_read(&job->arena, str_cstr(&job->arena, path), limit, bytes);
    if (error == 0)
        files_add_input(&job->files, path, *bytes);
    return error;
}

void job_cannot_read(struct job *job, struct span span, struct str path, int error)
{
    enum diag_code code = error == EFBIG ? DIAG_FILE_TOO_LARGE : DIAG_FILE_UNREADABLE;
    const char *reason = error == EFBIG    ? "it is larger than 16 MiB"
                         : error == EINVAL ? "it is a pipe or a device"
                                           : strerror(error);
    diag_add(&job->diags, code, span, "cannot read %.*s: %s", STR_ARGS(path), reason);
}

bool job_find_root(struct job *job)
{
    struct str root = job->run->options.root;
    int error = files_settle(&job->files, job->path, root);
    if (error == 0)
        return true;
    job_cannot_read(job, (struct span){0}, root.len > 0 ? root : path_folder(job->path), error);
    job->file_failed = true;
    return false;
}

// A house of comments alone only marks the root.
static bool says_something(struct str bytes)
{
    for (size_t start = 0; start < bytes.len;) {
        size_t end = str_find_byte(bytes, '\n', start);
        struct str line = str_trim(str_slice(bytes, start, end));
        if (line.len > 0 && line.data[0] != '#')
            return true;
        start = end + 1;
    }
    return false;
}

static bool read_house(struct job *job)
{
    struct str bytes;
    struct str path = job->files.house;
    if (path.len == 0 ||
        file_is_same(str_cstr(&job->arena, path), str_cstr(&job->arena, job->path)))
        return true;
    int error = job_read_file(job, path, &bytes);
    if (error != 0) {
        job_cannot_read(job, (struct span){0}, path, error);
        return false;
    }
    struct source *source = sources_add(&job->sources, path, bytes);
    files_add_source(&job->files, source);
    return !says_something(bytes) ||
           yaml_read(&job->arena, source, &yaml_limits_default, &job->diags, &job->house);
}

bool job_read(struct job *job)
{
    uint64_t start = clock_nanoseconds();
    struct str bytes;
    int error = job_read_file(job, job->path, &bytes);
    if (error != 0) {
        job_cannot_read(job, (struct span){0}, job->path, error);
        job->file_failed = true;
        return false;
    }
    if (!job_find_root(job))
        return false;
    struct str name = str_equal(job->path, STR("-")) ? STR("standard input") : job->path;
    struct source *source = sources_add(&job->sources, name, bytes);
    bool read = yaml_read(&job->arena, source, &yaml_limits_default, &job->diags, &job->root);
    job->house_failed = !read_house(job);
    return run_timed(job->run, STAGE_READ, start, read);
}

// Each --set value becomes a source of its own, so that a fault in it has a place.
static const struct setting *settings_of(struct job *job)
{
    const struct run_options *options = &job->run->options;
    struct setting *settings = ARENA_ARRAY(&job->arena, struct setting, options->set_count);
    for (size_t i = 0; i < options->set_count; i++) {
        struct str value = options->set_values[i];
        struct str name = str_format(&job->arena, "--set %.*s", STR_ARGS(options->set_keys[i]));
        struct source *source = sources_add(&job->sources, name, value);
        settings[i] = (struct setting){
            .key = options->set_keys[i],
            .value = value,
            .span = {source->file, 0, (uint32_t)value.len},
        };
    }
    return settings;
}

// A tab where spaces belong stops the reading like any other syntax fault.
bool job_has_syntax_fault(const struct job *job)
{
    const struct diags *diags = &job->diags;
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].code == DIAG_YAML_SYNTAX || diags->items[i].code == DIAG_YAML_TAB)
            return true;
    return false;
}

// Whether a fault may be there only because lines could not be read.
static bool may_follow(enum diag_code code)
{
    return code == DIAG_KEY_MISSING || code == DIAG_EMPTY_VALUE || code == DIAG_EMPTY_BODY ||
           code == DIAG_EMPTY_SECTION || code == DIAG_DANGLING_LEAD_IN ||
           code == DIAG_CITATION_UNKNOWN || code == DIAG_REFERENCE_UNCITED ||
           code == DIAG_LINK_NO_TARGET;
}

void job_pass_on(struct job *job, const struct diags *found, bool (*follows)(enum diag_code))
{
    for (size_t i = 0; i < found->count; i++)
        if (!follows(found->items[i].code))
            diag_repeat(&job->diags, &found->items[i]);
}

// A file that was not read in whole is decoded all the same, for the faults of the rest.
static bool decode_the_rest(struct job *job)
{
    struct diags found;
    diags_init(&found, &job->arena, &job->sources);
    const struct brochure *unused;
    brochure_decode(&job->arena, &job->decode, &found, &unused);
    job_pass_on(job, &found, may_follow);
    return false;
}

// Gathers what the models of all editions are made of.
static void settle(struct job *job)
{
    const struct node *root, *house = NULL;
    if (job->decode.root)
        return;
    job->whole = includes_expand(&job->files, job->root, &root) && !job->house_failed;
    if (job->house)
        job->whole = includes_expand(&job->files, job->house, &house) && job->whole;
    job->whole = job->whole && !job_has_syntax_fault(job);
    job->decode = (struct decode_job){
        .root = root,
        .house = house,
        .files = &job->files,
        .path = job->path,
        .settings = settings_of(job),
        .setting_count = job->run->options.set_count,
    };
}

void job_editions(struct job *job, const struct edition **editions, size_t *count)
{
    settle(job);
    brochure_editions(&job->arena, &job->decode, &job->sources, editions, count);
}

// Where no part depends on the edition, one model serves all.
static const struct edition_model *find_model(const struct job *job, const struct edition *edition)
{
    for (size_t i = 0; i < job->models.count; i++) {
        const struct edition_model *model = &job->models.items[i];
        if ((model->brochure && !model->brochure->by_edition) ||
            (model->edition.kind == edition->kind && str_equal(model->edition.name, edition->name)))
            return model;
    }
    return NULL;
}

static const struct edition_model *make_model(struct job *job, const struct edition *edition)
{
    struct edition_model *model = VEC_PUSH(&job->arena, &job->models);
    *model = (struct edition_model){.edition = *edition};
    job->decode.edition = *edition;
    bool decoded = job->whole
                       ? brochure_decode(&job->arena, &job->decode, &job->diags, &model->brochure)
                       : decode_the_rest(job);
    if (!decoded)
        model->brochure = NULL;
    return model;
}

bool job_model(struct job *job, const struct edition *edition)
{
    uint64_t start = clock_nanoseconds();
    const struct edition *listed;
    size_t count;
    settle(job);
    if (!edition) {
        job_editions(job, &listed, &count);
        edition = &listed[0];
    }
    const struct edition_model *model = find_model(job, edition);
    if (!model)
        model = make_model(job, edition);
    job->brochure = model->brochure;
    return run_timed(job->run, STAGE_MODEL, start, model->brochure != NULL);
}

// The families of the root, else the program's own.
static struct str families_path(struct job *job)
{
    struct str root = job->files.root.named;
    struct str own = path_join(&job->arena, root, STR("fonts/families.yaml"));
    if (root.len > 0 && file_is_regular(str_cstr(&job->arena, own)))
        return own;
    return job->run->options.places.families;
}

static struct typesetter *find_typesetter(const struct run *run, struct str families)
{
    for (size_t i = 0; i < run->typesetters.count; i++)
        if (str_equal(run->typesetters.items[i].families, families))
            return run->typesetters.items[i].typesetter;
    return NULL;
}

bool job_fonts(struct job *job)
{
    struct run *run = job->run;
    job->families = families_path(job);
    struct str path = str_copy(&run->arena, job->families), opened = path;
    (void)file_resolve(&run->arena, str_cstr(&run->arena, path),
                       &opened); // reading it says why not
    run->typesetter = find_typesetter(run, opened);
    if (run->typesetter)
        return true;
    struct typesetter_paths paths = {
        .families = path,
        .hyphenation = run->options.places.hyphenation,
        .reduced = run->options.places.faces,
        .font_path = run->options.font_path,
        .font_path_count = run->options.font_path_count,
    };
    run->typesetter = typesetter_open(&run->arena, &paths, &job->sources, &job->diags);
    if (!run->typesetter)
        return false;
    *VEC_PUSH(&run->arena, &run->typesetters) = (struct run_typesetter){opened, run->typesetter};
    return true;
}

static const struct job_theme *find_theme(const struct job *job, struct str name, uint32_t file)
{
    for (size_t i = 0; i < job->read_themes.count; i++)
        if (str_equal(job->read_themes.items[i].name, name) &&
            str_equal(job->read_themes.items[i].size, job->brochure->page.size_key) &&
            str_equal(job->read_themes.items[i].spot, job->spot) &&
            job->read_themes.items[i].few_inks == job->few_inks &&
            job->read_themes.items[i].is_small == job->brochure->page.is_small &&
            job->read_themes.items[i].named_in == file)
            return &job->read_themes.items[i];
    return NULL;
}

static const struct job_theme *read_theme(struct job *job, struct str name, struct span span)
{
    struct theme_found found = {0};
    struct job_theme *theme = VEC_PUSH(&job->arena, &job->read_themes);
    theme->name = name;
    theme->size = job->brochure->page.size_key;
    theme->spot = job->spot;
    theme->few_inks = job->few_inks;
    theme->is_small = job->brochure->page.is_small;
    theme->named_in = span.file;
    theme->good = theme_files_read(job, name, span, &found);
    theme->themes = found.themes;
    return theme;
}

bool job_theme(struct job *job, const struct edition *edition)
{
    uint64_t start = clock_nanoseconds();
    const struct press_settings *press = &edition->press;
    job->few_inks = press->no_process;
    job->spot = press->no_process && press->spot_count > 0 ? press->spots[0].name : STR("");
    bool overridden = job->run->options.theme.len > 0;
    struct str name = overridden ? job->run->options.theme : job->brochure->theme;
    struct span span = overridden ? (struct span){0} : job->brochure->theme_span;
    bool opened = job_fonts(job);
    const struct job_theme *theme = find_theme(job, name, span.file);
    if (!theme)
        theme = read_theme(job, name, span);
    job->themes = theme->themes;
    return run_timed(job->run, STAGE_THEME, start, theme->good && opened);
}

// Large print is 18 pt at least (American Council of the Blind, Large Print Guidelines, 2025).
static bool is_large(struct job *job, const struct edition *edition, const struct theme *theme)
{
    if (edition->kind != EDITION_LARGE_PRINT || theme->roles[ROLE_BODY].size >= LENGTH_PT(18))
        return true;
    diag_add(&job->diags, DIAG_LARGE_PRINT_SMALL, job->brochure->theme_span,
             "the theme `%.*s` has no large print", STR_ARGS(theme->name));
    diag_hint(&job->diags, "give the edition another theme, for example `large-print: {theme: "
                           "clinic}`, or the theme a part `editions: large-print:`");
    return false;
}

bool job_pages(struct job *job, const struct edition *edition, const struct layout_trace *trace,
               const struct page_list **pages)
{
    uint64_t start = clock_nanoseconds();
    const struct theme *theme = job->themes.of[edition->kind];
    if (!is_large(job, edition, theme))
        return false;
    struct layout_job layout = {
        .brochure = job->brochure,
        .theme = theme_scaled(&job->arena, theme, edition->size),
        .typesetter = job->run->typesetter,
        .for_press = edition_is_for_press(edition->kind),
        .links = edition->press.links,
        .any_pages = edition->kind == EDITION_LARGE_PRINT,
        .parts_words = edition->kind == EDITION_LARGE_PRINT,
        .date = job->run->options.date,
        .trace = trace ? trace->out : NULL,
        .trace_shapes = trace && trace->shapes,
    };
    bool laid_out = layout_document(&job->arena, &layout, &job->diags, pages) &&
                    page_check(*pages, &job->diags) &&
                    contrast_check(&job->arena, *pages, &job->diags);
    return run_timed(job->run, STAGE_LAYOUT, start, laid_out);
}

bool job_seals(const struct job *job, const struct edition *edition)
{
    return job->run->options.passwords && edition->encrypt != ENCRYPT_NEVER;
}

struct pdf_standards job_standards(const struct job *job, const struct edition *edition)
{
    bool for_press = edition_is_for_press(edition->kind);
    struct pdf_standards standards = for_press ? pdf_standards_print : pdf_standards_screen;
    if (pdf_standards_any(&job->run->options.standards))
        return job->run->options.standards;
    if (pdf_standards_any(&edition->standards))
        return edition->standards;
    if (job_seals(job, edition)) { // ISO 19005-2, 6.1.3: no archive
        standards.archive_part = 0;
        standards.archive_level = '\0';
    }
    return standards;
}

static bool build_text(struct job *job, const struct edition *edition, struct str *bytes)
{
    uint64_t start = clock_nanoseconds();
    return run_timed(job->run, STAGE_TEXT, start,
                     plain_write(&job->arena, job->brochure, edition->wrap, &job->diags, bytes));
}

bool job_build(struct job *job, const struct edition *edition, struct str *bytes,
               size_t *page_count)
{
    const struct page_list *pages;
    *page_count = 0;
    job->pages = NULL;
    job->resampled = 0;
    if (edition->kind == EDITION_TEXT)
        return build_text(job, edition, bytes);
    if (!job_pages(job, edition, NULL, &pages) ||
        (edition_is_for_press(edition->kind) &&
         !(job_sheets(job, edition, &pages) && job_preflight(job, edition, pages))) ||
        (edition->kind == EDITION_BOOKLET && !job_impose(job, edition, &pages)))
        return false;
    *page_count = pages->count;
    job->pages = pages;
    uint64_t start = clock_nanoseconds();
    struct resampled resampled;
    if (!pictures_resample(job, edition, pages, &resampled))
        return run_timed(job->run, STAGE_PDF, start, false);
    job->resampled = resampled.count;
    struct pdf_job pdf = {
        .pages = pages,
        .pictures = &resampled.by_file,
        .producer = STR("brochure " BROCHURE_VERSION),
        .compression = 6,
        .standards = job_standards(job, edition),
    };
    bool written = pdf_write(&job->arena, &pdf, &job->diags, bytes);
    if (written && job_seals(job, edition))
        written = seal_run(&job->arena, *bytes, job->run->options.passwords, &job->diags, bytes);
    return run_timed(job->run, STAGE_PDF, start, written);
}

bool job_write(struct job *job, struct str path, struct str bytes)
{
    uint64_t start = clock_nanoseconds();
    int error = file_write(&job->arena, str_cstr(&job->arena, path), bytes);
    if (error != 0) {
        diag_add(&job->diags, DIAG_FILE_UNWRITABLE, (struct span){0}, "cannot write %.*s: %s",
                 STR_ARGS(path), strerror(error));
        job->file_failed = true;
    }
    return run_timed(job->run, STAGE_WRITE, start, error == 0);
}
