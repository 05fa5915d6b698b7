// Any bytes as a YAML file: read, dumped, and every fault shown with its excerpt. Each character of
// a scalar must be found again where its map says that it stands.
#include "input/yaml.h"
#include "input/yaml_fault.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// White space may have been folded, and an escape stands as its backslash.
static void check_scalar(const struct node *scalar, struct str bytes)
{
    for (size_t i = 0; i < scalar->text.len; i++) {
        unsigned char byte = (unsigned char)scalar->text.data[i];
        char source = bytes.data[srcmap_offset(&scalar->map, (uint32_t)i)];
        bool escaped = scalar->style == NODE_DOUBLE_QUOTED && source == '\\';
        assert(byte <= ' ' || escaped || (unsigned char)source == byte);
    }
}

static void check_places(const struct node *node, struct str bytes, uint32_t *left)
{
    assert(node->span.start <= node->span.end && node->span.end <= bytes.len);
    if (*left == 0)
        return; // aliases: a node may be met often
    --*left;
    if (node->kind == NODE_SCALAR)
        check_scalar(node, bytes);
    for (size_t i = 0; node->kind == NODE_SEQUENCE && i < node->count; i++)
        check_places(node->items[i], bytes, left);
    for (size_t i = 0; node->kind == NODE_MAPPING && i < node->count; i++) {
        check_scalar(node->pairs[i].key, bytes);
        check_places(node->pairs[i].value, bytes, left);
    }
}

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
    if (yaml_read(&arena, source, &yaml_limits_default, &diags, &root)) {
        uint32_t left = yaml_fault_was_said(&diags) ? 0 : 10000; // what is left then lacks signs
        check_places(root, source->bytes, &left);
        tree_dump(root, &sources, &out);
    } else {
        assert(diags.error_count > 0);
    }
    diags_sort(&diags);
    diags_write(&diags, DIAG_FORMAT_HUMAN, false, &out);
    arena_release(&arena);
    return 0;
}
