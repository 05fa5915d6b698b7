#include "model/ids.h"

#include "base/utf8.h"

#include <assert.h>

struct range {
    uint32_t first, last;
};

// Blocks and signs above ASCII that hold no letters, marks or digits: white space, punctuation,
// symbols (Unicode's general categories Z, P, S and C), as far as they occur in running text.
static const struct range dropped[] = {
    {0x0080, 0x00A9},   {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
    {0x00F7, 0x00F7},   {0x02C2, 0x02C5}, {0x02D2, 0x02DF}, {0x037E, 0x037E}, {0x0387, 0x0387},
    {0x055A, 0x055F},   {0x0589, 0x058A}, {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C3},
    {0x05F3, 0x05F4},   {0x0600, 0x060F}, {0x061B, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4},
    {0x0964, 0x0965},   {0x0E3F, 0x0E3F}, {0x0E4F, 0x0E4F}, {0x0E5A, 0x0E5B}, {0x104A, 0x104F},
    {0x17D4, 0x17D6},   {0x17D8, 0x17DB}, {0x1800, 0x180A}, {0x2000, 0x200B}, {0x200E, 0x203E},
    {0x2041, 0x2053},   {0x2055, 0x2070}, {0x2074, 0x207E}, {0x2080, 0x208E}, {0x20A0, 0x20CF},
    {0x2190, 0x2BFF},   {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030},
    {0x303D, 0x303F},   {0x30A0, 0x30A0}, {0x30FB, 0x30FB}, {0xD800, 0xF8FF}, {0xFD3E, 0xFD3F},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE32}, {0xFE35, 0xFE4C}, {0xFE50, 0xFE6F}, {0xFEFF, 0xFEFF},
    {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20}, {0xFF3B, 0xFF3E}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF},
    {0x1F000, 0x1FAFF},
};

static bool is_kept(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++)
        if (c >= dropped[i].first && c <= dropped[i].last)
            return false;
    return true;
}

// Pairs of capital and small letters that stand side by side, capitals even.
static bool alternates(uint32_t c)
{
    return (c >= 0x0100 && c <= 0x0137 && c != 0x0130) || (c >= 0x014A && c <= 0x0177) ||
           (c >= 0x01DE && c <= 0x01EF) || (c >= 0x01F8 && c <= 0x021F) ||
           (c >= 0x0222 && c <= 0x0233) || (c >= 0x0370 && c <= 0x0373) ||
           (c >= 0x03D8 && c <= 0x03EF) || (c >= 0x0460 && c <= 0x0481) ||
           (c >= 0x048A && c <= 0x04BF) || (c >= 0x04D0 && c <= 0x052F) ||
           (c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF);
}

// Simple lower case (Unicode's UnicodeData) for the Latin, Greek, Cyrillic and Armenian scripts.
static uint32_t to_lower(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
        return c + 32;
    if ((c >= 0x0391 && c <= 0x03AB && c != 0x03A2) || (c >= 0x0410 && c <= 0x042F))
        return c + 32;
    if (c >= 0x0400 && c <= 0x040F)
        return c + 80;
    if (c >= 0x0531 && c <= 0x0556)
        return c + 48;
    if ((c >= 0x0139 && c <= 0x0148) || (c >= 0x0179 && c <= 0x017E) ||
        (c >= 0x01CD && c <= 0x01DC))
        return c % 2 == 1 ? c + 1 : c;
    if (alternates(c))
        return c | 1;
    switch (c) {
    case 0x0130: return 'i';
    case 0x0178: return 0xFF;
    case 0x01A0:
    case 0x01AF:
    case 0x0187: return c + 1;
    case 0x0386: return 0x03AC;
    case 0x0388:
    case 0x0389:
    case 0x038A: return c + 37;
    case 0x038C: return 0x03CC;
    case 0x038E:
    case 0x038F: return c + 63;
    case 0x1E9E: return 0xDF;
    }
    return c;
}

struct str id_from_heading(struct arena *arena, struct str plain)
{
    struct str_builder id = str_builder_in(arena);
    plain = str_trim(plain);
    for (size_t at = 0; at < plain.len;) {
        uint32_t c = to_lower(utf8_decode(plain.data, plain.len, &at));
        if (c == ' ')
            str_add_byte(&id, '-');
        else if (is_kept(c))
            str_add_code_point(&id, c);
    }
    return str_built(&id);
}

bool id_is_good(struct str id)
{
    for (size_t i = 0; i < id.len; i++)
        if (id.data[i] == ' ' || id.data[i] == '\t' || id.data[i] == '\n' || id.data[i] == '#' ||
            id.data[i] == '"' || id.data[i] == '<' || id.data[i] == '>')
            return false;
    return true;
}

bool ids_reserve(struct ids *ids, struct str id)
{
    if (map_find(&ids->taken, id))
        return false;
    struct id_place *place = ARENA_NEW(ids->arena, struct id_place);
    place->id = id;
    map_add(ids->arena, &ids->taken, id, place);
    *VEC_PUSH(ids->arena, &ids->all) = place;
    return true;
}

struct str ids_make(struct ids *ids, struct str plain)
{
    struct str base = id_from_heading(ids->arena, plain);
    if (base.len == 0)
        base = STR("section");
    if (ids_reserve(ids, base))
        return base;
    uint32_t *repeat = map_find(&ids->repeats, base);
    if (!repeat)
        repeat = map_add(ids->arena, &ids->repeats, base, ARENA_NEW(ids->arena, uint32_t));
    struct str id;
    do {
        id = str_format(ids->arena, "%.*s-%u", STR_ARGS(base), (unsigned)++*repeat);
    } while (!ids_reserve(ids, id));
    return id;
}

void ids_place(struct ids *ids, struct str id, const struct section *section)
{
    struct id_place *place = map_find(&ids->taken, id);
    assert(place);
    if (!place->section)
        place->section = section;
}

const struct section *ids_find(const struct ids *ids, struct str id)
{
    const struct id_place *place = map_find(&ids->taken, id);
    return place ? place->section : NULL;
}
