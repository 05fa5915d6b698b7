#include "base/utf8.h"
#include "model/typography.h"
#include "unit/unit.h"

static struct str set(struct arena *arena, const char *language, const char *typed)
{
    struct typography state = {.marks = quote_marks_find(str_from(language))};
    struct str text = str_from(typed), replacement;
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < text.len;) {
        size_t start = at, taken = typography_replace(&state, text, at, &replacement);
        if (taken > 0) {
            str_add(&out, replacement);
            at += taken;
        } else {
            typography_pass(&state, utf8_decode(text.data, text.len, &at));
            str_add(&out, str_slice(text, start, at));
        }
    }
    return str_built(&out);
}

static void quotes_open_after_space_and_close_after_words(void **state)
{
    assert_str(set(*state, "en-US", "\"Yes,\" she said (\"no\")."), "“Yes,” she said (“no”).");
    assert_str(set(*state, "en", "\"He said 'go' twice\""), "“He said ‘go’ twice”");
}

static void an_apostrophe_never_opens(void **state)
{
    assert_str(set(*state, "en", "It's the patients' choice"), "It’s the patients’ choice");
    assert_str(set(*state, "en", "'tis the '90s"), "’tis the ’90s");
    assert_str(set(*state, "de", "Geht's"), "Geht’s");
}

static void measures_keep_their_straight_marks(void **state)
{
    assert_str(set(*state, "en", "a 12\" cut, 6' long"), "a 12\" cut, 6' long");
}

static void each_language_has_its_own_quotes(void **state)
{
    static const char *const expected[][2] = {
        {"en-GB", "“a”"},   {"es", "«a»"},    {"fr", "«\u00a0a\u00a0»"},
        {"de", "„a“"},      {"de-CH", "«a»"}, {"pt-BR", "“a”"},
        {"it", "«a»"},      {"nl", "“a”"},    {"pl", "„a”"},
        {"ru", "«a»"},      {"tr", "“a”"},    {"vi", "“a”"},
        {"sv", "”a”"},      {"da", "“a”"},    {"nb", "«a»"},
        {"hu", "„a”"},      {"ja", "「a」"},  {"zh-Hant-TW", "「a」"},
        {"zh-Hans", "“a”"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++)
        assert_str(set(*state, expected[i][0], "\"a\""), expected[i][1]);
}

static void hyphens_become_dashes_and_points_an_ellipsis(void **state)
{
    assert_str(set(*state, "en", "9--5, wait---no..."), "9–5, wait—no…");
    assert_str(set(*state, "en", "a-b ---- x .... y"), "a-b ---- x .... y");
}

static void a_quotation_opens_with_a_mark_of_any_language(void **state)
{
    (void)state;
    assert_true(quotation_opens(STR("“a")) && quotation_opens(STR("„a")));
    assert_true(quotation_opens(STR("«a")) && quotation_opens(STR("「a")));
    assert_false(quotation_opens(STR("a “b”")) || quotation_opens(STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(quotes_open_after_space_and_close_after_words),
        RULE(an_apostrophe_never_opens),
        RULE(measures_keep_their_straight_marks),
        RULE(each_language_has_its_own_quotes),
        RULE(hyphens_become_dashes_and_points_an_ellipsis),
        RULE(a_quotation_opens_with_a_mark_of_any_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
