#include "pdf/compress.h"

#include <assert.h>
#include <limits.h>
#include <zlib.h>

struct compressor {
    z_stream zlib;
};

struct compressor *compressor_open(struct arena *arena, int level)
{
    assert(level >= 0 && level <= 9);
    struct compressor *compressor = ARENA_NEW(arena, struct compressor);
    return deflateInit(&compressor->zlib, level) == Z_OK ? compressor : NULL;
}

void compressor_close(struct compressor *compressor)
{
    if (compressor)
        deflateEnd(&compressor->zlib);
}

struct str compressor_run(struct compressor *compressor, struct arena *arena, struct str bytes)
{
    z_stream *zlib = &compressor->zlib;
    assert(bytes.len < UINT_MAX / 2);
    uLong room = deflateBound(zlib, (uLong)bytes.len);
    unsigned char *out = arena_alloc(arena, room);
    zlib->next_in = (z_const Bytef *)(uintptr_t)bytes.data;
    zlib->avail_in = (uInt)bytes.len;
    zlib->next_out = out;
    zlib->avail_out = (uInt)room;
    // With room for deflateBound bytes one call finishes (zlib.h).
    int status = deflate(zlib, Z_FINISH);
    assert(status == Z_STREAM_END);
    struct str result = {(const char *)out, zlib->total_out};
    status = deflateReset(zlib);
    assert(status == Z_OK);
    return result;
}
