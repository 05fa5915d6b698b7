// Growing arrays in an arena: `VEC(struct node) nodes = {0}; *VEC_PUSH(arena, &nodes) = node;`
//
// The items move as the array grows; keep indices, or pointers only once it is whole.
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#include <stddef.h>

#define VEC(type)                                                                                  \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }

// Makes room for one more item and returns its place (zeroed).
#define VEC_PUSH(arena, vec)                                                                       \
    ((vec)->items =                                                                                \
         vec_grown((arena), (vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items),   \
     &(vec)->items[(vec)->count++])

// Returns `items`, or a larger copy of them with room for one more.
void *vec_grown(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
