// Any bytes as a YAML file: read, dumped, and every fault shown with its excerpt.
#include "input/yaml.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    struct source *source =
        sources_add(&sources, STR("fuzz.yaml"), (struct str){(const char *)data, size});
    const struct node *root = NULL;
    struct str_builder out = str_builder_in(&arena);
    if (yaml_read(&arena, source, &yaml_limits_default, &diags, &root))
        tree_dump(root, &sources, &out);
    else
        assert(diags.error_count > 0);
    diags_sort(&diags);
    diags_write(&diags, DIAG_FORMAT_HUMAN, false, &out);
    arena_release(&arena);
    return 0;
}
