#include "diag/source.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <assert.h>

void sources_init(struct sources *sources, struct arena *arena)
{
    *sources = (struct sources){.arena = arena};
}

struct source *sources_add(struct sources *sources, struct str path, struct str bytes)
{
    struct source *source = ARENA_NEW(sources->arena, struct source);
    *VEC_PUSH(sources->arena, sources) = source;
    *source = (struct source){.file = (uint32_t)sources->count, .path = path, .bytes = bytes};
    return source;
}

struct source *sources_find(const struct sources *sources, uint32_t file)
{
    assert(file <= sources->count);
    return file == 0 ? NULL : sources->items[file - 1];
}

static void index_lines(struct arena *arena, struct source *source)
{
    size_t count = 1;
    for (size_t i = 0; i < source->bytes.len; i++)
        count += source->bytes.data[i] == '\n';
    uint32_t *starts = ARENA_ARRAY(arena, uint32_t, count);
    count = 1;
    for (size_t i = 0; i < source->bytes.len; i++)
        if (source->bytes.data[i] == '\n')
            starts[count++] = (uint32_t)(i + 1);
    source->line_starts = starts;
    source->line_count = count;
}

enum { BLOCK_BYTES = 1024 };

static void index_code_points(struct arena *arena, struct source *source)
{
    size_t blocks = source->bytes.len / BLOCK_BYTES + 1;
    uint32_t *counts = ARENA_ARRAY(arena, uint32_t, blocks);
    for (size_t i = 1; i < blocks; i++)
        counts[i] = counts[i - 1] +
                    (uint32_t)utf8_count(source->bytes.data + (i - 1) * BLOCK_BYTES, BLOCK_BYTES);
    source->code_points = counts;
}

static size_t code_points_before(const struct source *source, uint32_t offset)
{
    size_t block = offset / BLOCK_BYTES;
    return source->code_points[block] +
           utf8_count(source->bytes.data + block * BLOCK_BYTES, offset % BLOCK_BYTES);
}

// The byte-order mark is no column and no part of the first line.
static uint32_t text_start(const struct source *source)
{
    static const struct str mark = STR_INIT("\xEF\xBB\xBF");
    return str_starts_with(source->bytes, mark) ? (uint32_t)mark.len : 0;
}

static size_t line_index_of(const struct source *source, uint32_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct position source_position(struct sources *sources, struct source *source, uint32_t offset)
{
    assert(offset <= source->bytes.len);
    if (!source->line_starts)
        index_lines(sources->arena, source);
    if (!source->code_points)
        index_code_points(sources->arena, source);
    size_t line = line_index_of(source, offset);
    uint32_t start = source->line_starts[line];
    if (line == 0)
        start = offset < text_start(source) ? offset : text_start(source);
    size_t column = code_points_before(source, offset) - code_points_before(source, start) + 1;
    return (struct position){(uint32_t)line + 1, (uint32_t)column};
}

struct str source_line(struct sources *sources, struct source *source, uint32_t line)
{
    if (!source->line_starts)
        index_lines(sources->arena, source);
    assert(line >= 1 && line <= source->line_count);
    size_t start = source->line_starts[line - 1];
    if (line == 1)
        start = text_start(source);
    size_t end = line < source->line_count ? source->line_starts[line] - 1 : source->bytes.len;
    if (end > start && source->bytes.data[end - 1] == '\r')
        end--;
    return str_slice(source->bytes, start, end);
}
