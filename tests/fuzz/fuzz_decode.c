// Any bytes as a brochure: read, decoded, and dumped when it is one.
#include "input/yaml.h"
#include "model/decode.h"
#include "model/includes.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    struct files files;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    files_init(&files, &arena, &sources, &diags);
    struct source *source =
        sources_add(&sources, STR("fuzz.yaml"), (struct str){(const char *)data, size});
    struct decode_job job = {.path = STR("fuzz.yaml"), .files = &files};
    const struct brochure *brochure = NULL;
    struct str_builder out = str_builder_in(&arena);
    if (yaml_read(&arena, source, &yaml_limits_default, &diags, &job.root)) {
        includes_expand(&files, job.root, &job.root);
        if (brochure_decode(&arena, &job, &diags, &brochure))
            brochure_dump(brochure, &sources, &out);
        else
            assert(diags.error_count > 0);
    }
    diags_sort(&diags);
    diags_write(&diags, DIAG_FORMAT_JSON, false, &out);
    arena_release(&arena);
    return 0;
}
