#include "pdf/objects.h"

#include "pdf/operators.h"

#include <assert.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { PACK_SIZE = 500 }; // objects in one object stream: larger saves nothing, and slows readers

static uint32_t streams_for(uint32_t objects)
{
    return (objects + PACK_SIZE - 1) / PACK_SIZE + 1;
}

void object_file_init(struct object_file *file, struct arena *arena, struct compressor *compressor,
                      uint32_t objects)
{
    uint32_t capacity = 1 + objects + streams_for(objects);
    *file = (struct object_file){.arena = arena,
                                 .compressor = compressor,
                                 .out = str_builder_in(arena),
                                 .entries = ARENA_ARRAY(arena, struct object_entry, capacity),
                                 .count = 1 + objects,
                                 .capacity = capacity,
                                 .value = str_builder_in(arena),
                                 .pack_index = str_builder_in(arena),
                                 .pack_body = str_builder_in(arena)};
}

void object_file_begin(struct object_file *file, struct str version)
{
    // 7.5.2: four bytes over 127 say that the file is binary.
    str_addf(&file->out, "%%PDF-%.*s\n%%\xE2\xE3\xCF\xD3\n", STR_ARGS(version));
}

static uint32_t new_object(struct object_file *file)
{
    assert(file->count < file->capacity);
    return file->count++;
}

static void begin_object(struct object_file *file, uint32_t object)
{
    assert(object > 0 && object < file->count && file->entries[object].place == OBJECT_FREE);
    file->entries[object] = (struct object_entry){.place = OBJECT_AT, .where = file->out.len};
    str_add_uint(&file->out, object);
    str_add(&file->out, STR(" 0 obj\n"));
}

// PDF/A wants an end of line on both sides of the data (ISO 19005-2, 6.1.7.1).
static void end_stream(struct object_file *file, struct str data)
{
    str_add(&file->out, STR("\nstream\n"));
    str_add(&file->out, data);
    str_add(&file->out, STR("\nendstream\nendobj\n"));
}

void object_file_add_stream(struct object_file *file, uint32_t object, struct str data)
{
    begin_object(file, object);
    str_add(&file->out, str_built(&file->value));
    end_stream(file, data);
}

// Ends a stream object of our own, whose dictionary is open.
static void end_own_stream(struct object_file *file, struct str data)
{
    str_addf(&file->out, "/Filter/FlateDecode/Length %zu>>", data.len);
    end_stream(file, data);
}

static void flush_pack(struct object_file *file)
{
    if (file->packed == 0)
        return;
    uint32_t first = (uint32_t)file->pack_index.len;
    str_add(&file->pack_index, str_built(&file->pack_body));
    begin_object(file, file->pack);
    str_addf(&file->out, "<</Type/ObjStm/N %u/First %u", (unsigned)file->packed, (unsigned)first);
    end_own_stream(file, compressor_run(file->compressor, str_built(&file->pack_index)));
    file->pack_index.len = 0;
    file->pack_body.len = 0;
    file->packed = 0;
}

void object_file_pack(struct object_file *file, uint32_t object)
{
    assert(object > 0 && file->entries[object].place == OBJECT_FREE);
    if (file->packed == 0)
        file->pack = new_object(file);
    file->entries[object] =
        (struct object_entry){.place = OBJECT_PACKED, .where = file->pack, .index = file->packed++};
    str_add_uint(&file->pack_index, object);
    str_add_byte(&file->pack_index, ' ');
    str_add_uint(&file->pack_index, file->pack_body.len);
    str_add_byte(&file->pack_index, ' ');
    str_add(&file->pack_body, str_built(&file->value));
    str_add_byte(&file->pack_body, '\n');
    if (file->packed == PACK_SIZE)
        flush_pack(file);
}

static uint32_t bytes_for(uint64_t value)
{
    uint32_t bytes = 1;
    while (value >>= 8)
        bytes++;
    return bytes;
}

// Writes one row: type, offset or stream, index; each big-endian.
static void put_row(uint8_t *row, const struct object_entry *entry, uint32_t where_bytes)
{
    row[0] = (uint8_t)entry->place;
    for (uint32_t i = 0; i < where_bytes; i++)
        row[1 + i] = (uint8_t)(entry->where >> (8 * (where_bytes - 1 - i)));
    row[1 + where_bytes] = (uint8_t)(entry->index >> 8);
    row[2 + where_bytes] = (uint8_t)entry->index;
}

// The table, each row as its difference from the row above (PNG's Up: 7.4.4.4), which Flate packs
// to a fraction.
static struct str cross_references(struct object_file *file, uint32_t where_bytes)
{
    static_assert(PACK_SIZE <= 65536, "an index takes two bytes");
    uint32_t width = where_bytes + 3;
    uint8_t *rows = arena_alloc(file->arena, (size_t)file->count * (width + 1));
    uint8_t above[12] = {0}, row[12];
    assert(width <= sizeof row);
    for (uint32_t i = 0; i < file->count; i++) {
        uint8_t *out = rows + (size_t)i * (width + 1);
        put_row(row, &file->entries[i], where_bytes);
        out[0] = 2;
        for (uint32_t k = 0; k < width; k++) {
            out[k + 1] = (uint8_t)(row[k] - above[k]);
            above[k] = row[k];
        }
    }
    struct str table = {(const char *)rows, (size_t)file->count * (width + 1)};
    return compressor_run(file->compressor, table);
}

static void add_id(struct str_builder *out)
{
    XXH128_hash_t hash = XXH3_128bits(out->data, out->len);
    char id[33];
    for (unsigned i = 0; i < 32; i++) {
        uint64_t half = i < 16 ? hash.high64 : hash.low64;
        id[i] = "0123456789ABCDEF"[half >> (60 - 4 * (i % 16)) & 15];
    }
    struct str digits = {id, 32};
    str_addf(out, "/ID[<%.*s><%.*s>]", STR_ARGS(digits), STR_ARGS(digits));
}

struct str object_file_finish(struct object_file *file, uint32_t root, uint32_t info)
{
    flush_pack(file);
    uint32_t object = new_object(file);
    uint64_t start = file->out.len;
    uint32_t where_bytes = bytes_for(start);
    begin_object(file, object);
    struct str table = cross_references(file, where_bytes);
    str_addf(&file->out, "<</Type/XRef/Size %u/W[1 %u 2]/Root %u 0 R", (unsigned)file->count,
             (unsigned)where_bytes, (unsigned)root);
    if (info != 0)
        str_addf(&file->out, "/Info %u 0 R", (unsigned)info);
    add_id(&file->out);
    str_addf(&file->out, "/DecodeParms<</Predictor 12/Columns %u>>", (unsigned)where_bytes + 3);
    end_own_stream(file, table);
    str_add(&file->out, STR("startxref\n"));
    str_add_uint(&file->out, start);
    str_add(&file->out, STR("\n%%EOF\n"));
    return str_built(&file->out);
}
