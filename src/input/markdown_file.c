#include "input/markdown_file.h"

#include "base/vec.h"
#include "input/yaml_check.h"

struct file_text {
    struct arena *arena;
    struct str_builder text;
    VEC(struct srcmap_piece) pieces;
};

static void add_piece(struct file_text *file, struct str bytes, size_t start, size_t end)
{
    if (start == end)
        return;
    *VEC_PUSH(file->arena, &file->pieces) =
        (struct srcmap_piece){(uint32_t)file->text.len, (uint32_t)start};
    str_add(&file->text, str_slice(bytes, start, end));
}

const struct node *markdown_file_scalar(struct arena *arena, const struct source *source,
                                        struct diags *diags)
{
    struct str bytes = source->bytes;
    if (!yaml_check_text(source, diags))
        return NULL;
    struct file_text file = {.arena = arena, .text = str_builder_in(arena)};
    size_t start = str_starts_with(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    for (size_t at = start; at < bytes.len; at++) {
        if (bytes.data[at] != '\r')
            continue;
        add_piece(&file, bytes, start, at);
        start = at + 1;
    }
    add_piece(&file, bytes, start, bytes.len);
    if (file.pieces.count == 0)
        *VEC_PUSH(arena, &file.pieces) = (struct srcmap_piece){0, (uint32_t)start};

    uint32_t end = (uint32_t)bytes.len;
    struct node *scalar = ARENA_NEW(arena, struct node);
    *scalar = (struct node){
        .kind = NODE_SCALAR,
        .style = NODE_LITERAL,
        .span = {source->file, 0, end},
        .text = str_built(&file.text),
        .map = {source->file, file.pieces.items, file.pieces.count, end},
    };
    return scalar;
}
