// Any bytes as a theme laid over the program's own: decoded for each kind of edition, printed, and
// a brochure set by it.
#include "base/file.h"
#include "input/yaml.h"
#include "model/theme_dump.h"
#include "model/theme_extend.h"
#include "pipeline/pipeline.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] =
    "brochure: 1\n"
    "title: A guide\n"
    "subtitle: What to expect\n"
    "language: en-US\n"
    "document: {id: PE-1, version: 2.0, issued: 2025-06-27}\n"
    "page: {columns: 2}\n"
    "sections:\n"
    "- heading: One\n"
    "  body: |\n"
    "    Some *words*, **strong** ones, `code` and <https://example.org/a/b>.[@a]\n\n"
    "    - an item\n"
    "      - within it\n"
    "    - another\n\n"
    "    12. a number\n\n"
    "    > A quotation.\n\n"
    "    # Two\n\n"
    "    The last.\n"
    "- heading: Blocks\n"
    "  body:\n"
    "  - callout: {kind: warning, title: Call at once, body: A fever.}\n"
    "  - callout: {kind: note, body: A note.}\n"
    "  - steps: [{title: One, body: First.}, {title: Two, body: Then.}]\n"
    "  - checklist: ['Bring this', 'Bring that']\n"
    "  - contacts: [{name: Triage nurse, phone: '555 0100'}]\n"
    "  - definitions: {CAR-T cell: A cell.}\n"
    "  - quote: {text: As it was said., source: One}\n"
    "  - facts: [{value: '24', label: hours}, {value: '7', label: days}]\n"
    "  - write-in: [{label: Name}, {label: Asked, options: [Often, Never]}]\n"
    "  - qr: {url: 'https://example.org/a', caption: Online}\n"
    "  - break: cut\n"
    "  - text: The end.\n"
    "references: {items: [{id: a, text: A reference.}]}\n";

static const struct node *read_tree(struct job *job, const char *name, struct str bytes)
{
    const struct node *root = NULL;
    struct source *source = sources_add(&job->sources, str_from(name), bytes);
    bool read = yaml_read(&job->arena, source, &yaml_limits_default, &job->diags, &root);
    return read && !job_has_syntax_fault(job) ? root : NULL;
}

static bool open_brochure(struct job *job)
{
    job->root = read_tree(job, "fuzz.yaml", str_from(text));
    bool opened = job->root && job_model(job, NULL) && job_fonts(job);
    assert(opened);
    return opened;
}

static bool decode(struct job *job, struct str bytes)
{
    struct str own;
    const struct node *extends;
    int error = file_read(&job->arena, "content/themes/clinic.yaml", 1 << 20, &own);
    assert(error == 0);
    const struct node *base = read_tree(job, "clinic.yaml", own);
    const struct node *theme = read_tree(job, "theme.yaml", bytes);
    if (!theme || !theme_read_head(&job->arena, theme, &job->diags, &extends) ||
        job->diags.error_count > 0)
        return false;
    struct theme_tree tree = {
        .name = STR("fuzz"),
        .root = theme_laid_over(&job->arena, base, theme),
        .families = typesetter_families(job->run->typesetter),
    };
    struct str_builder out = str_builder_in(&job->arena);
    bool good = theme_set_decode(&job->arena, &tree, &job->diags, &job->themes);
    if (good)
        theme_dump(&job->arena, tree.root, &job->sources, &out);
    return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct run_options options = {
        .places = {.themes = STR("content/themes"), .families = STR("fonts/families.yaml")},
    };
    const struct edition edition = {.name = STR("screen"), .kind = EDITION_SCREEN};
    struct run run;
    struct job job;
    struct str pdf;
    size_t pages;
    run_init(&run, &options);
    job_init(&job, &run, STR("fuzz.yaml"));
    open_brochure(&job);
    if (!decode(&job, (struct str){(const char *)data, size}) ||
        !job_build(&job, &edition, &pdf, &pages))
        assert(job.diags.error_count > 0);
    diags_sort(&job.diags);
    struct str_builder said = str_builder_in(&job.arena);
    diags_write(&job.diags, DIAG_FORMAT_HUMAN, false, &said);
    job_release(&job);
    run_release(&run);
    return 0;
}
