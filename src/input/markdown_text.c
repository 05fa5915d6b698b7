#include "input/markdown_text.h"

#include "base/utf8.h"
#include "base/vec.h"

void markdown_text_begin(struct markdown_text *text, struct arena *arena, const struct node *scalar)
{
    *text = (struct markdown_text){.scalar = scalar, .bytes = str_builder_in(arena)};
}

static void add_piece(struct markdown_text *text, size_t decoded, uint32_t source)
{
    if (text->pieces.count > 0) {
        struct srcmap_piece *last = &text->pieces.items[text->pieces.count - 1];
        if (last->decoded == decoded) {
            last->source = source;
            return;
        }
        if (source >= last->source && source - last->source == decoded - last->decoded)
            return;
    }
    *VEC_PUSH(text->bytes.arena, &text->pieces) = (struct srcmap_piece){(uint32_t)decoded, source};
}

static void note_end(struct markdown_text *text, size_t start, size_t end)
{
    struct span span = node_text_span(text->scalar, start, end);
    if (span.end > text->source_end)
        text->source_end = span.end;
}

// The scalar's own pieces begin anew at every line: those within the range are taken over.
void markdown_text_add(struct markdown_text *text, size_t start, size_t end)
{
    const struct srcmap *map = &text->scalar->map;
    size_t base = text->bytes.len, low = 0, high = map->count;
    add_piece(text, base, srcmap_offset(map, (uint32_t)start));
    while (low < high) { // the first piece behind `start`
        size_t middle = low + (high - low) / 2;
        if (map->pieces[middle].decoded <= start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < map->count && map->pieces[low].decoded < end; low++)
        add_piece(text, base + map->pieces[low].decoded - start, map->pieces[low].source);
    // Within a text a line break is a space; the breaks of code blocks come by themselves.
    for (size_t i = start; i < end; i++) {
        char byte = text->scalar->text.data[i];
        str_add_byte(&text->bytes, byte == '\n' ? ' ' : byte);
    }
    note_end(text, start, end);
}

void markdown_text_add_decoded(struct markdown_text *text, struct str decoded, size_t start,
                               size_t end)
{
    uint32_t source = srcmap_offset(&text->scalar->map, (uint32_t)start);
    for (size_t i = 0; i < decoded.len; i++)
        add_piece(text, text->bytes.len + i, source);
    str_add(&text->bytes, decoded);
    note_end(text, start, end);
}

struct srcmap markdown_text_map(const struct markdown_text *text)
{
    return (struct srcmap){
        .file = text->scalar->map.file,
        .pieces = text->pieces.items,
        .count = text->pieces.count,
        .source_end = text->source_end,
    };
}

static const struct {
    struct str name;
    uint32_t code_point;
} entities[] = {
    {STR_INIT("amp"), '&'},      {STR_INIT("lt"), '<'},       {STR_INIT("gt"), '>'},
    {STR_INIT("quot"), '"'},     {STR_INIT("apos"), '\''},    {STR_INIT("nbsp"), 0xA0},
    {STR_INIT("shy"), 0xAD},     {STR_INIT("copy"), 0xA9},    {STR_INIT("reg"), 0xAE},
    {STR_INIT("trade"), 0x2122}, {STR_INIT("deg"), 0xB0},     {STR_INIT("plusmn"), 0xB1},
    {STR_INIT("micro"), 0xB5},   {STR_INIT("middot"), 0xB7},  {STR_INIT("frac12"), 0xBD},
    {STR_INIT("frac14"), 0xBC},  {STR_INIT("frac34"), 0xBE},  {STR_INIT("times"), 0xD7},
    {STR_INIT("divide"), 0xF7},  {STR_INIT("sect"), 0xA7},    {STR_INIT("para"), 0xB6},
    {STR_INIT("laquo"), 0xAB},   {STR_INIT("raquo"), 0xBB},   {STR_INIT("ndash"), 0x2013},
    {STR_INIT("mdash"), 0x2014}, {STR_INIT("lsquo"), 0x2018}, {STR_INIT("rsquo"), 0x2019},
    {STR_INIT("sbquo"), 0x201A}, {STR_INIT("ldquo"), 0x201C}, {STR_INIT("rdquo"), 0x201D},
    {STR_INIT("bdquo"), 0x201E}, {STR_INIT("bull"), 0x2022},  {STR_INIT("hellip"), 0x2026},
    {STR_INIT("euro"), 0x20AC},  {STR_INIT("pound"), 0xA3},   {STR_INIT("cent"), 0xA2},
    {STR_INIT("minus"), 0x2212}, {STR_INIT("le"), 0x2264},    {STR_INIT("ge"), 0x2265},
    {STR_INIT("ne"), 0x2260},    {STR_INIT("rarr"), 0x2192},  {STR_INIT("larr"), 0x2190},
    {STR_INIT("zwnj"), 0x200C},  {STR_INIT("zwj"), 0x200D},   {STR_INIT("alpha"), 0x3B1},
    {STR_INIT("beta"), 0x3B2},   {STR_INIT("gamma"), 0x3B3},  {STR_INIT("delta"), 0x3B4},
};

static uint32_t numeric_entity(struct str digits)
{
    bool hexadecimal = digits.len > 0 && (digits.data[0] == 'x' || digits.data[0] == 'X');
    uint32_t value = 0;
    for (size_t i = hexadecimal; i < digits.len; i++) {
        char c = digits.data[i];
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
                                                : (uint32_t)(c - 'A') + 10;
        value = value * (hexadecimal ? 16 : 10) + digit;
        if (value > 0x10FFFF)
            return 0;
    }
    return value >= 0xD800 && value <= 0xDFFF ? 0 : value;
}

size_t markdown_entity(struct str entity, char *out)
{
    struct str name = str_slice(entity, 1, entity.len - 1);
    uint32_t code_point = 0;
    if (name.len > 0 && name.data[0] == '#')
        code_point = numeric_entity(str_slice(name, 1, name.len));
    for (size_t i = 0; code_point == 0 && i < sizeof entities / sizeof entities[0]; i++)
        if (str_equal(entities[i].name, name))
            code_point = entities[i].code_point;
    return code_point == 0 ? 0 : utf8_encode(code_point, out);
}
