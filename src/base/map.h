// A map from strings to pointers, in an arena: open addressing, insertion only.
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_slot {
    struct str key;
    void *value;
    uint64_t hash;
};

struct map {
    struct map_slot *slots;
    size_t count;
    size_t capacity; // a power of two, or 0
};

// Returns the value of `key`, or NULL.
void *map_find(const struct map *map, struct str key);

// Sets `key` to `value` (not NULL) unless it has one; returns the value it then has.
// The key's bytes must live as long as the map.
void *map_add(struct arena *arena, struct map *map, struct str key, void *value);

#endif
