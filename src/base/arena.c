#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 4 * 1024 * 1024, EXIT_SYSTEM = 4 };

struct arena_block {
    struct arena_block *older;
    size_t size;
    alignas(max_align_t) char bytes[];
};

static _Noreturn void no_memory(void)
{
    fputs("brochure: error: the system has no memory left\n", stderr);
    exit(EXIT_SYSTEM);
}

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

void arena_release(struct arena *arena)
{
    arena_rewind(arena, (struct arena_mark){0});
    arena_init(arena);
}

// Blocks double, so that the number of system calls grows with the logarithm of the content.
static size_t next_block_size(const struct arena *arena, size_t needed)
{
    size_t size = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    return size < needed ? needed : size;
}

static void add_block(struct arena *arena, size_t needed)
{
    size_t size = next_block_size(arena, needed);
    if (size > SIZE_MAX - sizeof(struct arena_block))
        no_memory();
    // calloc: fresh pages are zero already, so large blocks cost nothing until touched.
    struct arena_block *block = calloc(1, sizeof *block + size);
    if (!block)
        no_memory();
    block->older = arena->newest;
    block->size = size;
    arena->newest = block;
    arena->next = block->bytes;
    arena->end = block->bytes + size;
    arena->total += size;
}

static size_t aligned(size_t size)
{
    const size_t alignment = alignof(max_align_t);
    if (size > SIZE_MAX - alignment)
        no_memory();
    return (size + alignment - 1) & ~(alignment - 1);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size = aligned(size);
    if (!arena->newest || size > (size_t)(arena->end - arena->next))
        add_block(arena, size);
    void *bytes = arena->next;
    arena->next += size;
    return bytes;
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        no_memory();
    return arena_alloc(arena, count * size);
}

void *arena_copy(struct arena *arena, const void *bytes, size_t size)
{
    void *copy = arena_alloc(arena, size);
    if (size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

bool arena_extend(struct arena *arena, const void *bytes, size_t size, size_t larger)
{
    assert(size <= larger);
    size_t more = aligned(larger) - aligned(size);
    bool newest = size > 0 && (const char *)bytes + aligned(size) == arena->next;
    if (!newest || more > (size_t)(arena->end - arena->next))
        return false;
    arena->next += more;
    return true;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->newest, arena->next, arena->end};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->newest != mark.newest) {
        struct arena_block *block = arena->newest;
        assert(block);
        arena->newest = block->older;
        arena->total -= block->size;
        free(block);
    }
    // What was handed out since the mark is zeroed again: arena memory is always fresh.
    if (mark.next && arena->newest) {
        const char *used = arena->end == mark.end ? arena->next : mark.end;
        memset(mark.next, 0, (size_t)(used - mark.next));
    }
    arena->next = mark.next;
    arena->end = mark.end;
}
