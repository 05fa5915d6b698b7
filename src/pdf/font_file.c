#include "pdf/font_file.h"

#include "pdf/cff.h"
#include "pdf/operators.h"

#include <hb.h>

enum {
    FARTHEST = 16000
}; // thousandths of an em: no honest font has more, a charstring can hold it

// Font units → thousandths of an em, rounded to nearest.
static int32_t thousandths(const struct font *font, int64_t units)
{
    int32_t value = length_scale(units, 1000, font->units_per_em);
    return value > FARTHEST ? FARTHEST : value < -FARTHEST ? -FARTHEST : value;
}

// 9.6.4: six capital letters, other ones for other subsets: here from the subset's own bytes.
static struct str subset_name(struct arena *arena, const struct font *font, struct str program)
{
    uint64_t hash = str_hash(program);
    char tag[7] = {0};
    for (size_t i = 0; i < 6; i++) {
        tag[i] = (char)('A' + hash % 26);
        hash /= 26;
    }
    return str_format(arena, "%s+%.*s", tag, STR_ARGS(font->postscript_name));
}

static int32_t commonest(struct arena *arena, const struct font_use *use)
{
    int32_t most = 0, limit = 0;
    for (size_t i = 0; i < use->count; i++)
        limit = use->items[i].width > limit ? use->items[i].width : limit;
    size_t *seen = ARENA_ARRAY(arena, size_t, (size_t)limit + 1);
    for (size_t i = 0; i < use->count; i++)
        if (use->items[i].used && ++seen[use->items[i].width] > seen[most])
            most = use->items[i].width;
    return most;
}

static size_t equal_run(const struct font_use *use, size_t from)
{
    const struct code_use *codes = use->items;
    size_t end = from + 1;
    while (end < use->count && codes[end].used && codes[end].width == codes[from].width)
        end++;
    return end - from;
}

enum { RANGE_PAYS = 4 }; // equal widths, from which "first last width" is the shorter form

static size_t add_list(struct str_builder *out, const struct font_use *use, size_t from,
                       int32_t usual)
{
    const struct code_use *codes = use->items;
    size_t at = from;
    str_addf(out, "%zu[", from);
    while (at < use->count && codes[at].used && codes[at].width != usual &&
           equal_run(use, at) < RANGE_PAYS) {
        if (at > from)
            str_add_byte(out, ' ');
        str_add_int(out, codes[at++].width);
    }
    str_add_byte(out, ']');
    return at;
}

// Appends the widths of codes that differ from the commonest one: "3[500 512]9 14 600".
static void add_widths(struct str_builder *out, const struct font_use *use, int32_t usual)
{
    str_addf(out, "/DW %d/W[", (int)usual);
    for (size_t i = 0; i < use->count;) {
        const struct code_use *code = &use->items[i];
        size_t run = code->used ? equal_run(use, i) : 1;
        if (!code->used || code->width == usual) {
            i += run;
        } else if (run >= RANGE_PAYS) {
            str_addf(out, "%zu %zu %d ", i, i + run - 1, (int)code->width);
            i += run;
        } else {
            i = add_list(out, use, i, usual);
        }
    }
    str_add_byte(out, ']');
}

static void take_widths(struct font_use *use)
{
    for (size_t i = 0; i < use->count; i++) {
        struct code_use *code = &use->items[i];
        int32_t width = thousandths(use->font, font_advance(use->font, code->glyph));
        if (code->used)
            code->width = width < 0 ? 0 : width;
    }
}

enum { FLAG_FIXED_PITCH = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 }; // table 123

static int font_flags(const struct font *font)
{
    return FLAG_SYMBOLIC | (font->fixed_pitch ? FLAG_FIXED_PITCH : 0) |
           (font->serif ? FLAG_SERIF : 0) | (font->italic ? FLAG_ITALIC : 0);
}

// StemV is in no font: these are the stems of common text faces at weights 400 (80) and 700 (140).
static int stem_width(const struct font *font)
{
    int stem = font->weight / 5;
    return stem < 20 ? 20 : stem;
}

static uint32_t write_descriptor(struct arena *arena, const struct font *font, struct str name,
                                 uint32_t program, struct haru *haru)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("/Type/FontDescriptor/FontName"));
    pdf_add_name(&out, name);
    str_addf(&out, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle ", font_flags(font),
             (int)thousandths(font, font->bounds[0]), (int)thousandths(font, font->bounds[1]),
             (int)thousandths(font, font->bounds[2]), (int)thousandths(font, font->bounds[3]));
    pdf_add_number(&out, pdf_thousandths(font->italic_angle));
    str_addf(&out, "/Ascent %d/Descent %d/CapHeight %d/XHeight %d/StemV %d",
             (int)thousandths(font, font->ascender), (int)thousandths(font, font->descender),
             (int)thousandths(font, font->cap_height), (int)thousandths(font, font->x_height),
             stem_width(font));
    str_add(&out, STR("/FontFile3 "));
    pdf_add_reference(&out, program);
    uint32_t object = haru_add_object(haru);
    haru_fill(haru, object, str_built(&out));
    return object;
}

// Whether the face still has outlines: a file can change while it is read.
static bool has_outlines(const struct font *font)
{
    static const hb_tag_t tables[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' ')};
    hb_blob_t *blob = hb_face_reference_table(font->face, tables[font->outlines == FONT_CFF]);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

// The first glyph is .notdef, which is blank: no text uses it.
static struct str make_program(struct arena *arena, const struct font_use *use, int32_t usual)
{
    struct cff_glyph *glyphs = ARENA_ARRAY(arena, struct cff_glyph, use->count);
    struct cff_font font = {
        .name = use->font->postscript_name, .glyphs = glyphs, .count = 1, .usual_width = usual};
    glyphs[0].width = usual;
    for (size_t code = 1; code < use->count; code++)
        if (use->items[code].used)
            glyphs[font.count++] =
                (struct cff_glyph){(uint16_t)code, use->items[code].width,
                                   outline_of_glyph(arena, use->font, use->items[code].glyph)};
    for (size_t i = 0; i < 4; i++)
        font.bounds[i] = thousandths(use->font, use->font->bounds[i]);
    return cff_program(arena, &font);
}

bool font_file_write(struct arena *arena, struct font_use *use, struct haru *haru,
                     struct font_object *out)
{
    const struct font *font = use->font;
    if (!has_outlines(font))
        return false;
    take_widths(use);
    use->short_codes = use->count <= UINT8_MAX + 1;
    int32_t usual = commonest(arena, use);
    struct str program = make_program(arena, use, usual);
    out->name = subset_name(arena, font, program);
    uint32_t file = haru_add_stream(haru, STR("/Subtype/CIDFontType0C"), program, true);
    uint32_t descriptor = write_descriptor(arena, font, out->name, file, haru);

    struct str_builder entries = str_builder_in(arena);
    str_add(&entries, STR("/Type/Font/Subtype/CIDFontType0/BaseFont"));
    pdf_add_name(&entries, out->name);
    str_add(&entries, STR("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                          "/FontDescriptor "));
    pdf_add_reference(&entries, descriptor);
    add_widths(&entries, use, usual);
    out->object = haru_add_object(haru);
    haru_fill(haru, out->object, str_built(&entries));
    return true;
}
