#include "base/map.h"

#include <assert.h>

static struct map_slot *slot_of(const struct map *map, struct str key, uint64_t hash)
{
    size_t at = hash & (map->capacity - 1);
    while (map->slots[at].value &&
           (map->slots[at].hash != hash || !str_equal(map->slots[at].key, key)))
        at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

void *map_find(const struct map *map, struct str key)
{
    return map->capacity > 0 ? slot_of(map, key, str_hash(key))->value : NULL;
}

static void grow(struct arena *arena, struct map *map)
{
    struct map grown = {.count = map->count, .capacity = map->capacity ? map->capacity * 2 : 16};
    grown.slots = ARENA_ARRAY(arena, struct map_slot, grown.capacity);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].value)
            *slot_of(&grown, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    *map = grown;
}

void *map_add(struct arena *arena, struct map *map, struct str key, void *value)
{
    assert(value);
    if (map->count * 4 >= map->capacity * 3)
        grow(arena, map);
    uint64_t hash = str_hash(key);
    struct map_slot *slot = slot_of(map, key, hash);
    if (!slot->value) {
        *slot = (struct map_slot){key, value, hash};
        map->count++;
    }
    return slot->value;
}
