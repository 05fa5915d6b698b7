// Flate (RFC 1950), one compressor for all streams of a file. The only user of libdeflate, which is
// three times as fast as zlib and packs as well.
#ifndef PDF_COMPRESS_H
#define PDF_COMPRESS_H

#include "base/str.h"

struct compressor; // opaque

// Returns NULL when there is no memory. `level` is 0 to 12, as libdeflate has it.
struct compressor *compressor_open(struct arena *arena, int level);
void compressor_close(struct compressor *compressor);

// Returns the compressed bytes; they live until the next call.
struct str compressor_run(struct compressor *compressor, struct str bytes);

// The library's version, for manifests.
struct str compressor_version(void);

#endif
