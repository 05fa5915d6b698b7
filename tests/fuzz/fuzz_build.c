// Any bytes as a brochure, all the way to its PDF: a file, or an error that says why not.
#include "input/yaml.h"
#include "pipeline/editions.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
        if (!job_model(job, &editions.items[i]) || !job_theme(job) ||
            !job_build(job, &editions.items[i], &pdf, &pages))
            return false;
        assert(pages > 0 && str_starts_with(pdf, STR("%PDF-")));
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct run_options options = {
        .places = {.themes = STR("content/themes"), .families = STR("fonts/families.yaml")},
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
