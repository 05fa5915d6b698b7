#include "base/file.h"
#include "input/yaml.h"
#include "model/theme_extend.h"
#include "model/theme_set.h"
#include "model_fixture.h"

static const struct node *read_tree(struct arena *arena, struct decoded *out, struct str path,
                                    struct str bytes)
{
    const struct node *root = NULL;
    struct source *source = sources_add(&out->sources, path, bytes);
    assert_true(yaml_read(arena, source, &yaml_limits_default, &out->diags, &root));
    return root;
}

static struct str file_bytes(struct arena *arena, const char *path)
{
    struct str bytes;
    assert_int_equal(file_read(arena, path, 1 << 20, &bytes), 0);
    return bytes;
}

// Of a document: its script, and its page's size.
struct document_of {
    struct str script, size;
    bool is_small;
};

// The themes of keys laid over the house theme for a document, and whether they can be used.
static bool read_set_for(struct arena *arena, const char *keys, struct document_of document,
                         struct decoded *out, struct theme_set *set)
{
    sources_init(&out->sources, arena);
    diags_init(&out->diags, arena, &out->sources);
    const struct node *families =
        read_tree(arena, out, STR("families.yaml"), file_bytes(arena, "fonts/families.yaml"));
    // The house theme alone, without the large print that it extends.
    const struct node *clinic =
        read_tree(arena, out, STR("clinic"), file_bytes(arena, "content/themes/clinic.yaml"));
    struct str yaml = str_format(arena, "theme: 1\n%s", keys);
    struct theme_tree tree = {
        .name = STR("t"),
        .root = theme_laid_over(arena, clinic, read_tree(arena, out, STR("t.yaml"), yaml)),
        .families = families_decode(arena, families, &out->diags),
        .script = document.script,
        .size = document.size,
        .is_small = document.is_small,
    };
    bool good = theme_set_decode(arena, &tree, &out->diags, set);
    diags_sort(&out->diags);
    return good;
}

static bool read_set(struct arena *arena, const char *keys, struct decoded *out,
                     struct theme_set *set)
{
    return read_set_for(arena, keys, (struct document_of){0}, out, set);
}

static void assert_faults(struct arena *arena, const char *keys, const char *expected)
{
    struct decoded decoded = {0};
    struct theme_set set;
    assert_false(read_set(arena, keys, &decoded, &set));
    assert_said(&decoded, expected);
}

static void editions_without_a_part_share_one_theme(void **state)
{
    struct decoded decoded = {0};
    struct theme_set set;
    assert_true(read_set(*state, "", &decoded, &set));
    for (size_t i = 1; i < EDITION_KINDS; i++)
        assert_ptr_equal(set.of[i], set.of[0]);
}

static void a_part_changes_its_own_edition(void **state)
{
    struct decoded decoded = {0};
    struct theme_set set;
    assert_true(read_set(*state,
                         "roles: {body: {size: 13}}\neditions:\n  large-print:\n    page: {grid: "
                         "9}\n    roles: {body: {size: 18}}\n    fonts: {text: Gentium Plus}\n",
                         &decoded, &set));
    const struct theme *large = set.of[EDITION_LARGE_PRINT], *screen = set.of[EDITION_SCREEN];
    assert_ptr_equal(set.of[EDITION_PRINT], screen);
    assert_int_equal(screen->roles[ROLE_BODY].size, LENGTH_PT(13));
    assert_int_equal(large->roles[ROLE_BODY].size, LENGTH_PT(18));
    assert_int_equal(large->roles[ROLE_BODY].leading, screen->roles[ROLE_BODY].leading);
    assert_int_equal(screen->roles[ROLE_BODY].before, LENGTH_PT(8));
    assert_int_equal(large->roles[ROLE_BODY].before, LENGTH_PT(9)); // 1u
    assert_str(large->roles[ROLE_BODY].family, "Gentium Plus");
}

// Random sizes in the theme and in the part of an edition: the nearest counts.
static void each_key_comes_from_the_nearest_that_sets_it(void **state)
{
    static const struct {
        const char *name;
        enum role_id id;
    } roles[] = {{"body", ROLE_BODY},           {"title", ROLE_TITLE},    {"quote", ROLE_QUOTE},
                 {"heading-1", ROLE_HEADING_1}, {"folio", ROLE_FOLIO},    {"link", ROLE_LINK},
                 {"strong", ROLE_STRONG},       {"control", ROLE_CONTROL}};
    enum { ROLES = sizeof roles / sizeof roles[0] };
    struct decoded decoded = {0};
    struct theme_set plain, set;
    assert_true(read_set(*state, "", &decoded, &plain));
    uint32_t seed = 3;
    for (int round = 0; round < 40; round++) {
        length screen[ROLES], large[ROLES];
        struct str_builder theme = str_builder_in(*state), part = str_builder_in(*state);
        for (size_t i = 0; i < ROLES; i++) {
            uint32_t dice = unit_random(&seed);
            screen[i] = plain.of[0]->roles[roles[i].id].size;
            if (dice & 1)
                str_addf(&theme, "%s: {size: %u}, ", roles[i].name, dice % 40 + 1);
            if (dice & 1)
                screen[i] = (length)(dice % 40 + 1) * LENGTH_ONE_PT;
            large[i] = screen[i];
            if (dice & 2)
                str_addf(&part, "%s: {size: %u}, ", roles[i].name, dice % 50 + 1);
            if (dice & 2)
                large[i] = (length)(dice % 50 + 1) * LENGTH_ONE_PT;
        }
        struct str keys =
            str_format(*state, "roles: {%.*s}\neditions: {large-print: {roles: {%.*s}}}\n",
                       STR_ARGS(str_built(&theme)), STR_ARGS(str_built(&part)));
        assert_true(read_set(*state, str_cstr(*state, keys), &decoded, &set));
        for (size_t i = 0; i < ROLES; i++) {
            assert_int_equal(set.of[EDITION_SCREEN]->roles[roles[i].id].size, screen[i]);
            assert_int_equal(set.of[EDITION_LARGE_PRINT]->roles[roles[i].id].size, large[i]);
        }
    }
}

static void parts_are_checked_though_their_edition_is_not_built(void **state)
{
    assert_faults(*state, "editions: {booklet: {roles: {body: {siz: 1}}}}\n",
                  "2:37 B0301 unknown key `siz` | did you mean `size`?\n");
    assert_faults(*state, "editions: {print: {roles: {body: {color: blak}}}}\n",
                  "2:42 B0320 the theme has no colour `blak` | did you mean `black`?\n");
    assert_faults(*state, "editions: {print: {extends: clinic, rules: {}}}\n",
                  "2:20 B0301 unknown key `extends`\n2:37 B0301 unknown key `rules` | did you mean "
                  "`roles`?\n");
    assert_faults(*state, "editions: {prin: {page: {grid: 8}}}\n",
                  "2:12 B0301 unknown key `prin` | did you mean `print`?\n");
    assert_faults(*state, "editions: {print: large}\n",
                  "2:19 B0304 `print` is text here, but must be a mapping | write its keys with "
                  "their values: `{fonts: {text: Lato}}`\n");
}

static void what_the_theme_lacks_is_said_once(void **state)
{
    assert_faults(*state,
                  "roles: {title: x}\neditions: {print: {roles: {body: {size: 11}}}, screen: "
                  "{roles: {body: {rule: {width: 1}}}}}\n",
                  "2:16 B0304 `title` is text here, but must be a mapping | write its keys with "
                  "their values: `{font: text}`\n"
                  "3:78 B0302 `color` is missing | add `color: teal`\n"
                  "3:78 B0302 `gap` is missing | add `gap: 1u`\n");
}

static void families_are_those_of_the_file(void **state)
{
    assert_faults(*state, "fonts: {text: Latto, other: Xyz}\n",
                  "2:15 B0602 there is no font family `Latto` | did you mean `Lato`?\n"
                  "2:29 B0602 there is no font family `Xyz` | `brochure fonts` lists those that "
                  "there are\n");
}

static void a_spot_ink_has_a_name_and_what_takes_its_place(void **state)
{
    struct decoded decoded = {0};
    struct theme_set set;
    assert_true(read_set(*state,
                         "colors: {red: {hex: '#C8102E', spot: {name: PANTONE 186 C, fallback: "
                         "[0, 100, 75.5, 4]}}}\n",
                         &decoded, &set));
    const struct theme *theme = set.of[0];
    const struct color *red = &theme->colors[theme->color_count - 1];
    assert_str(red->name, "red");
    assert_str(red->spot, "PANTONE 186 C");
    assert_int_equal(red->spot_fallback[2], 755);
    assert_false(red->has_cmyk);
    assert_faults(*state, "colors: {red: {hex: '#C8102E', spot: {fallback: [0, 100, -1, 4]}}}\n",
                  "2:38 B0302 `name` is missing | add `name: PANTONE 185 C`\n"
                  "2:49 B0311 `fallback` is four numbers from 0 to 100 | cyan, magenta, yellow "
                  "and black, for example [95, 45, 40, 45]\n");
}

static void a_script_changes_what_its_part_says(void **state)
{
    const char *keys = "scripts: {Thai: {roles: {body: {leading: 3u, base: 17}}}}\n"
                       "editions: {large-print: {roles: {body: {size: 18}}}}\n";
    struct decoded decoded = {0};
    struct theme_set latin, thai;
    assert_true(
        read_set_for(*state, keys, (struct document_of){.script = STR("Latn")}, &decoded, &latin));
    assert_int_equal(latin.of[EDITION_SCREEN]->roles[ROLE_BODY].leading, LENGTH_PT(16));
    assert_true(
        read_set_for(*state, keys, (struct document_of){.script = STR("Thai")}, &decoded, &thai));
    assert_int_equal(thai.of[EDITION_SCREEN]->roles[ROLE_BODY].leading, LENGTH_PT(24));
    assert_int_equal(thai.of[EDITION_SCREEN]->roles[ROLE_BODY].size, LENGTH_PT(12));
    const struct role *large = &thai.of[EDITION_LARGE_PRINT]->roles[ROLE_BODY];
    assert_int_equal(large->leading, LENGTH_PT(24)); // an edition's part lies above the script's
    assert_int_equal(large->size, LENGTH_PT(18));
}

// Arabic letters are never slanted or spaced out, and stand on the grid of 3u.
static void the_house_theme_suits_arabic(void **state)
{
    struct decoded decoded = {0};
    struct theme_set set;
    assert_true(
        read_set_for(*state, "", (struct document_of){.script = STR("Arab")}, &decoded, &set));
    const struct theme *theme = set.of[EDITION_SCREEN];
    assert_int_equal(theme->roles[ROLE_BODY].size, LENGTH_PT(14));
    assert_int_equal(theme->roles[ROLE_BODY].leading, 3 * theme->page.grid);
    for (int i = 0; i < ROLE_COUNT; i++) {
        assert_false(theme->roles[i].italic);
        assert_int_equal(theme->roles[i].tracking, 0);
    }
}

static void a_size_changes_what_its_part_says_below_the_script(void **state)
{
    const char *keys = "sizes: {a5: {page: {gutter: 20}, roles: {body: {size: 11, leading: 15}}}}\n"
                       "scripts: {Thai: {roles: {body: {leading: 3u, base: 17}}}}\n";
    struct decoded decoded = {0};
    struct theme_set a4, a5;
    assert_true(read_set_for(*state, keys,
                             (struct document_of){.script = STR("Thai"), .size = STR("a4")},
                             &decoded, &a4));
    assert_int_equal(a4.of[EDITION_SCREEN]->page.gutter, LENGTH_PT(24));
    assert_true(read_set_for(*state, keys,
                             (struct document_of){.script = STR("Thai"), .size = STR("a5")},
                             &decoded, &a5));
    const struct theme *theme = a5.of[EDITION_SCREEN];
    assert_int_equal(theme->page.gutter, LENGTH_PT(20));
    assert_int_equal(theme->roles[ROLE_BODY].size, LENGTH_PT(11));
    assert_int_equal(theme->roles[ROLE_BODY].leading, LENGTH_PT(24));
}

// What suits the edition is worth more than what suits the page of all of them.
static void an_edition_has_parts_of_its_own_for_scripts_and_sizes(void **state)
{
    const char *keys =
        "sizes: {a5: {page: {gutter: 19}}}\n"
        "editions:\n"
        "  large-print:\n"
        "    roles: {body: {size: 18}}\n"
        "    sizes: {small: {page: {gutter: 20, last-page: 50}}, a5: {page: {gutter: 21}}}\n"
        "    scripts: {Thai: {roles: {body: {size: 20}}}}\n";
    struct decoded decoded = {0};
    struct theme_set a5, small, a4;
    struct document_of document = {STR_INIT("Thai"), STR_INIT("a5"), true};
    assert_true(read_set_for(*state, keys, document, &decoded, &a5));
    document.size = STR("");
    assert_true(read_set_for(*state, keys, document, &decoded, &small));
    document = (struct document_of){STR_INIT("Latn"), STR_INIT("a4"), false};
    assert_true(read_set_for(*state, keys, document, &decoded, &a4));
    assert_int_equal(a5.of[EDITION_SCREEN]->page.gutter, LENGTH_PT(19));
    assert_int_equal(a5.of[EDITION_SCREEN]->roles[ROLE_BODY].size, LENGTH_PT(12));
    assert_int_equal(a5.of[EDITION_LARGE_PRINT]->page.gutter, LENGTH_PT(21));
    assert_int_equal(a5.of[EDITION_LARGE_PRINT]->page.last_page, 50);
    assert_int_equal(a5.of[EDITION_LARGE_PRINT]->roles[ROLE_BODY].size, LENGTH_PT(20));
    assert_int_equal(small.of[EDITION_LARGE_PRINT]->page.gutter, LENGTH_PT(20));
    assert_int_equal(a4.of[EDITION_LARGE_PRINT]->page.gutter, LENGTH_PT(24));
    assert_int_equal(a4.of[EDITION_LARGE_PRINT]->roles[ROLE_BODY].size, LENGTH_PT(18));
}

static void a_faulty_part_within_one_of_an_edition_is_told_at_its_line(void **state)
{
    struct decoded decoded = {0};
    struct theme_set set;
    const char *keys = "editions: {print: {sizes: {a5: {gutter: 1}, a6: {}}, extends: clinic}}\n";
    assert_false(
        read_set_for(*state, keys, (struct document_of){.size = STR("a5")}, &decoded, &set));
    assert_int_equal(decoded.diags.error_count, 3);
}

static void a_size_that_there_is_not_is_told_where_it_stands(void **state)
{
    assert_faults(*state, "sizes: {A5: {page: {gutter: 20}}, a5: {sizes: {}}}\n",
                  "2:9 B0301 unknown key `A5` | did you mean `a5`?\n");
}

static void a_faulty_part_of_a_script_is_told_at_its_line(void **state)
{
    const char *keys = "scripts: {Thai: {roles: {body: {size: -1}}, scripts: {}}}\n";
    struct decoded decoded = {0};
    struct theme_set set;
    assert_false(
        read_set_for(*state, keys, (struct document_of){.script = STR("Thai")}, &decoded, &set));
    assert_int_equal(decoded.diags.error_count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(editions_without_a_part_share_one_theme),
        RULE(a_script_changes_what_its_part_says),
        RULE(the_house_theme_suits_arabic),
        RULE(a_size_changes_what_its_part_says_below_the_script),
        RULE(an_edition_has_parts_of_its_own_for_scripts_and_sizes),
        RULE(a_faulty_part_within_one_of_an_edition_is_told_at_its_line),
        RULE(a_size_that_there_is_not_is_told_where_it_stands),
        RULE(a_faulty_part_of_a_script_is_told_at_its_line),
        RULE(a_part_changes_its_own_edition),
        RULE(each_key_comes_from_the_nearest_that_sets_it),
        RULE(parts_are_checked_though_their_edition_is_not_built),
        RULE(what_the_theme_lacks_is_said_once),
        RULE(families_are_those_of_the_file),
        RULE(a_spot_ink_has_a_name_and_what_takes_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
