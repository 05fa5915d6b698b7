#include "pdf/compress.h"

#include <assert.h>
#include <limits.h>
#include <zlib.h>

struct compressor {
    z_stream zlib;
    struct arena *arena;
    unsigned char *room;
    uLong size;
};

struct compressor *compressor_open(struct arena *arena, int level)
{
    assert(level >= 0 && level <= 9);
    struct compressor *compressor = ARENA_NEW(arena, struct compressor);
    compressor->arena = arena;
    return deflateInit(&compressor->zlib, level) == Z_OK ? compressor : NULL;
}

void compressor_close(struct compressor *compressor)
{
    if (compressor)
        deflateEnd(&compressor->zlib);
}

static void make_room(struct compressor *compressor, uLong size)
{
    if (size <= compressor->size)
        return;
    compressor->size = size + size / 2;
    compressor->room = arena_alloc(compressor->arena, compressor->size);
}

struct str compressor_run(struct compressor *compressor, struct str bytes)
{
    z_stream *zlib = &compressor->zlib;
    assert(bytes.len < UINT_MAX / 4);
    make_room(compressor, deflateBound(zlib, (uLong)bytes.len));
    zlib->next_in = (z_const Bytef *)(uintptr_t)bytes.data;
    zlib->avail_in = (uInt)bytes.len;
    zlib->next_out = compressor->room;
    zlib->avail_out = (uInt)compressor->size;
    // With room for deflateBound bytes one call finishes (zlib.h).
    int status = deflate(zlib, Z_FINISH);
    assert(status == Z_STREAM_END);
    struct str result = {(const char *)compressor->room, zlib->total_out};
    status = deflateReset(zlib);
    assert(status == Z_OK);
    return result;
}
