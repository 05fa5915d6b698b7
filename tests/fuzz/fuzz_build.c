// Any bytes as a brochure, all the way to its PDF and its text: files, or an error that says why
// not.
#include "base/utf8.h"
#include "input/yaml.h"
#include "pipeline/editions.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool build_text(struct job *job)
{
    static const uint32_t wraps[] = {0, 20, 72};
    struct edition edition = {.name = STR("text"), .kind = EDITION_TEXT};
    struct str text;
    size_t pages;
    if (!job_model(job, &edition))
        return false;
    for (size_t i = 0; i < 3; i++) {
        edition.wrap = wraps[i];
        if (!job_build(job, &edition, &text, &pages))
            return false;
        assert(pages == 0 && utf8_check(text.data, text.len) == text.len);
        assert(str_ends_with(text, STR("\n")));
    }
    return true;
}

static bool build(struct job *job, struct str bytes)
{
    struct source *source = sources_add(&job->sources, job->path, bytes);
    struct editions editions;
    if (!yaml_read(&job->arena, source, &yaml_limits_default, &job->diags, &job->root) ||
        !editions_select(job, NULL, 0, &editions))
        return false;
    for (size_t i = 0; i < editions.count; i++) {
        struct str pdf;
        size_t pages;
        if (editions.items[i].kind == EDITION_TEXT)
            continue;
        if (!job_model(job, &editions.items[i]) || !job_theme(job, &editions.items[i]) ||
            !job_build(job, &editions.items[i], &pdf, &pages))
            return false;
        assert(pages > 0 && str_starts_with(pdf, STR("%PDF-")));
    }
    return build_text(job);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct run_options options = {
        .places = {.themes = STR("content/themes"), .families = STR("fonts/families.yaml")},
        // None is made for a fuzzer.
        .profile = STR("/usr/share/color/icc/ghostscript/default_cmyk.icc"),
    };
    struct run run;
    struct job job;
    run_init(&run, &options);
    job_init(&job, &run, STR("fuzz.yaml"));
    if (!build(&job, (struct str){(const char *)data, size}))
        assert(job.diags.error_count > 0);
    diags_sort(&job.diags);
    struct str_builder out = str_builder_in(&job.arena);
    diags_write(&job.diags, DIAG_FORMAT_HUMAN, false, &out);
    job_release(&job);
    run_release(&run);
    return 0;
}
