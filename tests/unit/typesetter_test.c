#include "text/shape.h"
#include "type_fixture.h"

#include "base/file.h"

#include <hb.h>
#include <stdio.h>

static const struct font *open_face(struct fixture *fixture, const char *family, uint16_t weight)
{
    struct face_request request = {.family = str_from(family), .weight = weight};
    const struct font *font = typesetter_face(fixture->typesetter, &request, &fixture->diags);
    assert_non_null(font);
    return font;
}

static struct typesetter *open_families(struct fixture *fixture, struct str path)
{
    struct typesetter_paths paths = {.families = path};
    return typesetter_open(&fixture->arena, &paths, &fixture->sources, &fixture->diags);
}

static void nothing_is_opened_before_it_is_asked_for(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(typesetter_face_count(fixture->typesetter), 0);
    assert_int_equal(typesetter_counts(fixture->typesetter)->words_shaped, 0);
}

static void a_file_of_families_that_is_not_there_is_told(void **state)
{
    struct fixture *fixture = *state;
    assert_null(open_families(fixture, STR("fonts/none.yaml")));
    assert_int_equal(fixture->diags.items[0].code, DIAG_FILE_UNREADABLE);
    assert_str(fixture->diags.items[0].message,
               "cannot read fonts/none.yaml: No such file or directory");
}

// Opens a typesetter with families of a test's own.
static struct typesetter *open_text(struct fixture *fixture, struct str text)
{
    const char *folder = getenv("TMPDIR");
    struct str path =
        str_format(&fixture->arena, "%s/families-test.yaml", folder ? folder : "/tmp");
    const char *name = str_cstr(&fixture->arena, path);
    assert_int_equal(file_write(&fixture->arena, name, text), 0);
    struct typesetter *typesetter = open_families(fixture, path);
    assert_int_equal(remove(name), 0);
    return typesetter;
}

static void a_file_of_families_that_is_no_yaml_is_told(void **state)
{
    struct fixture *fixture = *state;
    assert_null(open_text(fixture, STR("families: {Lato: [}")));
    assert_true(fixture->diags.error_count > 0);
}

static void a_folder_named_by_the_user_comes_first(void **state)
{
    struct fixture *fixture = *state;
    const char *folder = getenv("TMPDIR");
    struct str own[] = {str_from(folder ? folder : "/tmp")};
    struct str bytes, path = path_join(&fixture->arena, own[0], STR("Lato-Regular.ttf"));
    const char *name = str_cstr(&fixture->arena, path);
    assert_int_equal(
        file_read(&fixture->arena, "/usr/share/fonts/truetype/lato/Lato-Bold.ttf", 1 << 24, &bytes),
        0);
    assert_int_equal(file_write(&fixture->arena, name, bytes), 0);
    struct typesetter_paths paths = {
        .families = STR("fonts/families.yaml"), .font_path = own, .font_path_count = 1};
    struct typesetter *typesetter =
        typesetter_open(&fixture->arena, &paths, &fixture->sources, &fixture->diags);
    struct face_request request = {.family = STR("Lato"), .weight = 400};
    const struct font *font = typesetter_face(typesetter, &request, &fixture->diags);
    assert_str(font->path, name);
    assert_str(font->postscript_name, "Lato-Bold");
    typesetter_close(typesetter);
    assert_int_equal(remove(name), 0);
}

// Gentium Plus has Graphite tables too.
static void opentype_alone_shapes(void **state)
{
    struct fixture *fixture = *state;
    struct shape_key key = {.font = open_face(fixture, "Gentium Plus", 400),
                            .script = HB_SCRIPT_LATIN,
                            .language = "en"};
    shape_word(fixture->typesetter, &key, STR("word"));
    assert_int_equal(fixture->typesetter->plans.count, 1);
    assert_string_equal(hb_shape_plan_get_shaper(fixture->typesetter->plans.items[0].plan), "ot");
}

static void a_family_that_stands_in_is_no_error_when_it_is_not_there(void **state)
{
    struct fixture *fixture = *state;
    struct text_style style = fixture_style("Lato", 400, LENGTH_PT(12));
    struct typesetter *typesetter =
        open_text(fixture, STR("folder: /nowhere\nfamilies: {A: {package: p, files: a-*.ttf}}\n"));
    const struct family *absent = families_find(typesetter->families, STR("A"));
    assert_null(typesetter_fallback_face(typesetter, absent, &style, &fixture->diags));
    assert_int_equal(fixture->diags.count, 0);
    struct face_request request = {.family = STR("A"), .weight = 400};
    assert_null(typesetter_face(typesetter, &request, &fixture->diags));
    assert_int_equal(fixture->diags.items[0].code, DIAG_FACE_MISSING);
    typesetter_close(typesetter);
}

// The same chain is made once, and those of another language or shape are their own.
static void fallback_is_worked_out_once(void **state)
{
    struct fixture *fixture = *state;
    struct typesetter *typesetter = fixture->typesetter;
    const struct family_list *chain =
        typesetter_fallback(typesetter, HB_SCRIPT_THAI, STR("th"), false);
    assert_str(chain->items[0]->name, "Noto Sans Thai");
    assert_ptr_equal(typesetter_fallback(typesetter, HB_SCRIPT_THAI, STR("th"), false), chain);
    assert_str(typesetter_fallback(typesetter, HB_SCRIPT_THAI, STR("th"), true)->items[0]->name,
               "Noto Serif Thai");
    assert_str(typesetter_fallback(typesetter, HB_SCRIPT_HAN, STR("ja"), false)->items[0]->name,
               "Noto Sans CJK JP");
    assert_str(typesetter_fallback(typesetter, HB_SCRIPT_HAN, STR("zh"), false)->items[0]->name,
               "Noto Sans CJK SC");
}

// A reduced face says the same of its letters as the whole one.
static void assert_same_measures(const struct font *reduced, const struct font *whole)
{
    assert_int_equal(reduced->units_per_em, whole->units_per_em);
    assert_int_equal(reduced->ascender, whole->ascender);
    assert_int_equal(reduced->descender, whole->descender);
    assert_int_equal(reduced->cap_height, whole->cap_height);
    for (uint32_t c = ' '; c <= '~'; c++)
        assert_int_equal(font_advance(reduced, font_glyph(reduced, c)),
                         font_advance(whole, font_glyph(whole, c)));
    assert_int_equal(font_glyph(reduced, 0x416), 0); // Cyrillic is the whole one's
    assert_int_not_equal(font_glyph(whole, 0x416), 0);
}

static void a_reduced_face_has_the_measures_of_the_whole(void **state)
{
    struct fixture *fixture = *state;
    const char *out = getenv("OUT");
    struct typesetter_paths paths = {
        .families = STR("fonts/families.yaml"),
        .reduced = str_format(&fixture->arena, "%s/faces", out ? out : "out/build/debug"),
    };
    struct typesetter *typesetter =
        typesetter_open(&fixture->arena, &paths, &fixture->sources, &fixture->diags);
    struct face_request request = {.family = STR("Lato"), .weight = 400};
    const struct font *reduced = typesetter_face(typesetter, &request, &fixture->diags);
    const struct font *whole =
        typesetter_whole_face(typesetter, reduced, (struct span){0}, &fixture->diags);
    assert_true(reduced->reduced);
    assert_false(whole->reduced);
    assert_ptr_equal(typesetter_whole_face(typesetter, whole, (struct span){0}, &fixture->diags),
                     whole);
    assert_same_measures(reduced, whole);
    typesetter_close(typesetter);
}

static void the_list_says_what_is_installed_and_what_stands_in(void **state)
{
    struct fixture *fixture = *state;
    struct str_builder out = str_builder_in(&fixture->arena);
    typesetter_list(fixture->typesetter, &out);
    struct str list = str_built(&out);
    assert_true(
        str_starts_with(list, STR("Lato (sans; fonts-lato; /usr/share/fonts/truetype/lato)\n"
                                  "  upright 100, 200, 300, 400, 500, 600, 700, 800, 900\n")));
    assert_true(str_find(list, STR("\n  Grek, sans: Lato, Noto Sans, "), 0) < list.len);
    assert_int_equal(typesetter_face_count(fixture->typesetter), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_RULE(nothing_is_opened_before_it_is_asked_for),
        TEXT_RULE(a_file_of_families_that_is_not_there_is_told),
        TEXT_RULE(a_file_of_families_that_is_no_yaml_is_told),
        TEXT_RULE(a_folder_named_by_the_user_comes_first),
        TEXT_RULE(opentype_alone_shapes),
        TEXT_RULE(a_family_that_stands_in_is_no_error_when_it_is_not_there),
        TEXT_RULE(fallback_is_worked_out_once),
        TEXT_RULE(a_reduced_face_has_the_measures_of_the_whole),
        TEXT_RULE(the_list_says_what_is_installed_and_what_stands_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
