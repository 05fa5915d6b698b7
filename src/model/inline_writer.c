#include "model/inline_writer.h"

#include "base/utf8.h"

struct inline_writer inline_writer_in(struct arena *arena, uint32_t file)
{
    return (struct inline_writer){.arena = arena, .file = file, .text = str_builder_in(arena)};
}

static void add_piece(struct inline_writer *writer, uint32_t source)
{
    size_t count = writer->pieces.count;
    uint32_t decoded = (uint32_t)writer->text.len;
    if (count > 0) {
        const struct srcmap_piece *last = &writer->pieces.items[count - 1];
        if (last->source + (decoded - last->decoded) == source)
            return;
    }
    *VEC_PUSH(writer->arena, &writer->pieces) = (struct srcmap_piece){decoded, source};
}

void inline_write_for(struct inline_writer *writer, struct str text, uint32_t source, size_t taken)
{
    uint32_t end = source + (uint32_t)taken;
    for (size_t i = 0; i < text.len; i++) {
        if (i == 0)
            add_piece(writer, source);
        else if (taken > 0 && i >= taken)
            add_piece(writer, end - 1);
        str_add_byte(&writer->text, text.data[i]);
    }
    if (end > writer->source_end)
        writer->source_end = end;
}

void inline_write(struct inline_writer *writer, struct str text, uint32_t source)
{
    inline_write_for(writer, text, source, text.len);
}

void inline_writer_cut(struct inline_writer *writer, size_t count)
{
    writer->text.len -= count < writer->text.len ? count : writer->text.len;
    while (writer->pieces.count > 0 &&
           writer->pieces.items[writer->pieces.count - 1].decoded >= writer->text.len)
        writer->pieces.count--;
}

void inline_writer_trim(struct inline_writer *writer)
{
    size_t end = writer->text.len;
    while (end > 0 && writer->text.data[end - 1] == ' ')
        end--;
    inline_writer_cut(writer, writer->text.len - end);
}

static struct inline_node *append(struct inline_writer *writer, enum inline_kind kind)
{
    struct inline_node *node = ARENA_NEW(writer->arena, struct inline_node);
    node->kind = kind;
    if (writer->last)
        writer->last->next = node;
    else
        writer->first = node;
    writer->last = node;
    return node;
}

static void flush(struct inline_writer *writer)
{
    if (writer->text.len == 0)
        return;
    struct inline_node *node = append(writer, INLINE_TEXT);
    node->text = str_built(&writer->text);
    node->map = (struct srcmap){writer->file, writer->pieces.items, writer->pieces.count,
                                writer->source_end};
    node->span = srcmap_span(&node->map, 0, (uint32_t)node->text.len);
    writer->text = str_builder_in(writer->arena);
    writer->pieces.items = NULL;
    writer->pieces.count = writer->pieces.capacity = 0;
}

void inline_write_mapped(struct inline_writer *writer, struct str text, const struct srcmap *map)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        utf8_decode(text.data, text.len, &at);
        inline_write(writer, str_slice(text, start, at), srcmap_offset(map, (uint32_t)start));
    }
}

void inline_write_nodes(struct inline_writer *writer, const struct inline_node *first)
{
    flush(writer);
    for (; first; first = first->next) {
        struct inline_node *copy = append(writer, first->kind);
        *copy = *first;
        copy->next = NULL;
    }
}

struct inline_node *inline_write_node(struct inline_writer *writer, enum inline_kind kind,
                                      struct span span)
{
    flush(writer);
    struct inline_node *node = append(writer, kind);
    node->span = span;
    return node;
}

struct inline_level inline_writer_open(struct inline_writer *writer)
{
    flush(writer);
    struct inline_level level = {writer->first, writer->last};
    writer->first = writer->last = NULL;
    return level;
}

struct inline_node *inline_writer_close(struct inline_writer *writer, struct inline_level level,
                                        enum inline_kind kind, struct span span)
{
    flush(writer);
    const struct inline_node *children = writer->first;
    writer->first = level.first;
    writer->last = level.last;
    struct inline_node *node = append(writer, kind);
    node->first = children;
    node->span = span;
    return node;
}

struct inline_text inline_written(struct inline_writer *writer, struct span span)
{
    flush(writer);
    return (struct inline_text){writer->first, span};
}

// Nesting is bounded by the reader of inlines.
static void add_plain(struct str_builder *out, const struct inline_node *node)
{
    for (; node; node = node->next) {
        if (node->kind == INLINE_LINE_BREAK)
            str_add_byte(out, ' ');
        str_add(out, node->text);
        add_plain(out, node->first);
    }
}

struct str inline_plain(struct arena *arena, const struct inline_node *first)
{
    struct str_builder out = str_builder_in(arena);
    add_plain(&out, first);
    return str_built(&out);
}
