// The file as bytes: header, stream objects, object streams (ISO 32000-1, 7.5.7), and the
// cross-reference stream (7.5.8) with an ID that is a hash of all bytes before it.
//
// Used by pdf/haru alone, which hands over every object once.
#ifndef PDF_OBJECTS_H
#define PDF_OBJECTS_H

#include "base/vec.h"
#include "pdf/compress.h"

enum object_place { OBJECT_FREE, OBJECT_AT, OBJECT_PACKED }; // the types of 7.5.8.3, table 18

struct object_entry {
    enum object_place place;
    uint64_t where; // AT: byte offset; PACKED: number of the object stream
    uint32_t index; // PACKED: index in it
};

struct object_file {
    struct arena *arena;
    struct compressor *compressor;
    struct str_builder out;
    struct object_entry *entries; // by object number
    uint32_t count;               // of entries in use, the free object 0 included
    uint32_t capacity;
    struct str_builder value;      // of the object that is added next
    struct str_builder pack_index; // of the object stream being filled
    struct str_builder pack_body;
    uint32_t packed;
    uint32_t pack; // its number
};

// Starts a file for objects numbered 1 to `objects`.
void object_file_init(struct object_file *file, struct arena *arena, struct compressor *compressor,
                      uint32_t objects);

// Writes the header of a file of that version of PDF.
void object_file_begin(struct object_file *file, struct str version);

// Both add an object whose value, of a stream the dictionary, stands in file->value: a stream by
// itself, anything else into the current object stream.
void object_file_add_stream(struct object_file *file, uint32_t object, struct str data);
void object_file_pack(struct object_file *file, uint32_t object);

// Ends the file and returns it. `info` may be 0: none.
struct str object_file_finish(struct object_file *file, uint32_t root, uint32_t info);

#endif
