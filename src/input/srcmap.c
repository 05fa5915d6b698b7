#include "input/srcmap.h"

#include <assert.h>

uint32_t srcmap_offset(const struct srcmap *map, uint32_t decoded)
{
    assert(map->count > 0);
    size_t low = 0, high = map->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map->pieces[middle].decoded <= decoded)
            low = middle;
        else
            high = middle;
    }
    const struct srcmap_piece *piece = &map->pieces[low];
    uint32_t offset = piece->source + (decoded - piece->decoded);
    return offset < map->source_end ? offset : map->source_end;
}

struct span srcmap_span(const struct srcmap *map, uint32_t start, uint32_t end)
{
    // The end is behind the last byte's own place: what follows may stand far off.
    uint32_t first = srcmap_offset(map, start);
    uint32_t behind = end > start ? srcmap_offset(map, end - 1) + 1 : first;
    if (behind > map->source_end)
        behind = map->source_end;
    return (struct span){map->file, first, behind > first ? behind : first};
}
