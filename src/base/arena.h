// Memory by lifetime: values are carved from an arena and released together.
//
// Everything that a stage returns lives in the arena it was given. Memory from
// an arena is zeroed. An arena never fails: when the system has no memory left
// the program says so and exits with status 4.
// Used by everyone; one thread at a time.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *newest;
    char *next;
    char *end;
    size_t total; // bytes taken from the system, for --timings and the tests' bounds
};

// Where an arena stood: see arena_rewind.
struct arena_mark {
    struct arena_block *newest;
    char *next;
    char *end;
};

void arena_init(struct arena *arena);

// Releases everything that was carved from `arena`; it is then as after arena_init.
void arena_release(struct arena *arena);

// Returns `size` zeroed bytes, aligned for any type; never NULL, not even for none.
void *arena_alloc(struct arena *arena, size_t size);

// Returns room for `count` zeroed elements of `size` bytes; the product may not overflow.
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

// Returns a copy of `size` bytes.
void *arena_copy(struct arena *arena, const void *bytes, size_t size);

// Makes `size` bytes that arena_alloc returned last into `larger`, where they stand. Returns false,
// and changes nothing, when something was carved since or the room is too small.
bool arena_extend(struct arena *arena, const void *bytes, size_t size, size_t larger);

struct arena_mark arena_mark(const struct arena *arena);

// Gives back everything carved since `mark` was taken.
void arena_rewind(struct arena *arena, struct arena_mark mark);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc_array((arena), (count), sizeof(type)))

#endif
