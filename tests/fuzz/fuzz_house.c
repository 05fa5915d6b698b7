// Any bytes as a house, a line "%%", and a brochure in it: decoded for an edition of each kind.
#include "input/yaml.h"
#include "model/decode.h"
#include "model/includes.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct bundle {
    struct arena arena;
    struct sources sources;
    struct diags diags;
    struct files files;
};

static const struct node *tree_of(struct bundle *bundle, struct str bytes)
{
    const struct node *root = NULL;
    struct source *source = sources_add(&bundle->sources, STR("fuzz.yaml"), bytes);
    bool read = yaml_read(&bundle->arena, source, &yaml_limits_default, &bundle->diags, &root);
    return read ? root : NULL;
}

static void decode(struct bundle *bundle, struct decode_job *job)
{
    static const enum edition_kind kinds[] = {EDITION_SCREEN, EDITION_PRINT};
    static const struct str names[] = {STR_INIT("screen"), STR_INIT("print")};
    struct str_builder out = str_builder_in(&bundle->arena);
    for (size_t i = 0; i < 2; i++) {
        const struct brochure *brochure = NULL;
        job->edition = (struct edition){.name = names[i], .kind = kinds[i]};
        if (brochure_decode(&bundle->arena, job, &bundle->diags, &brochure))
            brochure_dump(brochure, &bundle->sources, &out);
        else
            assert(bundle->diags.error_count > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bundle bundle;
    struct str bytes = {(const char *)data, size};
    size_t end = str_find(bytes, STR("\n%%\n"), 0);
    size_t start = end < size ? end + 4 : 0;
    arena_init(&bundle.arena);
    sources_init(&bundle.sources, &bundle.arena);
    diags_init(&bundle.diags, &bundle.arena, &bundle.sources);
    files_init(&bundle.files, &bundle.arena, &bundle.sources, &bundle.diags);
    struct decode_job job = {.path = STR("fuzz.yaml"), .files = &bundle.files};
    job.root = tree_of(&bundle, str_slice(bytes, start, size));
    if (start > 0)
        job.house = tree_of(&bundle, str_slice(bytes, 0, end));
    if (job.root) {
        includes_expand(&bundle.files, job.root, &job.root);
        decode(&bundle, &job);
    }
    arena_release(&bundle.arena);
    return 0;
}
