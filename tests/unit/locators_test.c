#include "model/locators.h"

#include "unit/unit.h"

static struct str read_in(struct arena *arena, const char *language, const char *text)
{
    struct str out = {0};
    const struct terms *terms = terms_new(arena, str_from(language), (struct span){0});
    return locator_read(arena, terms, str_from(text), &out) ? out : STR("none");
}

static struct str read(struct arena *arena, const char *text)
{
    return read_in(arena, "en-US", text);
}

static void pages_are_closed_up_behind_their_letter(void **state)
{
    assert_str(read(*state, "p. 3"), "p3");
    assert_str(read(*state, "p3"), "p3");
    assert_str(read(*state, "page 12"), "p12");
    assert_str(read(*state, "3"), "p3");
    assert_str(read(*state, "S34"), "pS34");
    assert_str(read(*state, "iv"), "piv");
}

static void several_pages_have_two_letters(void **state)
{
    assert_str(read(*state, "p. 3, 5"), "pp3,5");
    assert_str(read(*state, "pp. 3–5"), "pp3-5");
    assert_str(read(*state, "3 - 5,\n7"), "pp3-5,7");
}

static void other_words_are_printed_as_typed(void **state)
{
    assert_str(read(*state, "chap. 3"), "chap3");
    assert_str(read(*state, "§ 4.2"), "§4.2");
    assert_str(read(*state, "table 2"), "table2");
}

static void pages_are_in_the_documents_language(void **state)
{
    assert_str(read_in(*state, "de", "3"), "S3");
    assert_str(read_in(*state, "de", "S. 3"), "S3");
    assert_str(read_in(*state, "zh", "3"), "第3页");
}

static void anything_else_is_none(void **state)
{
    assert_str(read(*state, "chapter two"), "none");
    assert_str(read(*state, "p."), "none");
    assert_str(read(*state, "3,"), "none");
    assert_str(read(*state, "3 and 5"), "none");
    assert_str(read(*state, "p. 3 4"), "none");
    assert_str(read(*state, ""), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(pages_are_closed_up_behind_their_letter),
        RULE(several_pages_have_two_letters),
        RULE(other_words_are_printed_as_typed),
        RULE(pages_are_in_the_documents_language),
        RULE(anything_else_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
