#include "text/font_open.h"

#include "base/file.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include FT_TRUETYPE_TAGS_H
#include <errno.h>
#include <hb.h>
#include <string.h>

struct font_reader {
    FT_Library library;
};

struct font_reader *font_reader_open(struct arena *arena)
{
    struct font_reader *reader = ARENA_NEW(arena, struct font_reader);
    return FT_Init_FreeType(&reader->library) == 0 ? reader : NULL;
}

void font_reader_close(struct font_reader *reader)
{
    FT_Done_FreeType(reader->library);
}

static bool refuse(const struct font_request *request, struct diags *diags, enum diag_code code,
                   const char *why)
{
    diag_add(diags, code, request->span, "%.*s %u%s: %.*s %s", STR_ARGS(request->family->name),
             request->face->weight, request->face->italic ? " italic" : "", STR_ARGS(request->path),
             why);
    if (code == DIAG_FONT_NOT_EMBEDDABLE)
        diag_hint(diags, "its licence bits (OS/2 fsType) say so: take another family");
    else
        diag_hint(diags, "install the package %.*s, or name its folder with --font-path",
                  STR_ARGS(request->family->package));
    return false;
}

// OpenType 1.9, OS/2 fsType: bits 1 to 3 say how a font may be embedded, and the least strict of
// them counts; bit 8 forbids subsets, which are all that is embedded here; bit 9 allows bitmaps
// only.
static bool may_be_embedded(const struct font_request *request, const TT_OS2 *os2,
                            struct diags *diags)
{
    enum { USE = 0x000E, RESTRICTED = 0x0002, NO_SUBSETS = 0x0100, BITMAPS_ONLY = 0x0200 };
    if ((os2->fsType & USE) == RESTRICTED)
        return refuse(request, diags, DIAG_FONT_NOT_EMBEDDABLE,
                      "may not be embedded (0x0002, restricted licence)");
    if (os2->fsType & BITMAPS_ONLY)
        return refuse(request, diags, DIAG_FONT_NOT_EMBEDDABLE,
                      "may be embedded as bitmaps only (0x0200)");
    if (os2->fsType & NO_SUBSETS)
        return refuse(request, diags, DIAG_FONT_NOT_EMBEDDABLE,
                      "may be embedded as a whole only (0x0100, no subsets)");
    return true;
}

// Measures by the tables; a height that OS/2 (version 1 and older) lacks is taken from the em.
static void take_measures(struct font *font, FT_Face face, const TT_OS2 *os2)
{
    const TT_Postscript *post = FT_Get_Sfnt_Table(face, FT_SFNT_POST);
    font->units_per_em = face->units_per_EM;
    font->glyph_count = (uint32_t)face->num_glyphs;
    font->ascender = face->ascender;
    font->descender = face->descender;
    bool heights = os2->version >= 2 && os2->version != 0xFFFF;
    font->cap_height = heights ? os2->sCapHeight : font->units_per_em * 7 / 10;
    font->x_height = heights ? os2->sxHeight : font->units_per_em / 2;
    font->bounds[0] = (int32_t)face->bbox.xMin;
    font->bounds[1] = (int32_t)face->bbox.yMin;
    font->bounds[2] = (int32_t)face->bbox.xMax;
    font->bounds[3] = (int32_t)face->bbox.yMax;
    font->italic_angle = post ? (int32_t)post->italicAngle : 0;
    font->fixed_pitch = FT_IS_FIXED_WIDTH(face) != 0;
}

static bool has_table(FT_Face face, FT_ULong tag)
{
    FT_ULong size = 0;
    return FT_Load_Sfnt_Table(face, tag, 0, NULL, &size) == 0 && size > 0;
}

static bool check_face(const struct font_request *request, FT_Face face, struct font *font,
                       struct arena *arena, struct diags *diags)
{
    const TT_OS2 *os2 = FT_Get_Sfnt_Table(face, FT_SFNT_OS2);
    const char *name = FT_Get_Postscript_Name(face);
    bool cff = has_table(face, TTAG_CFF);
    if (!FT_IS_SCALABLE(face) || !os2 || !name || face->num_glyphs < 1 ||
        face->num_glyphs > UINT16_MAX || face->units_per_EM < 16 || !has_table(face, TTAG_cmap) ||
        !has_table(face, TTAG_hmtx) || !(cff || has_table(face, TTAG_glyf)))
        return refuse(request, diags, DIAG_FONT_BROKEN, "is no usable OpenType font");
    if (FT_HAS_MULTIPLE_MASTERS(face))
        return refuse(request, diags, DIAG_FONT_BROKEN, "is a variable font: static ones are set");
    if (!may_be_embedded(request, os2, diags))
        return false;
    font->outlines = cff ? FONT_CFF : FONT_TRUETYPE;
    font->postscript_name = str_copy(arena, str_from(name));
    take_measures(font, face, os2);
    return true;
}

// HarfBuzz drops the tables that it finds damaged, and then counts no glyphs.
static bool open_shaper(const struct font_request *request, struct font *font, struct diags *diags)
{
    hb_blob_t *blob = hb_blob_create(font->bytes.data, (unsigned)font->bytes.len,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    font->face = hb_face_create(blob, request->family->index);
    hb_blob_destroy(blob);
    font->shaper = hb_font_create(font->face);
    hb_font_set_scale(font->shaper, font->units_per_em, font->units_per_em);
    if (hb_face_get_glyph_count(font->face) != font->glyph_count ||
        hb_face_get_upem(font->face) != (unsigned)font->units_per_em)
        return refuse(request, diags, DIAG_FONT_BROKEN, "has damaged tables");
    for (uint32_t c = 0; c < 128; c++)
        if (font_glyph(font, c) != 0)
            font->ascii[c / 64] |= UINT64_C(1) << c % 64;
    return true;
}

static bool read_face(const struct font_request *request, struct font *font, struct arena *arena,
                      struct diags *diags)
{
    FT_Face face;
    if (font->bytes.len > INT32_MAX ||
        FT_New_Memory_Face(request->reader->library, (const FT_Byte *)font->bytes.data,
                           (FT_Long)font->bytes.len, (FT_Long)request->family->index, &face) != 0)
        return refuse(request, diags, DIAG_FONT_BROKEN, "is no font that can be read");
    bool good = check_face(request, face, font, arena, diags);
    FT_Done_Face(face);
    return good;
}

struct font *font_open(struct arena *arena, const struct font_request *request, struct diags *diags)
{
    struct font *font = ARENA_NEW(arena, struct font);
    *font = (struct font){
        .family = request->family->name,
        .path = request->path,
        .reduced = request->reduced,
        .weight = request->face->weight,
        .italic = request->face->italic,
        .serif = request->family->serif,
    };
    int error = file_map(str_cstr(arena, request->path), &font->bytes);
    if (error != 0) {
        refuse(request, diags, DIAG_FACE_MISSING,
               error == ENOENT ? "is not there" : "cannot be read");
        return NULL;
    }
    if (read_face(request, font, arena, diags) && open_shaper(request, font, diags))
        return font;
    font_close(font);
    return NULL;
}

void font_close(struct font *font)
{
    hb_font_destroy(font->shaper);
    hb_face_destroy(font->face);
    file_unmap(font->bytes);
}

int32_t font_advance(const struct font *font, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(font->shaper, glyph);
}

length font_scale(const struct font *font, int64_t units, length size)
{
    return length_scale(units, size, font->units_per_em);
}

bool font_covers(const struct font *font, uint32_t code_point)
{
    if (code_point < 128)
        return font->ascii[code_point / 64] >> code_point % 64 & 1;
    return font_glyph(font, code_point) != 0;
}

uint32_t font_glyph(const struct font *font, uint32_t code_point)
{
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font->shaper, code_point, &glyph) ? glyph : 0;
}

struct str font_reader_version(struct arena *arena)
{
    FT_Library library;
    FT_Int major = FREETYPE_MAJOR, minor = FREETYPE_MINOR, patch = FREETYPE_PATCH;
    if (FT_Init_FreeType(&library) == 0) { // the one that runs may be newer than its header
        FT_Library_Version(library, &major, &minor, &patch);
        FT_Done_FreeType(library);
    }
    return str_format(arena, "%d.%d.%d", major, minor, patch);
}

struct str font_shaper_version(void)
{
    return str_from(hb_version_string());
}
