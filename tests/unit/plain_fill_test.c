#include "diag/terminal.h"
#include "unit/plain_fixture.h"

#define assert_wrapped(body, wrap, expected)                                                       \
    assert_str(plain_body(*state, "en-US", (body), (wrap)), (expected))

static void lines_are_filled_to_their_last_column(void **state)
{
    assert_wrapped(" one two three four five six", 20, "one two three four\nfive six\n");
    assert_wrapped(" one two three four 5", 20, "one two three four 5\n");
    assert_wrapped(" one two three four 56", 20, "one two three four\n56\n");
    assert_wrapped(" |\n    one two three four 5\\\n    six", 20, "one two three four 5\nsix\n");
}

static void continued_lines_stand_under_their_text(void **state)
{
    assert_wrapped(" |\n    - one two three four five\n      1. one two three four\n", 20,
                   "- one two three four\n  five\n  1. one two three\n     four\n");
    assert_wrapped("\n  - callout: {kind: note, title: a, body: one two three four five}", 20,
                   "Note: a\n  one two three four\n  five\n");
}

static void what_is_one_piece_is_never_parted(void **state)
{
    assert_wrapped(" |\n    Go to <https://a.org/very/long/path/that/goes/on> now", 20,
                   "Go to\nhttps://a.org/very/long/path/that/goes/on\nnow\n");
    assert_wrapped(" |\n    Call for it +1 555 010 0100 now", 24,
                   "Call for it\n+1 555 010 0100 now\n");
    assert_wrapped(" |\n    Take at most about 5 mg each day", 20,
                   "Take at most about\n5 mg each day\n");
    assert_wrapped("\n  - write-in: [{label: Interpreter, options: [Yes, No]}]", 25,
                   "Interpreter: [ ] Yes\n[ ] No\n");
}

static void a_citation_stays_with_its_word(void **state)
{
    struct str text = plain_text(*state,
                                 HEAD SECTION "|\n    Words that are cited.[@a; @b]\n"
                                              "references: {items: [{id: a, text: x}, "
                                              "{id: b, text: y}]}\n",
                                 23);
    struct str wanted = STR("\nWords that are\ncited [1, 2].\n");
    assert_true(str_find(text, wanted, 0) < text.len);
}

static void width_is_that_of_the_display(void **state)
{
    assert_str(plain_body(*state, "ja", " 患者さんの体から取り出した細胞を使います", 20),
               "患者さんの体から取り\n出した細胞を使います\n");
}

// Every line has room for another word, or is as wide as it may be.
static void no_line_is_wider_than_asked(void **state)
{
    struct str_builder words = str_builder_in(*state);
    uint32_t seed = 1;
    for (int i = 0; i < 400; i++)
        str_addf(&words, " %.*s", (int)(1 + unit_random(&seed) % 12), "abcdefghijklm");
    for (uint32_t wrap = 20; wrap < 60; wrap++) {
        struct str text = plain_body(*state, "en-US", str_cstr(*state, str_built(&words)), wrap);
        for (size_t start = 0; start < text.len;) {
            size_t end = str_find_byte(text, '\n', start);
            assert_true(terminal_columns(str_slice(text, start, end)) <= wrap);
            size_t next = str_find_byte(text, ' ', end + 1),
                   last = str_find_byte(text, '\n', end + 1);
            if (end + 1 < text.len)
                assert_true(end - start + (next < last ? next : last) - end > wrap);
            start = end + 1;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(lines_are_filled_to_their_last_column), RULE(continued_lines_stand_under_their_text),
        RULE(what_is_one_piece_is_never_parted),     RULE(a_citation_stays_with_its_word),
        RULE(width_is_that_of_the_display),          RULE(no_line_is_wider_than_asked),
    };
    return cmocka_run_group_tests_name("plain_fill", tests, NULL, NULL);
}
