#include "diag/diag.h"
#include "unit/unit.h"

static struct sources sources;
static struct diags diags;

static void open_source(struct arena *arena, struct str bytes)
{
    sources_init(&sources, arena);
    diags_init(&diags, arena, &sources);
    sources_add(&sources, STR("content/a.yaml"), bytes);
}

static struct str written(enum diag_format format, bool color)
{
    struct str_builder out = str_builder_in(diags.arena);
    diags_write(&diags, format, color, &out);
    return str_built(&out);
}

// Adds an error on `marked`, which stands once in the file, and returns how it is shown.
static struct str shown(struct str bytes, struct str marked)
{
    open_source(diags.arena, bytes);
    uint32_t start = (uint32_t)str_find(bytes, marked, 0);
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){1, start, start + (uint32_t)marked.len}, "m");
    return written(DIAG_FORMAT_HUMAN, false);
}

static void human_shows_the_line_the_place_and_the_hint(void **state)
{
    open_source(*state, STR("brochure: 1\ntitel: CAR-T\n"));
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){1, 12, 17}, "unknown key `titel`");
    diag_hint(&diags, "did you mean `title`?");
    assert_str(written(DIAG_FORMAT_HUMAN, false), "error[B0301]: unknown key `titel`\n"
                                                  "  --> content/a.yaml:2:1\n"
                                                  "    2 | titel: CAR-T\n"
                                                  "      | ^^^^^\n"
                                                  "      = hint: did you mean `title`?\n");
}

static void human_colours_the_severity_and_the_carets(void **state)
{
    open_source(*state, STR("a"));
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){1, 0, 1}, "e");
    diag_add(&diags, DIAG_REFERENCE_UNCITED, (struct span){1, 0, 1}, "w");
    assert_str(written(DIAG_FORMAT_HUMAN, true),
               "\033[1;31merror[B0301]\033[0m: e\n  --> content/a.yaml:1:1\n"
               "    1 | a\n      | \033[1;31m^\033[0m\n"
               "\033[1;33mwarning[B0503]\033[0m: w\n  --> content/a.yaml:1:1\n"
               "    1 | a\n      | \033[1;31m^\033[0m\n");
}

static void without_a_place_there_is_no_excerpt(void **state)
{
    open_source(*state, STR("a"));
    diag_add(&diags, DIAG_FILE_UNREADABLE, (struct span){0}, "cannot read x.yaml");
    assert_str(written(DIAG_FORMAT_HUMAN, false), "error[B0101]: cannot read x.yaml\n");
    assert_str(written(DIAG_FORMAT_SHORT, false), "error: cannot read x.yaml [B0101]\n");
    assert_str(written(DIAG_FORMAT_JSON, false),
               "{\"severity\":\"error\",\"code\":\"B0101\",\"message\":\"cannot read x.yaml\"}\n");
}

static void carets_stand_under_multibyte_text(void **state)
{
    diags.arena = *state;
    assert_str(shown(STR("na\xC3\xAFve caf\xC3\xA9 x"), STR("caf\xC3\xA9")),
               "error[B0301]: m\n  --> content/a.yaml:1:7\n"
               "    1 | na\xC3\xAFve caf\xC3\xA9 x\n"
               "      |       ^^^^\n");
}

static void carets_are_as_wide_as_wide_text(void **state)
{
    diags.arena = *state;
    assert_str(
        shown(STR("\xE6\x97\xA5: \xE6\x9C\xAC\xE8\xAA\x9E x"), STR("\xE6\x9C\xAC\xE8\xAA\x9E")),
        "error[B0301]: m\n  --> content/a.yaml:1:4\n"
        "    1 | \xE6\x97\xA5: \xE6\x9C\xAC\xE8\xAA\x9E x\n"
        "      |     ^^^^\n");
}

static void tabs_before_the_place_stay_tabs(void **state)
{
    diags.arena = *state;
    assert_str(shown(STR("a\tb\tcd"), STR("cd")), "error[B0301]: m\n  --> content/a.yaml:1:5\n"
                                                  "    1 | a\tb\tcd\n"
                                                  "      |  \t \t^^\n");
}

static void a_byte_order_mark_moves_nothing(void **state)
{
    diags.arena = *state;
    assert_str(shown(STR("\xEF\xBB\xBFtitel: x"), STR("titel")),
               "error[B0301]: m\n  --> content/a.yaml:1:1\n"
               "    1 | titel: x\n"
               "      | ^^^^^\n");
}

static void a_place_over_lines_is_marked_to_the_end_of_its_first(void **state)
{
    diags.arena = *state;
    assert_str(shown(STR("a: b c\nd: e\n"), STR("b c\nd")),
               "error[B0301]: m\n  --> content/a.yaml:1:4\n"
               "    1 | a: b c\n"
               "      |    ^^^\n");
}

static void the_end_of_the_file_has_one_caret(void **state)
{
    open_source(*state, STR("a: b"));
    diag_add(&diags, DIAG_KEY_MISSING, (struct span){1, 4, 4}, "m");
    assert_str(written(DIAG_FORMAT_HUMAN, false), "error[B0302]: m\n  --> content/a.yaml:1:5\n"
                                                  "    1 | a: b\n"
                                                  "      |     ^\n");
}

static void long_lines_are_shown_around_the_place(void **state)
{
    diags.arena = *state;
    struct str_builder line = str_builder_in(*state);
    for (int i = 0; i < 1000; i++)
        str_add(&line, STR("0123456789"));
    str_add(&line, STR("HERE"));
    for (int i = 0; i < 1000; i++)
        str_add(&line, STR("0123456789"));
    struct str text = shown(str_built(&line), STR("HERE"));
    assert_true(text.len < 400);
    size_t here = str_find(text, STR("HERE"), 0), caret = str_find_byte(text, '^', 0);
    size_t second = str_find(text, STR("\n      | "), 0) + 1;
    size_t first = str_find(text, STR("    1 | "), 0);
    assert_int_equal(here - first, caret - second);
    assert_str(str_slice(text, caret, text.len), "^^^^\n");
}

static void hostile_text_is_shown_harmless(void **state)
{
    diags.arena = *state;
    struct str text = shown(STR("a: \033[2J\xE2\x80\xAE\xFF"
                                "z"),
                            STR("z"));
    assert_int_equal(str_find_byte(text, '\033', 0), text.len);
    assert_true(str_ends_with(text, STR("    1 | a: \xEF\xBF\xBD[2J\xEF\xBF\xBD\xEF\xBF\xBDz\n"
                                        "      |          ^\n")));
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){0}, "key `a\nerror: b`");
    struct str lines = written(DIAG_FORMAT_SHORT, false);
    assert_true(str_ends_with(lines, STR("error: key `a\xEF\xBF\xBD"
                                         "error: b` [B0301]\n")));
}

static void short_is_one_line_each(void **state)
{
    open_source(*state, STR("a: b\nc: d\n"));
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){1, 5, 6}, "unknown key `c`");
    diag_hint(&diags, "hints are left out");
    diag_add(&diags, DIAG_REFERENCE_UNCITED, (struct span){1, 8, 9}, "never cited");
    assert_str(written(DIAG_FORMAT_SHORT, false),
               "content/a.yaml:2:1: error: unknown key `c` [B0301]\n"
               "content/a.yaml:2:4: warning: never cited [B0503]\n");
}

static void json_is_one_object_a_line(void **state)
{
    open_source(*state, STR("a: b\nc: d\n"));
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){1, 5, 9}, "key \"c\"\n\\ \xC3\xA9");
    diag_hint(&diags, "a\tb");
    assert_str(written(DIAG_FORMAT_JSON, false),
               "{\"severity\":\"error\",\"code\":\"B0301\",\"message\":\"key \\\"c\\\"\\u000a\\\\ "
               "\xC3\xA9\",\"file\":\"content/a.yaml\",\"line\":2,\"column\":1,\"endLine\":2,"
               "\"endColumn\":5,\"hint\":\"a\\u0009b\"}\n");
}

static void json_is_utf8_whatever_the_path_is(void **state)
{
    open_source(*state, STR("a"));
    sources.items[0]->path = STR("caf\xE9.yaml");
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){1, 0, 1}, "m");
    struct str text = written(DIAG_FORMAT_JSON, false);
    assert_true(str_find(text, STR("\"caf\xEF\xBF\xBD.yaml\""), 0) < text.len);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(human_shows_the_line_the_place_and_the_hint),
        RULE(human_colours_the_severity_and_the_carets),
        RULE(without_a_place_there_is_no_excerpt),
        RULE(carets_stand_under_multibyte_text),
        RULE(carets_are_as_wide_as_wide_text),
        RULE(tabs_before_the_place_stay_tabs),
        RULE(a_byte_order_mark_moves_nothing),
        RULE(a_place_over_lines_is_marked_to_the_end_of_its_first),
        RULE(the_end_of_the_file_has_one_caret),
        RULE(long_lines_are_shown_around_the_place),
        RULE(hostile_text_is_shown_harmless),
        RULE(short_is_one_line_each),
        RULE(json_is_one_object_a_line),
        RULE(json_is_utf8_whatever_the_path_is),
    };
    return cmocka_run_group_tests_name("writers", tests, NULL, NULL);
}
