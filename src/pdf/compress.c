#include "pdf/compress.h"

#include <assert.h>
#include <libdeflate.h>

struct compressor {
    struct libdeflate_compressor *deflate;
    struct arena *arena;
    char *room;
    size_t size;
};

struct compressor *compressor_open(struct arena *arena, int level)
{
    assert(level >= 0 && level <= 12);
    struct compressor *compressor = ARENA_NEW(arena, struct compressor);
    compressor->arena = arena;
    compressor->deflate = libdeflate_alloc_compressor(level);
    return compressor->deflate ? compressor : NULL;
}

void compressor_close(struct compressor *compressor)
{
    if (compressor)
        libdeflate_free_compressor(compressor->deflate);
}

static void make_room(struct compressor *compressor, size_t size)
{
    if (size <= compressor->size)
        return;
    compressor->size = size + size / 2;
    compressor->room = arena_alloc(compressor->arena, compressor->size);
}

struct str compressor_run(struct compressor *compressor, struct str bytes)
{
    make_room(compressor, libdeflate_zlib_compress_bound(compressor->deflate, bytes.len));
    size_t length = libdeflate_zlib_compress(compressor->deflate, bytes.data, bytes.len,
                                             compressor->room, compressor->size);
    assert(length > 0); // with room for its bound it cannot fail (libdeflate.h)
    return (struct str){compressor->room, length};
}

struct str compressor_version(void)
{
    return STR(LIBDEFLATE_VERSION_STRING);
}
