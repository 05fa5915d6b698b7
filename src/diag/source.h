// The files that were read, and places in them.
//
// Every value of the program keeps the span of the bytes that it came from; line and column
// are worked out only when a message is printed.
#ifndef DIAG_SOURCE_H
#define DIAG_SOURCE_H

#include "base/str.h"

#include <stdint.h>

// A range of bytes in one file. file 0 is "no place" (the command line, a default).
struct span {
    uint32_t file;
    uint32_t start;
    uint32_t end;
};

// 1-based; the column counts code points. Lines end at LF or CRLF only.
struct position {
    uint32_t line;
    uint32_t column;
};

struct source {
    uint32_t file;               // its number in `struct sources`, from 1
    struct str path;             // as the user named it, or relative to that file
    struct str bytes;            // with a byte-order mark, if there was one
    const uint32_t *line_starts; // made on first use
    size_t line_count;
    bool foreign;                // another program wrote it: no sign in it is one of ours
    const uint32_t *code_points; // before each block of bytes: long lines are not counted each time
};

struct sources {
    struct arena *arena;
    struct source **items;
    size_t count;
    size_t capacity;
};

void sources_init(struct sources *sources, struct arena *arena);

// Registers a file; `path` and `bytes` must live as long as `sources`.
struct source *sources_add(struct sources *sources, struct str path, struct str bytes);

// Returns the file that a span lies in, or NULL for file 0.
struct source *sources_find(const struct sources *sources, uint32_t file);

// Returns where the byte at `offset` stands; `offset` may be the file's end.
struct position source_position(struct sources *sources, struct source *source, uint32_t offset);

// Returns the line (1-based) without its line ending and without a byte-order mark.
struct str source_line(struct sources *sources, struct source *source, uint32_t line);

#endif
