#include "pdf/to_unicode.h"

#include "base/utf8.h"
#include "pdf/operators.h"

#include <stdlib.h>

enum { BLOCK = 100 }; // Adobe Technical Note 5014: entries in one bfchar block

struct entry {
    uint16_t code;
    struct str text;
};

static int by_code(const void *left, const void *right)
{
    uint16_t a = ((const struct entry *)left)->code, b = ((const struct entry *)right)->code;
    return (a > b) - (a < b);
}

static void add_entry(struct str_builder *out, const struct entry *entry)
{
    str_addf(out, "<%04X><", (unsigned)entry->code);
    for (size_t at = 0; at < entry->text.len;)
        pdf_add_utf16_hex(out, utf8_decode(entry->text.data, entry->text.len, &at));
    str_add(out, STR(">\n"));
}

static void add_blocks(struct str_builder *out, const struct entry *entries, size_t count)
{
    for (size_t from = 0; from < count; from += BLOCK) {
        size_t end = from + BLOCK < count ? from + BLOCK : count;
        str_addf(out, "%zu beginbfchar\n", end - from);
        for (size_t i = from; i < end; i++)
            add_entry(out, &entries[i]);
        str_add(out, STR("endbfchar\n"));
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
                      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"));
    add_blocks(&out, entries, variant->count);
    str_add(&out, STR("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"));
    return str_built(&out);
}
