#include "pdf/cff_charset.h"

// Reads on through the program; what lies beyond its end reads as 0 and marks it broken.
struct cursor {
    struct str bytes;
    size_t at;
    bool broken;
};

static uint32_t read_uint(struct cursor *cursor, unsigned size)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < size; i++) {
        if (cursor->at >= cursor->bytes.len) {
            cursor->broken = true;
            return 0;
        }
        value = value << 8 | (uint8_t)cursor->bytes.data[cursor->at++];
    }
    return value;
}

// An INDEX (5176, 5): offsets, counted from 1, and data.
struct cff_index {
    uint32_t count;
    size_t first_start, first_end; // of its first item
    size_t end;
};

static struct cff_index read_index(struct cursor *cursor)
{
    struct cff_index index = {.count = read_uint(cursor, 2)};
    index.end = cursor->at;
    if (index.count == 0)
        return index;
    unsigned size = read_uint(cursor, 1);
    size_t offsets = cursor->at;
    size_t base = offsets + ((size_t)index.count + 1) * size - 1;
    if (size < 1 || size > 4)
        cursor->broken = true;
    index.first_start = base + read_uint(cursor, size);
    index.first_end = base + read_uint(cursor, size);
    cursor->at = offsets + (size_t)index.count * size;
    index.end = base + read_uint(cursor, size);
    cursor->at = index.end;
    return index;
}

enum {
    OPERATOR_CHARSET = 15,
    OPERATOR_CHARSTRINGS = 17,
    OPERATOR_ESCAPE = 12,
    OPERATOR_ROS = OPERATOR_ESCAPE << 8 | 30, // only CID-keyed fonts have it
    LAST_OPERATOR = 21
};

struct top_dict {
    bool cid_keyed;
    uint32_t charset, charstrings;
};

static void skip_real(struct cursor *cursor)
{
    uint32_t byte;
    do {
        byte = read_uint(cursor, 1);
    } while (!cursor->broken && (byte & 15) != 15 && byte >> 4 != 15);
}

// Reads an operand whose first byte is `lead` (5176, table 3). Offsets are never negative.
static uint32_t read_operand(struct cursor *cursor, uint32_t lead)
{
    if (lead == 28)
        return read_uint(cursor, 2);
    if (lead == 29)
        return read_uint(cursor, 4);
    if (lead == 30)
        skip_real(cursor);
    if (lead >= 32 && lead <= 246)
        return lead - 139;
    if (lead >= 247 && lead <= 250)
        return (lead - 247) * 256 + read_uint(cursor, 1) + 108;
    if (lead >= 251 && lead <= 254)
        (void)read_uint(cursor, 1);
    return 0;
}

static struct top_dict read_top_dict(struct cursor *cursor, size_t end)
{
    struct top_dict dict = {0};
    uint32_t operand = 0;
    while (cursor->at < end && !cursor->broken) {
        uint32_t lead = read_uint(cursor, 1);
        if (lead > LAST_OPERATOR) {
            operand = read_operand(cursor, lead);
            continue;
        }
        if (lead == OPERATOR_ESCAPE)
            lead = lead << 8 | read_uint(cursor, 1);
        if (lead == OPERATOR_ROS)
            dict.cid_keyed = true;
        else if (lead == OPERATOR_CHARSET)
            dict.charset = operand;
        else if (lead == OPERATOR_CHARSTRINGS)
            dict.charstrings = operand;
    }
    return dict;
}

// Formats 0, 1 and 2 (5176, 13): single CIDs, or ranges with one or two bytes for what follows.
static void read_cids(struct cursor *cursor, uint16_t *cids, size_t count)
{
    uint32_t format = read_uint(cursor, 1);
    if (format > 2)
        cursor->broken = true;
    for (size_t glyph = 1; glyph < count && !cursor->broken;) {
        uint32_t first = read_uint(cursor, 2), left = read_uint(cursor, format);
        for (uint32_t i = 0; i <= left && glyph < count; i++)
            cids[glyph++] = (uint16_t)((first + i) & UINT16_MAX);
    }
}

struct cff_charset cff_charset_read(struct arena *arena, struct str program)
{
    struct cursor cursor = {.bytes = program, .at = 2};
    cursor.at = read_uint(&cursor, 1); // the header's size
    read_index(&cursor);               // names
    struct cff_index dicts = read_index(&cursor);
    cursor.at = dicts.first_start;
    struct top_dict top = read_top_dict(&cursor, dicts.first_end);
    if (cursor.broken || dicts.count == 0)
        return (struct cff_charset){.kind = CFF_BROKEN};
    if (!top.cid_keyed)
        return (struct cff_charset){.kind = CFF_NAME_KEYED};
    cursor.at = top.charstrings;
    size_t count = read_uint(&cursor, 2);
    uint16_t *cids = ARENA_ARRAY(arena, uint16_t, count);
    cursor.at = top.charset;
    read_cids(&cursor, cids, count);
    enum cff_kind kind = cursor.broken || count == 0 ? CFF_BROKEN : CFF_CID_KEYED;
    return (struct cff_charset){kind, cids, count};
}
