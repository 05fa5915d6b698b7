#include "base/vec.h"

#include <string.h>

void *vec_grown(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t before = *capacity * size;
    *capacity = *capacity ? *capacity * 2 : 8;
    if (arena_extend(arena, items, before, *capacity * size))
        return items;
    void *grown = arena_alloc_array(arena, *capacity, size);
    if (count > 0)
        memcpy(grown, items, count * size);
    return grown;
}
