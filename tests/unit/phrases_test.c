#include "base/utf8.h"
#include "model/phrases.h"
#include "unit/unit.h"

// The text with brackets round what was found.
static struct str found(struct arena *arena, const char *const *phrases, size_t count,
                        const char *typed)
{
    struct phrases all = {0};
    static int value;
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(phrases_add(arena, &all, str_from(phrases[i]), &value), &value);
    struct str text = str_from(typed);
    struct str_builder out = str_builder_in(arena);
    uint32_t previous = 0;
    for (size_t at = 0; at < text.len;) {
        void *got;
        size_t start = at, taken = phrases_find(&all, text, at, previous, &got);
        if (taken > 0)
            str_addf(&out, "<%.*s>", STR_ARGS(str_slice(text, at, at + taken)));
        for (size_t end = at + (taken ? taken : 1); at < end;)
            previous = utf8_decode(text.data, text.len, &at);
        if (taken == 0)
            str_add(&out, str_slice(text, start, at));
    }
    return str_built(&out);
}

static void whole_words_are_found(void **state)
{
    static const char *const phrases[] = {"CAR", "T cell"};
    assert_str(found(*state, phrases, 2, "CAR CARs car OSCAR (CAR)-T, CAR’s T cells. T cell"),
               "<CAR> CARs car OSCAR (<CAR>)-T, <CAR>’s T cells. <T cell>");
    assert_str(found(*state, phrases, 2, "ÉCAR CARé 2CAR"), "ÉCAR CARé 2CAR");
}

static void the_longest_phrase_is_taken(void **state)
{
    static const char *const phrases[] = {"CAR", "CAR-T", "CAR-T cell", "e.g."};
    assert_str(found(*state, phrases, 4, "CAR-T cell, CAR-T cells, CAR-TX, e.g. this, e.g"),
               "<CAR-T cell>, <CAR-T> cells, <CAR>-TX, <e.g.> this, e.g");
}

static void scripts_without_spaces_have_words_too(void **state)
{
    static const char *const phrases[] = {"CAR", "骨髓"};
    assert_str(found(*state, phrases, 2, "用CAR疗法，骨髓移植"), "用<CAR>疗法，<骨髓>移植");
    assert_str(found(*state, phrases, 2, "CAR는"), "<CAR>는");
}

static void what_is_no_phrase_is_not_taken(void **state)
{
    struct phrases all = {0};
    int value;
    assert_null(phrases_add(*state, &all, STR("(CAR)"), &value));
    assert_null(phrases_add(*state, &all, STR("a a a a a a a a a a a a a a a a a"), &value));
    assert_null(phrases_add(*state, &all, STR("."), &value));
}

static void folding_takes_case_and_spaces_away(void **state)
{
    assert_str(phrase_folded(*state, STR("Äb\u00a0C\nd")), "äb c d");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(whole_words_are_found),
        RULE(the_longest_phrase_is_taken),
        RULE(scripts_without_spaces_have_words_too),
        RULE(what_is_no_phrase_is_not_taken),
        RULE(folding_takes_case_and_spaces_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
