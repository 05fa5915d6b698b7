#include "base/file.h"
#include "input/yaml.h"
#include "model/theme.h"
#include "model_fixture.h"

static const struct theme *read_theme(struct arena *arena, struct str bytes, struct decoded *out)
{
    const struct theme *theme = NULL;
    const struct node *root;
    sources_init(&out->sources, arena);
    diags_init(&out->diags, arena, &out->sources);
    struct source *source = sources_add(&out->sources, STR("t.yaml"), bytes);
    bool read = yaml_read(arena, source, &yaml_limits_default, &out->diags, &root) &&
                theme_decode(arena, STR("clinic"), root, &out->diags, &theme);
    diags_sort(&out->diags);
    return read ? theme : NULL;
}

static struct str clinic(struct arena *arena)
{
    struct str bytes;
    assert_int_equal(file_read(arena, "content/themes/clinic.yaml", 1 << 20, &bytes), 0);
    return bytes;
}

// The house theme with one piece of it replaced, and what is said of that.
static void assert_changed(struct arena *arena, const char *piece, const char *replacement,
                           const char *expected)
{
    struct decoded decoded = {0};
    struct str bytes = clinic(arena), old = str_from(piece);
    size_t at = str_find(bytes, old, 0);
    assert_true(at < bytes.len);
    struct str before = str_slice(bytes, 0, at);
    struct str after = str_slice(bytes, at + old.len, bytes.len);
    struct str changed =
        str_format(arena, "%.*s%s%.*s", STR_ARGS(before), replacement, STR_ARGS(after));
    assert_null(read_theme(arena, changed, &decoded));
    struct str_builder said = str_builder_in(arena);
    for (size_t i = 0; i < decoded.diags.count; i++) {
        const struct diag *diag = &decoded.diags.items[i];
        str_addf(&said, "%.*s | %.*s\n", STR_ARGS(diag->message), STR_ARGS(diag->hint));
        assert_int_equal(diag->span.file, 1);
        assert_true(diag->span.start > 0);
    }
    assert_str(str_built(&said), expected);
}

static void the_house_theme_has_the_numbers_of_its_design(void **state)
{
    struct decoded decoded = {0};
    const struct theme *theme = read_theme(*state, clinic(*state), &decoded);
    assert_said(&decoded, "");
    assert_non_null(theme);
    assert_int_equal(theme->page.grid, LENGTH_PT(8));
    assert_int_equal(theme->page.top, LENGTH_PT(64));
    assert_int_equal(theme->page.single_column, LENGTH_PT(344));
    const struct role *heading = &theme->roles[ROLE_HEADING_1];
    assert_str(heading->family, "Vollkorn");
    assert_int_equal(heading->weight, 600);
    assert_int_equal(heading->before, LENGTH_PT(24));
    assert_int_equal(heading->rule_above, LENGTH_PT(0.75));
    assert_int_equal(heading->rule_gap, LENGTH_PT(8));
    assert_str(heading->rule_color->name, "teal");
    assert_int_equal(heading->color->cmyk[0], 950);
    assert_int_equal(heading->color->rgb[2], 0x58);
    assert_int_equal(theme->roles[ROLE_REFERENCE].size, LENGTH_PT(8.5));
    assert_int_equal(theme->roles[ROLE_REFERENCE].after, LENGTH_PT(4));
    assert_int_equal(theme->list.bullets[0].kind, MARKER_DISC);
    assert_int_equal(theme->list.bullets[2].kind, MARKER_BAR);
    assert_int_equal(theme->references.columns, 2);
}

static void a_part_sets_only_what_the_theme_gives(void **state)
{
    struct decoded decoded = {0};
    const struct theme *theme = read_theme(*state, clinic(*state), &decoded);
    assert_int_equal(theme->roles[ROLE_STRONG].set, ROLE_SETS_WEIGHT);
    assert_int_equal(theme->roles[ROLE_EMPHASIS].set, ROLE_SETS_ITALIC);
    assert_int_equal(theme->roles[ROLE_CITATION].features,
                     TEXT_LINING_FIGURES | TEXT_TABULAR_FIGURES);
}

static void baselines_of_the_house_theme_lie_on_its_grid(void **state)
{
    struct decoded decoded = {0};
    const struct theme *theme = read_theme(*state, clinic(*state), &decoded);
    for (size_t i = ROLE_BODY; i <= ROLE_HEADING_6; i++) {
        assert_int_equal(theme->roles[i].leading % theme->page.grid, 0);
        assert_int_equal(theme->roles[i].base % theme->page.grid, LENGTH_PT(4));
        if (i == ROLE_BODY)
            i = ROLE_HEADING_1 - 1; // the title block stands alone
    }
}

static void a_role_that_lacks_a_key_is_an_error(void **state)
{
    assert_changed(
        *state, "leading: 40, ", "",
        "this role lacks `leading` | roles of whole texts say all of font, weight, size, "
        "leading, base and color\n");
    assert_changed(*state, "  heading-6: *run-in\n", "", "`heading-6` is missing | \n");
}

static void names_must_be_the_themes_own(void **state)
{
    assert_changed(*state, "color: grey, align: balanced", "color: gray, align: balanced",
                   "the theme has no colour `gray` | did you mean `grey`?\n");
    assert_changed(*state, "font: display, weight: 500", "font: displai, weight: 500",
                   "the theme has no font `displai` | did you mean `display`?\n");
}

static void colours_and_lengths_are_checked(void **state)
{
    assert_changed(*state, "\"#0B4A58\"", "\"0B4A58\"",
                   "this is no colour: `0B4A58` | write six hexadecimal digits in quotes, like "
                   "\"#0B4A58\"\n");
    assert_changed(*state, "[95, 45, 40, 45]", "[95, 45, 400]",
                   "`cmyk` is four numbers from 0 to 100 | cyan, magenta, yellow and black, for "
                   "example [95, 45, 40, 45]\n");
    assert_changed(*state, "before: 3u", "before: 3v",
                   "`before` must be a length, not `3v` | for example 12mm, 0.5in or 9pt\n");
    assert_changed(*state, "size: 8.5", "size: 0", "`size` must be more than 0 | \n");
    assert_changed(*state, "leading: 40", "leading: -40", "`leading` must be more than 0 | \n");
    assert_changed(*state, "size: 8.5", "size: small",
                   "`size` must be a length, not `small` | for example 12mm, 0.5in or 9pt\n");
    assert_changed(
        *state, "base: 36", "base: 41",
        "the baseline lies below its line: `base` is more than `leading` | `base` is the "
        "baseline's distance from the top of the line's box\n");
    assert_changed(
        *state, "{text: Lato,", "{text: [Lato],",
        "`text` is a list here, but must be text | put the text in quotes: `\"[Lato]\"`\n");
    assert_changed(*state, "outer: 48", "outer: -1", "`outer` must not be negative | \n");
    assert_changed(*state, "outer: 48", "outer: 2000.1", "`outer` must be at most 2000pt | \n");
    assert_changed(*state, "tracking: -0.2", "tracking: -2001",
                   "`tracking` must be at most 2000pt | \n");
    assert_changed(*state, "grid: 8", "grid: 31", "`grid` must be at most 30pt | \n");
    assert_changed(*state, "grid: 8", "grid: 0", "`grid` must be more than 0 | \n");
    assert_changed(*state, "weight: 800, size: 14", "weight: 1000, size: 14",
                   "`weight` must be a whole number from 100 to 900 | \n");
}

static void what_themes_cannot_do_yet_says_so(void **state)
{
    assert_changed(*state, "control: {label", "fit: {size: 12}\ncontrol: {label",
                   "`fit` is not built yet | leave the key out until a later version builds it\n");
}

static void rules_are_usual_until_a_theme_says_otherwise(void **state)
{
    struct decoded decoded = {0};
    struct str text =
        str_format(*state,
                   "%.*srules:\n  ink-square: {limit: 340, reason: The shop prints it}\n"
                   "  safe-zone: {severity: error, limit: 4}\n"
                   "  empty-page: {severity: off, reason: Blanks are meant}\n",
                   STR_ARGS(clinic(*state)));
    const struct theme *theme = read_theme(*state, text, &decoded);
    assert_said(&decoded, "");
    assert_non_null(theme);
    assert_int_equal(theme->rules[RULE_INK_SQUARE].severity, RULE_WARNING);
    assert_int_equal(theme->rules[RULE_INK_SQUARE].limit, 340 * LENGTH_ONE_PT);
    assert_str(theme->rules[RULE_INK_SQUARE].reason, "The shop prints it");
    assert_int_equal(theme->rules[RULE_SAFE_ZONE].severity, RULE_ERROR);
    assert_int_equal(theme->rules[RULE_SAFE_ZONE].limit, LENGTH_PT(4));
    assert_int_equal(theme->rules[RULE_EMPTY_PAGE].severity, RULE_OFF);
    assert_int_equal(theme->rules[RULE_PICTURE_COARSE].severity, RULE_ERROR);
    assert_int_equal(theme->rules[RULE_PICTURE_COARSE].limit, 150 * LENGTH_ONE_PT);
    assert_int_equal(theme->rules[RULE_HAIRLINE].limit, LENGTH_PT(0.25));
}

static void a_lowered_rule_needs_its_reason(void **state)
{
    static const char *const lowered[] = {"picture-coarse: {severity: warning}",
                                          "ink-square: {limit: 340}", "hairline: {limit: 0.2}",
                                          "bleed: {severity: off}"};
    static const char *const names[] = {"picture-coarse", "ink-square", "hairline", "bleed"};
    for (size_t i = 0; i < 4; i++) {
        const char *changed =
            str_cstr(*state, str_format(*state, "rules: {%s}\npage:\n  margins:", lowered[i]));
        const char *said = str_cstr(
            *state,
            str_format(*state,
                       "the rule `%s` is lowered without a `reason` | add `reason:` and say "
                       "who agreed to it, for example \"the shop prints it so\"\n",
                       names[i]));
        assert_changed(*state, "page:\n  margins:", changed, said);
    }
    assert_changed(*state, "page:\n  margins:", "rules: {bleed: {limit: 3}}\npage:\n  margins:",
                   "unknown key `limit` | \n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_house_theme_has_the_numbers_of_its_design),
        RULE(a_part_sets_only_what_the_theme_gives),
        RULE(baselines_of_the_house_theme_lie_on_its_grid),
        RULE(a_role_that_lacks_a_key_is_an_error),
        RULE(names_must_be_the_themes_own),
        RULE(colours_and_lengths_are_checked),
        RULE(what_themes_cannot_do_yet_says_so),
        RULE(rules_are_usual_until_a_theme_says_otherwise),
        RULE(a_lowered_rule_needs_its_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
