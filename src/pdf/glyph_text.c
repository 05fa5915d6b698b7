#include "pdf/glyph_text.h"

#include "base/utf8.h"

#include <assert.h>
#include <hb.h>

// Glyphs come as drawn, from left to right: logical order is the other way round where the text is
// read from the right.
static size_t drawn(const struct item_glyphs *item, size_t logical)
{
    return item->right_to_left ? item->count - 1 - logical : logical;
}

static void add_decomposed(struct str_builder *out, uint32_t code_point)
{
    hb_codepoint_t first, second;
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    // A canonical decomposition is a pair whose second never decomposes further (UAX #15).
    if (hb_unicode_decompose(unicode, code_point, &first, &second)) {
        add_decomposed(out, first);
        if (second)
            str_add_code_point(out, second);
    } else {
        str_add_code_point(out, code_point);
    }
}

static struct str decomposed(struct arena *arena, struct str text)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < text.len;)
        add_decomposed(&out, utf8_decode(text.data, text.len, &at));
    return str_built(&out);
}

// Glyphs of one cluster, `from` up to `end` in logical order, and their text.
struct cluster {
    size_t from, end;
    struct str text;
};

static void share_out(struct arena *arena, const struct item_glyphs *item, struct cluster cluster,
                      struct str *texts)
{
    size_t count = cluster.end - cluster.from;
    struct str text = cluster.text;
    if (count > 1 && utf8_count(text.data, text.len) < count)
        text = decomposed(arena, text);
    size_t at = 0;
    for (size_t i = cluster.from; i < cluster.end; i++) {
        size_t start = at;
        if (i + 1 == cluster.end)
            at = text.len;
        else if (at < text.len)
            (void)utf8_decode(text.data, text.len, &at);
        texts[drawn(item, i)] = str_slice(text, start, at);
    }
}

void glyph_text_assign(struct arena *arena, const struct item_glyphs *item, struct str *texts)
{
    size_t start = 0; // text before the first cluster is the first glyph's
    for (size_t i = 0; i < item->count;) {
        uint32_t offset = item->glyphs[drawn(item, i)].cluster;
        size_t end = i + 1;
        while (end < item->count && item->glyphs[drawn(item, end)].cluster == offset)
            end++;
        size_t limit = end < item->count ? item->glyphs[drawn(item, end)].cluster : item->text.len;
        assert(offset < limit && limit <= item->text.len);
        share_out(arena, item, (struct cluster){i, end, str_slice(item->text, start, limit)},
                  texts);
        start = limit;
        i = end;
    }
}
