#include "pdf/to_unicode.h"

#include "base/utf8.h"
#include "pdf/operators.h"

#include <stdlib.h>

enum { BLOCK = 100 }; // Adobe Technical Note 5014: ranges in one bfrange block

struct entry {
    uint16_t code;
    struct str text;
};

static int by_code(const void *left, const void *right)
{
    uint16_t a = ((const struct entry *)left)->code, b = ((const struct entry *)right)->code;
    return (a > b) - (a < b);
}

static void add_code(struct str_builder *out, const struct font_use *use, uint16_t code)
{
    str_addf(out, use->short_codes ? "<%02X>" : "<%04X>", (unsigned)code);
}

static void add_text(struct str_builder *out, struct str text)
{
    str_add_byte(out, '<');
    for (size_t at = 0; at < text.len;)
        pdf_add_utf16_hex(out, utf8_decode(text.data, text.len, &at));
    str_add_byte(out, '>');
}

// Codes that follow each other make a range, within which only their last byte may change.
static size_t range_length(const struct entry *entries, size_t count)
{
    size_t length = 1;
    while (length < count && entries[length].code == entries[0].code + length &&
           entries[length].code >> 8 == entries[0].code >> 8)
        length++;
    return length;
}

static void add_range(struct str_builder *out, const struct font_use *use,
                      const struct entry *entries, size_t length)
{
    add_code(out, use, entries[0].code);
    add_code(out, use, entries[length - 1].code);
    str_add_byte(out, '[');
    for (size_t i = 0; i < length; i++)
        add_text(out, entries[i].text);
    str_add(out, STR("]\n"));
}

static size_t count_ranges(const struct entry *entries, size_t count)
{
    size_t ranges = 0;
    for (size_t i = 0; i < count && ranges < BLOCK; i += range_length(entries + i, count - i))
        ranges++;
    return ranges;
}

static void add_blocks(struct str_builder *out, const struct font_use *use,
                       const struct entry *entries, size_t count)
{
    for (size_t at = 0; at < count;) {
        size_t ranges = count_ranges(entries + at, count - at);
        str_addf(out, "%zu beginbfrange\n", ranges);
        for (; ranges > 0; ranges--) {
            size_t length = range_length(entries + at, count - at);
            add_range(out, use, entries + at, length);
            at += length;
        }
        str_add(out, STR("endbfrange\n"));
    }
}

struct str to_unicode_map(struct arena *arena, const struct font_use *use,
                          const struct font_variant *variant)
{
    struct entry *entries = ARENA_ARRAY(arena, struct entry, variant->count);
    for (size_t i = 0; i < variant->count; i++)
        entries[i] =
            (struct entry){use->glyphs[variant->items[i].glyph].code, variant->items[i].text};
    qsort(entries, variant->count, sizeof *entries, by_code);

    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n"));
    str_add(&out, use->short_codes ? STR("<00><FF>") : STR("<0000><FFFF>"));
    str_add(&out, STR("\nendcodespacerange\n"));
    add_blocks(&out, use, entries, variant->count);
    str_add(&out, STR("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"));
    return str_built(&out);
}
