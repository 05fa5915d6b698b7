// Any text as Markdown in a block scalar; each place of the tree must lie in the file.
#include "base/utf8.h"
#include "input/markdown.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_places(const struct markdown *parent, size_t file_size)
{
    assert(parent->span.start <= parent->span.end && parent->span.end <= file_size);
    for (const struct markdown *node = parent->first; node; node = node->next)
        check_places(node, file_size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    // The reader of YAML has refused these.
    if (utf8_check(text.data, text.len) < text.len || str_find_byte(text, '\0', 0) < text.len)
        return 0;
    struct arena arena;
    struct sources sources;
    struct diags diags;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    const struct source *source = sources_add(&sources, STR("fuzz.yaml"), text);
    const struct srcmap_piece piece = {0};
    const struct node scalar = {
        .kind = NODE_SCALAR,
        .style = NODE_LITERAL,
        .span = {source->file, 0, (uint32_t)size},
        .text = text,
        .map = {source->file, &piece, 1, (uint32_t)size},
    };
    const struct markdown *tree = NULL;
    if (markdown_read_blocks(&arena, &scalar, &diags, &tree))
        check_places(tree, size);
    if (markdown_read_inline(&arena, &scalar, &diags, &tree))
        check_places(tree, size);
    struct str_builder out = str_builder_in(&arena);
    diags_write(&diags, DIAG_FORMAT_HUMAN, false, &out);
    arena_release(&arena);
    return 0;
}
