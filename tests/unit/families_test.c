#include "text/families.h"

#include "base/file.h"
#include "input/yaml.h"
#include "unit.h"

struct reading {
    struct sources sources;
    struct diags diags;
};

static const struct families *read_text(struct arena *arena, struct reading *reading,
                                        struct str bytes)
{
    const struct node *root;
    sources_init(&reading->sources, arena);
    diags_init(&reading->diags, arena, &reading->sources);
    struct source *source = sources_add(&reading->sources, STR("f.yaml"), bytes);
    assert_true(yaml_read(arena, source, &yaml_limits_default, &reading->diags, &root));
    return families_decode(arena, root, &reading->diags);
}

static const struct families *read_own(struct arena *arena)
{
    struct reading reading;
    struct str bytes;
    assert_int_equal(file_read(arena, "fonts/families.yaml", 1 << 20, &bytes), 0);
    const struct families *families = read_text(arena, &reading, bytes);
    assert_non_null(families);
    assert_int_equal(reading.diags.count, 0);
    return families;
}

static const struct family *find(const struct families *families, const char *name)
{
    const struct family *family = families_find(families, str_from(name));
    if (!family)
        fail_msg("there is no family %s", name);
    return family;
}

static void assert_fallback(struct arena *arena, const struct families *families,
                            const char *script_and_language, bool serif, const char *first)
{
    struct str key = str_from(script_and_language);
    struct str language = key.len > 5 ? str_slice(key, 5, key.len) : STR("");
    struct family_list list =
        families_fallback(arena, families, str_slice(key, 0, 4), language, serif);
    assert_true(list.count > 0);
    assert_str(list.items[0]->name, first);
}

static void assert_refused(struct arena *arena, const char *bytes, const char *message)
{
    struct reading reading;
    assert_null(read_text(arena, &reading, str_from(bytes)));
    assert_true(reading.diags.count > 0);
    assert_str(reading.diags.items[0].message, message);
    assert_int_equal(reading.diags.items[0].span.file, 1);
}

// CSS Fonts 4, 5.2: "if the desired weight is inclusively between 400 and 500, weights greater than
// or equal to the target weight are checked in ascending order until 500 is hit, …".
static void the_nearest_weight_is_found_as_css_does(void **state)
{
    static const struct family_face faces[] = {{100, false, STR_INIT("a")},
                                               {300, false, STR_INIT("b")},
                                               {500, false, STR_INIT("c")},
                                               {700, false, STR_INIT("d")},
                                               {900, false, STR_INIT("e")}};
    static const struct {
        uint16_t wanted, found;
    } cases[] = {{100, 100}, {200, 100}, {300, 300},  {350, 300}, {400, 500},
                 {450, 500}, {500, 500}, {501, 700},  {600, 700}, {700, 700},
                 {800, 900}, {900, 900}, {1000, 900}, {50, 100}};
    (void)state;
    struct family family = {.faces = faces, .face_count = 5};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(family_match(&family, cases[i].wanted, false)->weight, cases[i].found);
    family.faces = faces + 3; // 700 and 900 only
    family.face_count = 2;
    assert_int_equal(family_match(&family, 400, false)->weight, 700);
    family.faces = faces; // 100 and 300 only
    assert_int_equal(family_match(&family, 400, false)->weight, 300);
    assert_int_equal(family_match(&family, 800, false)->weight, 300);
}

static void italics_are_upright_only_where_a_family_has_none(void **state)
{
    const struct families *families = read_own(*state);
    const struct family *gentium = find(families, "Gentium Plus");
    const struct family_face *italic = family_match(gentium, 900, true);
    assert_true(italic->italic);
    assert_int_equal(italic->weight, 700);
    assert_false(family_match(gentium, 400, false)->italic);
    const struct family *naskh = find(families, "Noto Naskh Arabic");
    assert_false(family_has_italic(naskh));
    assert_false(family_match(naskh, 400, true)->italic);
}

static void a_face_is_found_where_its_package_puts_it(void **state)
{
    struct arena *arena = *state;
    const struct families *families = read_own(arena);
    const struct family *lato = find(families, "Lato");
    assert_str(lato->package, "fonts-lato");
    assert_false(lato->serif);
    assert_str(family_file(arena, families, lato, family_match(lato, 800, true)),
               "/usr/share/fonts/truetype/lato/Lato-HeavyItalic.ttf");
    const struct family *lao = find(families, "Noto Serif Lao");
    assert_true(lao->serif);
    assert_str(family_file(arena, families, lao, family_match(lao, 700, false)),
               "/usr/share/fonts/truetype/noto/NotoSerifLao-Bold.ttf");
    const struct family *korean = find(families, "Noto Sans CJK KR");
    assert_int_equal(korean->index, 1);
    assert_str(family_file(arena, families, korean, family_match(korean, 400, false)),
               "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
}

static void every_face_has_a_number_of_its_own(void **state)
{
    const struct families *families = read_own(*state);
    size_t next = 0;
    for (size_t i = 0; i < families_count(families); i++) {
        assert_int_equal(families_at(families, i)->first_face, next);
        next += families_at(families, i)->face_count;
    }
    assert_int_equal(families_face_count(families), next);
}

// Whatever of these packages is installed has every face that the file names.
static void no_face_of_an_installed_family_is_missing(void **state)
{
    struct arena *arena = *state;
    const struct families *families = read_own(arena);
    size_t found = 0;
    for (size_t i = 0; i < families_count(families); i++) {
        const struct family *family = families_at(families, i);
        size_t there = 0;
        for (size_t j = 0; j < family->face_count; j++)
            there += file_exists(
                str_cstr(arena, family_file(arena, families, family, &family->faces[j])));
        if (there > 0)
            assert_int_equal(there, family->face_count);
        found += there;
    }
    assert_true(found > 0);
}

static void fallback_goes_by_script_language_and_shape(void **state)
{
    struct arena *arena = *state;
    const struct families *families = read_own(arena);
    assert_fallback(arena, families, "Latn", false, "Lato");
    assert_fallback(arena, families, "Cyrl", true, "Gentium Plus");
    assert_fallback(arena, families, "Arab-ar", false, "Noto Naskh Arabic");
    assert_fallback(arena, families, "Arab-ur-PK", false, "Noto Nastaliq Urdu");
    assert_fallback(arena, families, "Hani-ja", false, "Noto Sans CJK JP");
    assert_fallback(arena, families, "Hani-jam", false, "Noto Sans CJK SC");
    assert_fallback(arena, families, "Hani-zh-Hant-HK", true, "Noto Serif CJK TC");
    assert_fallback(arena, families, "Hani-zh", true, "Noto Serif CJK SC");
    assert_fallback(arena, families, "Thai-th", true, "Noto Serif Thai");
    assert_fallback(arena, families, "Thai-th", false, "Noto Sans Thai");
    assert_fallback(arena, families, "Tibt-bo", false, "Noto Serif Tibetan");
}

static void signs_are_the_last_resort_of_every_script(void **state)
{
    struct arena *arena = *state;
    struct family_list list =
        families_fallback(arena, read_own(arena), STR("Deva"), STR("hi"), true);
    assert_str(list.items[0]->name, "Noto Serif Devanagari");
    assert_str(list.items[1]->name, "Noto Sans Devanagari");
    bool symbols = false;
    for (size_t i = 0; i < list.count; i++) {
        symbols = symbols || str_equal(list.items[i]->name, STR("Noto Sans Symbols 2"));
        for (size_t j = 0; j < i; j++)
            assert_ptr_not_equal(list.items[i], list.items[j]);
    }
    assert_true(symbols);
}

static void a_damaged_file_of_families_is_told_with_its_place(void **state)
{
    assert_refused(*state, "[]", "keys and values is needed here");
    assert_refused(*state, "folder: /f\nfamilies: {A: {package: p}}", "the key `files` is missing");
    assert_refused(*state, "folder: /f\nfamilies: {A: {package: p, files: f, bold: g}}",
                   "unknown key `bold`");
    assert_refused(*state,
                   "folder: /f\nfamilies: {A: {package: p, files: f, upright: {700: B, 400: R}}}",
                   "weights are numbers from 1 to 1000, each above the one before");
    assert_refused(*state, "folder: /f\nfamilies: {A: {package: p, files: f, upright: {}}}",
                   "a family needs an upright face");
    assert_refused(*state, "folder: /f\nfamilies: {A: {package: p, files: f, serif: si}}",
                   "true or false is needed here");
    assert_refused(*state,
                   "folder: /f\nfamilies: {A: {package: p, files: f}}\nfallback: {Latn: [B]}",
                   "no family of this file");
    assert_refused(*state,
                   "folder: /f\nfamilies: {A: {package: p, files: f}}\nfallback: {Latin: [A]}",
                   "a script has four letters, and a language comes behind a hyphen");
    assert_refused(*state, "folder: /f\nfamilies: {A: {package: p, files: f}}\nseries: [{name: A}]",
                   "the key `scripts` is missing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_nearest_weight_is_found_as_css_does),
        RULE(italics_are_upright_only_where_a_family_has_none),
        RULE(a_face_is_found_where_its_package_puts_it),
        RULE(every_face_has_a_number_of_its_own),
        RULE(no_face_of_an_installed_family_is_missing),
        RULE(fallback_goes_by_script_language_and_shape),
        RULE(signs_are_the_last_resort_of_every_script),
        RULE(a_damaged_file_of_families_is_told_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
