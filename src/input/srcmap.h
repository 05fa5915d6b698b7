// Where each byte of a decoded value stands in its file.
//
// Folding, quoting and stripped indentation make a YAML scalar non-contiguous in its source. A
// srcmap is a sorted list of pieces; inside a piece decoded and source offsets run side by side.
#ifndef INPUT_SRCMAP_H
#define INPUT_SRCMAP_H

#include "diag/source.h"

struct srcmap_piece {
    uint32_t decoded;
    uint32_t source;
};

struct srcmap {
    uint32_t file;
    const struct srcmap_piece *pieces; // ascending in `decoded`; the first starts at 0
    size_t count;
    uint32_t source_end; // where the value ends in the source
};

// Returns the source offset of a decoded offset; `decoded` may be the value's length.
uint32_t srcmap_offset(const struct srcmap *map, uint32_t decoded);

// Returns the source range of a decoded range.
struct span srcmap_span(const struct srcmap *map, uint32_t start, uint32_t end);

#endif
