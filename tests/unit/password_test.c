#include "base/secret.h"
#include "pdf/password.h"
#include "unit/unit.h"

#include <string.h>

static struct password out;

static void assert_prepared(struct str typed, const char *expected)
{
    assert_null(password_prepare(typed, &out));
    assert_string_equal(out.text, expected);
}

static void assert_refused(struct str typed, const char *reason)
{
    const char *said = password_prepare(typed, &out);
    assert_non_null(said);
    assert_non_null(strstr(said, reason));
    assert_string_equal(out.text, "");
}

static void ascii_stays_as_it_is(void **state)
{
    (void)state;
    assert_prepared(STR(" Two words, 3 signs\\\"! "), " Two words, 3 signs\\\"! ");
}

// RFC 4013, 3: the examples, and what its tables map.
static void other_letters_are_prepared_by_saslprep(void **state)
{
    (void)state;
    assert_prepared(STR("I\xC2\xADX"), "IX");
    assert_prepared(STR("\xC2\xAA"), "a");
    assert_prepared(STR("\xE2\x85\xA8"), "IX");
    assert_prepared(STR("a\xC2\xA0"
                        "b"),
                    "a b");
    assert_refused(STR("\xD8\xA7\x31"), "a character that a password may not have");
}

static void a_letter_is_the_same_however_it_was_typed(void **state)
{
    (void)state;
    assert_prepared(STR("Zoe\xCC\x88"), "Zo\xC3\xAB");
    assert_prepared(STR("Zo\xC3\xAB"), "Zo\xC3\xAB");
}

static struct str letters(struct arena *arena, const char *letter, size_t count)
{
    struct str_builder text = str_builder_in(arena);
    for (size_t i = 0; i < count; i++)
        str_add(&text, str_from(letter));
    return str_built(&text);
}

static void the_standards_length_is_the_longest(void **state)
{
    struct str longest = letters(*state, "a", 127);
    assert_prepared(longest, str_cstr(*state, longest));
    assert_refused(letters(*state, "a", 128), "longer than 127 bytes");
    assert_null(password_prepare(letters(*state, "\xC3\xA9", 63), &out));
    assert_refused(letters(*state, "\xC3\xA9", 64), "longer than 127 bytes");
    assert_refused(letters(*state, "\xC3\xA9", 5000), "longer than 127 bytes");
}

static void what_shrinks_to_the_length_is_taken(void **state)
{
    struct str spelled = letters(*state, "e\xCC\x81", 63); // 189 bytes, 126 once composed
    assert_null(password_prepare(spelled, &out));
    assert_int_equal(strlen(out.text), 126);
}

static void no_password_is_empty_or_not_text(void **state)
{
    (void)state;
    assert_refused(STR(""), "is empty");
    assert_refused(STR("\xC2\xAD"), "is empty"); // a soft hyphen, which SASLprep takes out
    assert_refused(STR("a\xFF"), "not UTF-8");
    assert_refused(STR("a\tb"), "not printed");
    assert_refused(STR("one\ntwo"), "not printed");
    assert_refused(STR("a\0b"), "not printed");
    assert_refused(STR("a\x7F"), "not printed");
}

static void a_secret_is_wiped(void **state)
{
    (void)state;
    char secret[4] = "abc";
    secret_wipe(secret, 2);
    assert_memory_equal(secret, "\0\0c", 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(ascii_stays_as_it_is),
        RULE(other_letters_are_prepared_by_saslprep),
        RULE(a_letter_is_the_same_however_it_was_typed),
        RULE(the_standards_length_is_the_longest),
        RULE(what_shrinks_to_the_length_is_taken),
        RULE(no_password_is_empty_or_not_text),
        RULE(a_secret_is_wiped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
