#include "pdf/to_unicode.h"

#include "base/utf8.h"
#include "pdf/operators.h"

static void add_code(struct str_builder *out, size_t code, bool short_codes)
{
    str_addf(out, short_codes ? "<%02X>" : "<%04X>", (unsigned)code);
}

static void add_text(struct str_builder *out, struct str text)
{
    str_add_byte(out, '<');
    for (size_t at = 0; at < text.len;)
        pdf_add_utf16_hex(out, utf8_decode(text.data, text.len, &at));
    str_add_byte(out, '>');
}

// Codes of one first byte make a range; a file uses them all.
static void add_range(struct str_builder *out, const struct str *texts, size_t from, size_t end,
                      bool short_codes)
{
    add_code(out, from, short_codes);
    add_code(out, end - 1, short_codes);
    str_add_byte(out, '[');
    for (size_t i = from; i < end; i++)
        add_text(out, texts[i]);
    str_add(out, STR("]\n"));
}

struct str to_unicode_map(struct arena *arena, const struct str *texts, size_t count,
                          bool short_codes)
{
    enum { RANGE = 256, BLOCK = 100 }; // Adobe Technical Note 5014: ranges in one block
    struct str_builder out = str_builder_in(arena);
    if (short_codes && count > RANGE)
        count = RANGE;
    str_add(&out, STR("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n"));
    str_add(&out, short_codes ? STR("<00><FF>") : STR("<0000><FFFF>"));
    str_add(&out, STR("\nendcodespacerange\n"));
    size_t ranges = (count + RANGE - 1) / RANGE;
    for (size_t i = 0; i < ranges; i++) {
        if (i % BLOCK == 0)
            str_addf(&out, "%zu beginbfrange\n", ranges - i < BLOCK ? ranges - i : BLOCK);
        size_t from = i == 0 ? 1 : i * RANGE, end = (i + 1) * RANGE;
        add_range(&out, texts, from, end < count ? end : count, short_codes);
        if (i % BLOCK == BLOCK - 1 || i + 1 == ranges)
            str_add(&out, STR("endbfrange\n"));
    }
    str_add(&out, STR("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"));
    return str_built(&out);
}
