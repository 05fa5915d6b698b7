#include "pdf/font_file.h"

#include "pdf/cff_charset.h"
#include "pdf/operators.h"

#include <assert.h>
#include <hb-subset.h>
#include <hb.h>
#include <string.h>

// What a PDF reader takes from the PDF instead, or never asks for.
static const char *const dropped_tables[] = {
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "cmap", "name", "OS/2", "post", "gasp",
    "kern", "DSIG", "hdmx", "VDMX", "LTSH", "PCLT", "meta", "STAT", "VORG", "vhea", "vmtx",
    "COLR", "CPAL", "SVG ", "CBDT", "CBLC", "EBDT", "EBLC", "EBSC", "sbix", "FFTM"};

static hb_subset_input_t *subset_input(const struct font_use *use)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped_tables / sizeof dropped_tables[0]; i++)
        hb_set_add(dropped, hb_tag_from_string(dropped_tables[i], 4));
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (uint32_t i = 0; i < use->font->glyph_count; i++)
        if (use->glyphs[i].used)
            hb_set_add(glyphs, i);
    // Hinting is for coarse screens and a third of the file.
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

static bool take_codes(struct font_use *use, hb_subset_plan_t *plan)
{
    const hb_map_t *codes = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (uint32_t i = 0; i < use->font->glyph_count; i++) {
        if (!use->glyphs[i].used)
            continue;
        hb_codepoint_t code = hb_map_get(codes, i);
        if (code > UINT16_MAX)
            return false;
        use->glyphs[i].code = (uint16_t)code;
    }
    return true;
}

// Returns the bytes of a face, or of its bare CFF table (ISO 32000-1, table 126).
static struct str program_bytes(struct arena *arena, const struct font *font, hb_face_t *face)
{
    hb_blob_t *blob = font->outlines == FONT_CFF
                          ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '))
                          : hb_face_reference_blob(face);
    unsigned len;
    const char *data = hb_blob_get_data(blob, &len);
    struct str bytes = {len > 0 ? arena_copy(arena, data, len) : "", len};
    hb_blob_destroy(blob);
    return bytes;
}

// In a CID-keyed program the codes are the CIDs of its charset, not glyph indices.
static bool take_cids(struct arena *arena, struct font_use *use, struct str program)
{
    struct cff_charset charset = cff_charset_read(arena, program);
    if (charset.kind != CFF_CID_KEYED)
        return charset.kind == CFF_NAME_KEYED;
    for (uint32_t i = 0; i < use->font->glyph_count; i++) {
        struct glyph_use *glyph = &use->glyphs[i];
        if (glyph->used && glyph->code >= charset.count)
            return false;
        if (glyph->used)
            glyph->code = charset.cids[glyph->code];
    }
    return true;
}

static bool subset(struct arena *arena, struct font_use *use, struct str *program)
{
    hb_subset_input_t *input = subset_input(use);
    hb_subset_plan_t *plan = input ? hb_subset_plan_create_or_fail(use->font->face, input) : NULL;
    hb_face_t *face = NULL;
    *program = (struct str){0};
    if (plan && take_codes(use, plan))
        face = hb_subset_plan_execute_or_fail(plan);
    if (face)
        *program = program_bytes(arena, use->font, face);
    hb_face_destroy(face);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return program->len > 0 && (use->font->outlines != FONT_CFF || take_cids(arena, use, *program));
}

// Font units → thousandths of an em, rounded to nearest.
static int32_t thousandths(const struct font *font, int64_t units)
{
    return length_scale(units, 1000, font->units_per_em);
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

// Appends the widths of codes that differ from the commonest one: "3[500 512]9 14 600".
struct width {
    int32_t value;
    bool used;
};

static int32_t commonest(struct arena *arena, const struct width *widths, size_t count)
{
    int32_t most = 0, limit = 0;
    for (size_t i = 0; i < count; i++)
        limit = widths[i].value > limit ? widths[i].value : limit;
    size_t *seen = ARENA_ARRAY(arena, size_t, (size_t)limit + 1);
    for (size_t i = 0; i < count; i++)
        if (widths[i].used && ++seen[widths[i].value] > seen[most])
            most = widths[i].value;
    return most;
}

static size_t equal_run(const struct width *widths, size_t from, size_t count)
{
    size_t end = from + 1;
    while (end < count && widths[end].used && widths[end].value == widths[from].value)
        end++;
    return end - from;
}

enum { RANGE_PAYS = 4 }; // equal widths, from which "first last width" is the shorter form

static size_t add_list(struct str_builder *out, const struct width *widths, size_t from,
                       size_t count, int32_t usual)
{
    size_t at = from;
    str_addf(out, "%zu[", from);
    while (at < count && widths[at].used && widths[at].value != usual &&
           equal_run(widths, at, count) < RANGE_PAYS) {
        if (at > from)
            str_add_byte(out, ' ');
        str_add_int(out, widths[at++].value);
    }
    str_add_byte(out, ']');
    return at;
}

static void add_widths(struct str_builder *out, const struct width *widths, size_t count)
{
    int32_t usual = commonest(out->arena, widths, count);
    str_addf(out, "/DW %d/W[", (int)usual);
    for (size_t i = 0; i < count;) {
        size_t run = widths[i].used ? equal_run(widths, i, count) : 1;
        if (!widths[i].used || widths[i].value == usual) {
            i += run;
        } else if (run >= RANGE_PAYS) {
            str_addf(out, "%zu %zu %d ", i, i + run - 1, (int)widths[i].value);
            i += run;
        } else {
            i = add_list(out, widths, i, count, usual);
        }
    }
    str_add_byte(out, ']');
}

static size_t code_limit(const struct font_use *use)
{
    size_t limit = 0;
    for (uint32_t i = 0; i < use->font->glyph_count; i++)
        if (use->glyphs[i].used && use->glyphs[i].code >= limit)
            limit = use->glyphs[i].code + (size_t)1;
    return limit;
}

// Takes how long the codes are, too.
static void take_widths(struct arena *arena, struct font_use *use, struct str_builder *out)
{
    const struct font *font = use->font;
    size_t count = code_limit(use);
    use->short_codes = count <= UINT8_MAX + 1;
    struct width *widths = ARENA_ARRAY(arena, struct width, count);
    for (uint32_t i = 0; i < font->glyph_count; i++) {
        struct glyph_use *glyph = &use->glyphs[i];
        if (!glyph->used)
            continue;
        glyph->width = thousandths(font, hb_font_get_glyph_h_advance(font->shaper, i));
        assert(glyph->width >= 0);
        widths[glyph->code] = (struct width){glyph->width, true};
    }
    add_widths(out, widths, count);
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
    str_add(&out, font->outlines == FONT_CFF ? STR("/FontFile3 ") : STR("/FontFile2 "));
    pdf_add_reference(&out, program);
    uint32_t object = haru_add_object(haru);
    haru_fill(haru, object, str_built(&out));
    return object;
}

static uint32_t write_program(struct arena *arena, const struct font *font, struct str program,
                              struct haru *haru)
{
    struct str entries = font->outlines == FONT_CFF
                             ? STR("/Subtype/CIDFontType0C")
                             : str_format(arena, "/Length1 %zu", program.len);
    return haru_add_stream(haru, entries, program, true);
}

bool font_file_write(struct arena *arena, struct font_use *use, struct haru *haru,
                     struct font_object *out)
{
    const struct font *font = use->font;
    struct str program;
    if (!subset(arena, use, &program))
        return false;
    out->name = subset_name(arena, font, program);
    uint32_t file = write_program(arena, font, program, haru);
    uint32_t descriptor = write_descriptor(arena, font, out->name, file, haru);

    struct str_builder entries = str_builder_in(arena);
    str_add(&entries, font->outlines == FONT_CFF
                          ? STR("/Type/Font/Subtype/CIDFontType0/BaseFont")
                          : STR("/Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont"));
    pdf_add_name(&entries, out->name);
    str_add(&entries, STR("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                          "/FontDescriptor "));
    pdf_add_reference(&entries, descriptor);
    take_widths(arena, use, &entries);
    out->object = haru_add_object(haru);
    haru_fill(haru, out->object, str_built(&entries));
    return true;
}
