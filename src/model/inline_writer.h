// Builds inline nodes piece by piece; every byte of text keeps its place in the source.
//
// Used by inlines (Markdown) and by references (formatted entries).
#ifndef MODEL_INLINE_WRITER_H
#define MODEL_INLINE_WRITER_H

#include "base/vec.h"
#include "model/brochure.h"

struct inline_writer {
    struct arena *arena;
    uint32_t file;
    struct inline_node *first, *last; // of the level that is being written
    struct str_builder text;          // not yet a node
    VEC(struct srcmap_piece) pieces;
    uint32_t source_end; // behind the farthest byte of the source
};

// What inline_writer_open set aside, for inline_writer_close.
struct inline_level {
    struct inline_node *first, *last;
};

struct inline_writer inline_writer_in(struct arena *arena, uint32_t file);

// Appends bytes that stand in the source from `source` on.
void inline_write(struct inline_writer *writer, struct str text, uint32_t source);

// Appends bytes that stand for `taken` bytes of the source at `source` (0: for none).
void inline_write_for(struct inline_writer *writer, struct str text, uint32_t source, size_t taken);

// Appends text that has a map of its own; every character has its place.
void inline_write_mapped(struct inline_writer *writer, struct str text, const struct srcmap *map);

// Appends copies of nodes.
void inline_write_nodes(struct inline_writer *writer, const struct inline_node *first);

// Takes bytes off the end of the text that is being written, as many as it has at most.
void inline_writer_cut(struct inline_writer *writer, size_t count);

// Takes white space off the end of the text that is being written.
void inline_writer_trim(struct inline_writer *writer);

// Makes the text so far a node, then appends a node of `kind` and returns it.
struct inline_node *inline_write_node(struct inline_writer *writer, enum inline_kind kind,
                                      struct span span);

// Begins the children of a node; the text so far becomes a node before it.
struct inline_level inline_writer_open(struct inline_writer *writer);

// Ends them, and appends a node of `kind` that holds them.
struct inline_node *inline_writer_close(struct inline_writer *writer, struct inline_level level,
                                        enum inline_kind kind, struct span span);

// Returns all that was written.
struct inline_text inline_written(struct inline_writer *writer, struct span span);

// Returns the text of nodes without marks and citations; a line break is a space.
struct str inline_plain(struct arena *arena, const struct inline_node *first);

#endif
