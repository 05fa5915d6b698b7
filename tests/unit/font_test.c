#include "text/font_open.h"

#include "base/file.h"
#include "type_fixture.h"

#include <hb.h>
#include <stdio.h>
#include <string.h>

#define LATO "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"

static const struct family_face regular = {400, false, STR_INIT("Regular")};
static const struct family test_family = {
    .name = STR_INIT("Test"),
    .package = STR_INIT("fonts-test"),
    .files = STR_INIT("t.ttf"),
    .faces = &regular,
    .face_count = 1,
};

static struct font *open_at(struct fixture *fixture, struct str path)
{
    struct font_request request = {
        .reader = fixture->typesetter->reader,
        .family = &test_family,
        .face = &regular,
        .path = path,
    };
    return font_open(&fixture->arena, &request, &fixture->diags);
}

static struct str scratch_path(struct fixture *fixture)
{
    const char *folder = getenv("TMPDIR");
    return str_format(&fixture->arena, "%s/font-test.ttf", folder ? folder : "/tmp");
}

static struct font *open_bytes(struct fixture *fixture, struct str bytes)
{
    struct str path = scratch_path(fixture);
    const char *name = str_cstr(&fixture->arena, path);
    assert_int_equal(file_write(&fixture->arena, name, bytes), 0);
    struct font *font = open_at(fixture, path);
    assert_int_equal(remove(name), 0); // what is mapped stays
    return font;
}

// A copy of Lato that may be changed.
static char *read_lato(struct fixture *fixture, size_t *len)
{
    struct str bytes;
    assert_int_equal(file_read(&fixture->arena, LATO, 1 << 24, &bytes), 0);
    *len = bytes.len;
    return arena_copy(&fixture->arena, bytes.data, bytes.len);
}

static uint32_t read_u32(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

// Returns where a table begins (OpenType 1.9, "Organization of an OpenType Font").
static size_t find_table(const char *bytes, const char *tag)
{
    for (size_t entry = 12; entry < 12 + 16 * 64; entry += 16)
        if (memcmp(bytes + entry, tag, 4) == 0)
            return read_u32(bytes + entry + 8);
    fail_msg("no table %s", tag);
    return 0;
}

static void assert_code(const struct fixture *fixture, enum diag_code code)
{
    assert_true(fixture->diags.count > 0);
    assert_int_equal(fixture->diags.items[0].code, code);
}

static void a_face_has_the_measures_of_its_tables(void **state)
{
    struct fixture *fixture = *state;
    struct font *font = open_at(fixture, STR(LATO));
    assert_non_null(font);
    assert_str(font->postscript_name, "Lato-Regular");
    assert_int_equal(font->units_per_em, 2000);
    assert_int_equal(font->outlines, FONT_TRUETYPE);
    assert_true(font->ascender > 0 && font->descender < 0);
    assert_true(font->cap_height > font->x_height && font->x_height > 900);
    assert_int_equal(font->italic_angle, 0);
    assert_false(font->fixed_pitch);
    assert_int_equal(hb_face_get_glyph_count(font->face), font->glyph_count);
    assert_int_equal(font_glyph(font, 0x10FFFF), 0);
    uint32_t glyph = font_glyph(font, 'n');
    assert_true(glyph > 0 && glyph < font->glyph_count);
    int32_t advance = font_advance(font, glyph);
    assert_true(advance > 900 && advance < 1300);
    // 2000 units are an em.
    assert_int_equal(font_scale(font, 2000, LENGTH_PT(12)), LENGTH_PT(12));
    assert_int_equal(font_scale(font, -1, LENGTH_PT(12)), -393); // 393.216
    font_close(font);
}

static void an_italic_face_leans(void **state)
{
    struct fixture *fixture = *state;
    const struct font *font = typesetter_face(
        fixture->typesetter, &(struct face_request){STR("Lato"), 400, true, (struct span){0}},
        &fixture->diags);
    assert_non_null(font);
    assert_true(font->italic);
    assert_true(font->italic_angle < 0);
}

static void each_face_is_opened_once(void **state)
{
    struct fixture *fixture = *state;
    struct typesetter *typesetter = fixture->typesetter;
    struct span nowhere = {0};
    assert_int_equal(typesetter_face_count(typesetter), 0);
    const struct font *bold = typesetter_face(
        typesetter, &(struct face_request){STR("Lato"), 700, false, nowhere}, &fixture->diags);
    const struct font *black = typesetter_face(
        typesetter, &(struct face_request){STR("Lato"), 900, false, nowhere}, &fixture->diags);
    assert_ptr_equal(typesetter_face(typesetter,
                                     &(struct face_request){STR("Lato"), 700, false, nowhere},
                                     &fixture->diags),
                     bold);
    assert_int_equal(typesetter_face_count(typesetter), 2);
    assert_ptr_equal(typesetter_face_at(typesetter, 0), bold);
    assert_ptr_equal(typesetter_face_at(typesetter, 1), black);
    assert_int_equal(black->index, 1);
    assert_int_equal(black->weight, 900);
}

static void an_unknown_family_is_told_with_the_nearest_name(void **state)
{
    struct fixture *fixture = *state;
    struct span place = {1, 5, 9};
    assert_null(typesetter_face(fixture->typesetter,
                                &(struct face_request){STR("Latoo"), 400, false, place},
                                &fixture->diags));
    assert_str(fixture_said(fixture), "there is no font family `Latoo` | did you mean `Lato`?\n");
    assert_int_equal(fixture->diags.items[0].span.start, 5);
}

static void a_missing_file_names_the_package(void **state)
{
    struct fixture *fixture = *state;
    assert_null(open_at(fixture, STR("/nowhere/t.ttf")));
    assert_code(fixture, DIAG_FACE_MISSING);
    assert_str(fixture_said(fixture),
               "Test 400: /nowhere/t.ttf is not there | install the package fonts-test, or name "
               "its folder with --font-path\n");
}

static void assert_licence(struct fixture *fixture, unsigned fs_type, const char *refusal)
{
    size_t len;
    char *bytes = read_lato(fixture, &len);
    size_t at = find_table(bytes, "OS/2") + 8;
    bytes[at] = (char)(fs_type >> 8);
    bytes[at + 1] = (char)(fs_type & 0xFF);
    fixture_forget(fixture);
    struct font *font = open_bytes(fixture, (struct str){bytes, len});
    if (!refusal) {
        assert_non_null(font);
        font_close(font);
        return;
    }
    assert_null(font);
    assert_code(fixture, DIAG_FONT_NOT_EMBEDDABLE);
    struct str message = fixture->diags.items[0].message;
    assert_true(str_ends_with(message, str_from(refusal)));
}

static void licence_bits_are_obeyed(void **state)
{
    assert_licence(*state, 0x0000, NULL);
    assert_licence(*state, 0x0004, NULL); // preview and print
    assert_licence(*state, 0x0008, NULL); // editable
    assert_licence(*state, 0x000A, NULL); // the least strict counts
    assert_licence(*state, 0x0002, "may not be embedded (0x0002, restricted licence)");
    assert_licence(*state, 0x0200, "may be embedded as bitmaps only (0x0200)");
    assert_licence(*state, 0x0108, "may be embedded as a whole only (0x0100, no subsets)");
}

static void what_is_no_font_is_told(void **state)
{
    struct fixture *fixture = *state;
    assert_null(open_bytes(fixture, STR("%PDF-1.7 is no font")));
    assert_code(fixture, DIAG_FONT_BROKEN);
}

// Uses a face as the program would.
static void exercise(const struct font *font)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, "Officer AVA 0123", -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++)
        assert_true(infos[i].codepoint < font->glyph_count);
    hb_buffer_destroy(buffer);
}

// Opens damaged bytes: either a font that can be used or a message.
static void assert_survives(struct fixture *fixture, struct str bytes)
{
    fixture_forget(fixture);
    struct font *font = open_bytes(fixture, bytes);
    if (font) {
        assert_int_equal(fixture->diags.count, 0);
        exercise(font);
        font_close(font);
    } else {
        assert_int_equal(fixture->diags.count, 1);
        assert_true(fixture->diags.items[0].code == DIAG_FONT_BROKEN ||
                    fixture->diags.items[0].code == DIAG_FACE_MISSING ||
                    fixture->diags.items[0].code == DIAG_FONT_NOT_EMBEDDABLE);
    }
}

static void a_font_cut_short_is_told(void **state)
{
    struct fixture *fixture = *state;
    size_t len;
    const char *bytes = read_lato(fixture, &len);
    struct font *font = open_bytes(fixture, (struct str){bytes, len / 2});
    assert_null(font);
    assert_code(fixture, DIAG_FONT_BROKEN);
    for (size_t i = 0; i < 64; i++)
        assert_survives(fixture, (struct str){bytes, len * i / 64});
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u; // Numerical Recipes, 7.1
    return *seed >> 8;
}

static void flipped_bits_never_crash(void **state)
{
    struct fixture *fixture = *state;
    static const char *const tables[] = {"head", "hhea", "maxp", "cmap", "OS/2", "hmtx",
                                         "GSUB", "GPOS", "loca", "name", "post"};
    uint32_t seed = 1;
    size_t len;
    char *bytes = read_lato(fixture, &len);
    char *damaged = arena_copy(&fixture->arena, bytes, len);
    for (size_t round = 0; round < 88; round++) {
        struct arena_mark mark = arena_mark(&fixture->arena);
        memcpy(damaged, bytes, len);
        size_t start = find_table(bytes, tables[round % 11]);
        for (int flips = 0; flips < 8; flips++)
            damaged[start + next_random(&seed) % 400] ^= (char)(1u << (next_random(&seed) % 8));
        damaged[12 + next_random(&seed) % 256] ^= round % 3 == 0 ? 0x40 : 0; // the directory
        assert_survives(fixture, (struct str){damaged, len});
        arena_rewind(&fixture->arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_RULE(a_face_has_the_measures_of_its_tables),
        TEXT_RULE(an_italic_face_leans),
        TEXT_RULE(each_face_is_opened_once),
        TEXT_RULE(an_unknown_family_is_told_with_the_nearest_name),
        TEXT_RULE(a_missing_file_names_the_package),
        TEXT_RULE(licence_bits_are_obeyed),
        TEXT_RULE(what_is_no_font_is_told),
        TEXT_RULE(a_font_cut_short_is_told),
        TEXT_RULE(flipped_bits_never_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
