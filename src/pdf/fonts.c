#include "pdf/fonts.h"

#include "pdf/font_file.h"
#include "pdf/glyph_text.h"
#include "pdf/operators.h"
#include "pdf/to_unicode.h"

#include "base/vec.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct font_use *find_or_add(struct fonts *fonts, const struct font *font)
{
    assert(font && font->index < fonts->face_count);
    struct font_use *use = fonts->faces[font->index];
    if (!use) {
        use = ARENA_NEW(fonts->arena, struct font_use);
        use->font = font;
        use->resource = (uint32_t)fonts->used.count;
        use->glyphs = ARENA_ARRAY(fonts->arena, struct glyph_use, font->glyph_count);
        fonts->faces[font->index] = use;
        *VEC_PUSH(fonts->arena, &fonts->used) = use;
    }
    assert(use->font == font);
    return use;
}

struct text_codes {
    uint16_t *items;
    size_t count;
    size_t capacity;
};

// Bytes that a string has to escape: a code that is one of them would take two bytes each time.
static bool is_escaped(size_t code)
{
    return code == '\n' || code == '\r' || code == '(' || code == ')' || code == '\\';
}

// No glyph gets the next code; a map of codes has a text for it all the same.
static void skip_code(struct fonts *fonts)
{
    while (is_escaped(fonts->texts.count))
        *VEC_PUSH(fonts->arena, &fonts->texts) = STR(" ");
}

// A text's k-th code, or 0 when the file has no more.
static uint16_t code_for(struct fonts *fonts, struct str text, size_t k)
{
    struct text_codes *codes = map_find(&fonts->codes, text);
    if (!codes)
        codes =
            map_add(fonts->arena, &fonts->codes, text, ARENA_NEW(fonts->arena, struct text_codes));
    if (k == codes->count && is_escaped(fonts->texts.count))
        skip_code(fonts);
    if (k == codes->count && fonts->texts.count <= UINT16_MAX) {
        *VEC_PUSH(fonts->arena, codes) = (uint16_t)fonts->texts.count;
        *VEC_PUSH(fonts->arena, &fonts->texts) = text;
    }
    return k < codes->count ? codes->items[k] : 0;
}

static bool is_taken(const struct font_use *use, uint16_t code)
{
    return code < use->count && use->items[code].used;
}

// Gives a glyph a code for one more text.
static uint16_t take_code(struct fonts *fonts, struct font_use *use, uint32_t id, struct str text)
{
    size_t k = 0;
    while (is_taken(use, code_for(fonts, text, k)))
        k++;
    uint16_t code = code_for(fonts, text, k);
    while (code != 0 && use->count <= code)
        *VEC_PUSH(fonts->arena, use) = (struct code_use){0};
    if (code != 0)
        use->items[code] = (struct code_use){.used = true, .glyph = id};
    return code;
}

// Finds the code by which a glyph stands for a text that is not its first.
static uint16_t further_code(struct fonts *fonts, struct font_use *use, uint32_t id,
                             struct str text)
{
    struct arena_mark mark = arena_mark(fonts->arena);
    char *bytes = arena_alloc(fonts->arena, sizeof id + text.len);
    memcpy(bytes, &id, sizeof id);
    memcpy(bytes + sizeof id, text.data, text.len);
    struct str key = {bytes, sizeof id + text.len};
    const uint16_t *known = map_find(&use->further, key);
    if (known) {
        arena_rewind(fonts->arena, mark);
        return *known;
    }
    uint16_t *code = ARENA_NEW(fonts->arena, uint16_t);
    *code = take_code(fonts, use, id, str_slice(key, sizeof id, key.len));
    map_add(fonts->arena, &use->further, key, code);
    return *code;
}

static uint16_t code_of(struct fonts *fonts, struct font_use *use, uint32_t id, struct str text)
{
    assert(id < use->font->glyph_count);
    struct glyph_use *glyph = &use->glyphs[id];
    if (glyph->code == 0)
        *glyph = (struct glyph_use){take_code(fonts, use, id, text), text};
    return str_equal(glyph->text, text) ? glyph->code : further_code(fonts, use, id, text);
}

static void collect_glyphs(struct fonts *fonts, struct str *texts, const struct item_glyphs *item)
{
    struct font_use *use = find_or_add(fonts, item->font);
    glyph_text_assign(fonts->arena, item, texts);
    for (size_t i = 0; i < item->count; i++)
        fonts->glyph_codes[fonts->glyph_count++] =
            code_of(fonts, use, item->glyphs[i].id, texts[i]);
}

// Groups are as deep as page_check allows.
static void collect_items(struct fonts *fonts, struct str *texts, const struct page_item *items,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_GLYPHS)
            collect_glyphs(fonts, texts, &items[i].as.glyphs);
        else if (items[i].kind == ITEM_GROUP)
            collect_items(fonts, texts, items[i].as.group.items, items[i].as.group.count);
    }
}

// How much there is to look at.
struct extent {
    size_t faces;
    size_t glyphs;
    size_t longest; // glyphs of one item
};

static void measure_glyphs(const struct item_glyphs *item, struct extent *extent)
{
    extent->glyphs += item->count;
    if (item->count > extent->longest)
        extent->longest = item->count;
    if (item->font->index >= extent->faces)
        extent->faces = item->font->index + (size_t)1;
}

static void measure_items(const struct page_item *items, size_t count, struct extent *extent)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_GLYPHS)
            measure_glyphs(&items[i].as.glyphs, extent);
        else if (items[i].kind == ITEM_GROUP)
            measure_items(items[i].as.group.items, items[i].as.group.count, extent);
    }
}

struct fonts *fonts_collect(struct arena *arena, const struct page_list *list)
{
    struct fonts *fonts = ARENA_NEW(arena, struct fonts);
    struct extent extent = {0};
    for (size_t p = 0; p < list->count; p++)
        measure_items(list->pages[p].items, list->pages[p].count, &extent);
    fonts->arena = arena;
    fonts->face_count = extent.faces;
    fonts->faces = ARENA_ARRAY(arena, struct font_use *, extent.faces);
    fonts->glyph_codes = ARENA_ARRAY(arena, uint16_t, extent.glyphs);
    *VEC_PUSH(arena, &fonts->texts) = (struct str){0};
    struct str *texts = ARENA_ARRAY(arena, struct str, extent.longest);
    for (size_t p = 0; p < list->count; p++)
        collect_items(fonts, texts, list->pages[p].items, list->pages[p].count);
    return fonts;
}

const struct font_use *fonts_find(const struct fonts *fonts, const struct font *font)
{
    assert(font->index < fonts->face_count && fonts->faces[font->index]);
    return fonts->faces[font->index];
}

// Codes of a byte that are the CIDs themselves (9.7.5.4).
static uint32_t byte_map(struct fonts *fonts, struct haru *haru)
{
    static const struct str entries =
        STR_INIT("/Type/CMap/CMapName/OneByteIdentityH"
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    static const struct str map =
        STR_INIT("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                 "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>def\n"
                 "/CMapName/OneByteIdentityH def\n/CMapType 1 def\n"
                 "1 begincodespacerange\n<00><FF>\nendcodespacerange\n"
                 "1 begincidrange\n<00><FF>0\nendcidrange\n"
                 "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend");
    if (fonts->byte_map == 0)
        fonts->byte_map = haru_add_stream(haru, entries, map, true);
    return fonts->byte_map;
}

static void add_encoding(struct fonts *fonts, const struct font_use *use, struct haru *haru,
                         struct str_builder *out)
{
    str_add(out, STR("/Encoding"));
    if (use->short_codes)
        str_addf(out, " %u 0 R", (unsigned)byte_map(fonts, haru));
    else
        str_add(out, STR("/Identity-H"));
}

static uint32_t to_unicode(struct fonts *fonts, const struct font_use *use, struct haru *haru)
{
    uint32_t *object = &fonts->to_unicode[!use->short_codes];
    if (*object == 0) {
        struct str map =
            to_unicode_map(fonts->arena, fonts->texts.items, fonts->texts.count, use->short_codes);
        *object = haru_add_stream(haru, STR(""), map, true);
    }
    return *object;
}

static void write_font(struct fonts *fonts, const struct font_use *use, struct haru *haru,
                       const struct font_object *descendant, struct str_builder *resources)
{
    uint32_t object = haru_add_object(haru);
    struct str_builder out = str_builder_in(fonts->arena);
    str_add(&out, STR("/Type/Font/Subtype/Type0/BaseFont"));
    pdf_add_name(&out, descendant->name);
    add_encoding(fonts, use, haru, &out);
    str_add(&out, STR("/DescendantFonts["));
    pdf_add_reference(&out, descendant->object);
    str_add(&out, STR("]/ToUnicode "));
    pdf_add_reference(&out, to_unicode(fonts, use, haru));
    haru_fill(haru, object, str_built(&out));
    str_addf(resources, "/F%u ", (unsigned)use->resource);
    pdf_add_reference(resources, object);
}

static bool fail(const struct font_use *use, struct diags *diags, const char *reason)
{
    diag_add(diags, DIAG_FONT_BROKEN, (struct span){0}, "%.*s cannot be embedded: %s",
             STR_ARGS(use->font->path), reason);
    return false;
}

bool fonts_write(struct fonts *fonts, struct haru *haru, struct diags *diags, struct str *resources)
{
    struct str_builder out = str_builder_in(fonts->arena);
    bool all = true;
    str_add(&out, STR("/Font<<"));
    for (size_t i = 0; i < fonts->used.count; i++) {
        struct font_use *use = fonts->used.items[i];
        struct font_object descendant;
        if (fonts->texts.count > UINT16_MAX)
            all = fail(use, diags, "the file has more letters than a font can");
        else if (font_file_write(fonts->arena, use, haru, &descendant))
            write_font(fonts, use, haru, &descendant, &out);
        else
            all = fail(use, diags, "its outlines cannot be read");
    }
    str_add(&out, STR(">>"));
    *resources = str_built(&out);
    return all;
}
