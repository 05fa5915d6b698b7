#include "text/hyphen.h"

#include "base/file.h"
#include "text/hyphen_compile.h"
#include "text/hyphen_format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    char folder[32];
};

static int open_fixture(void **state)
{
    static struct fixture fixture = {.folder = "/tmp/hyphen-XXXXXX"};
    arena_init(&fixture.arena);
    *state = &fixture;
    return mkdtemp(fixture.folder) ? 0 : 1;
}

static struct str path_of(struct fixture *fixture, const char *language)
{
    return str_format(&fixture->arena, "%s/%s.hyph", fixture->folder, language);
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    const char *made[] = {"en", "en-gb", "de", "nb", "hu", "xx"};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        unlink(str_cstr(&fixture->arena, path_of(fixture, made[i])));
    rmdir(fixture->folder);
    arena_release(&fixture->arena);
    return 0;
}

static void write_file(struct fixture *fixture, const char *language, struct str bytes)
{
    const char *path = str_cstr(&fixture->arena, path_of(fixture, language));
    assert_int_equal(file_write(&fixture->arena, path, bytes), 0);
}

static const struct hyphen_dictionary *open_language(struct fixture *fixture, const char *language)
{
    return hyphen_open(&fixture->arena, str_from(fixture->folder), str_from(language));
}

static const struct hyphen_dictionary *compile(struct fixture *fixture, const char *language,
                                               struct str dictionary)
{
    struct hyphen_compiled compiled;
    assert_true(hyphen_compile(&fixture->arena, dictionary, &compiled));
    write_file(fixture, language, compiled.bytes);
    return open_language(fixture, language);
}

// The distribution's dictionary, which the build compiles too.
static const struct hyphen_dictionary *compile_installed(struct fixture *fixture,
                                                         const char *language, const char *name)
{
    struct str dictionary;
    struct str path = str_format(&fixture->arena, "/usr/share/hyphen/hyph_%s.dic", name);
    assert_int_equal(
        file_read(&fixture->arena, str_cstr(&fixture->arena, path), 1 << 24, &dictionary), 0);
    return compile(fixture, language, dictionary);
}

// `expected` is the word with a hyphen at each point.
static void assert_points(struct fixture *fixture, const struct hyphen_dictionary *dictionary,
                          const char *expected)
{
    char word[128], found[256];
    size_t len = 0, end = 0;
    for (const char *c = expected; *c; c++)
        if (*c != '-')
            word[len++] = *c == '_' ? '-' : *c;
    uint8_t points[128];
    hyphen_points(&fixture->arena, dictionary, (struct str){word, len}, points);
    for (size_t i = 0; i < len; i++) {
        if (points[i])
            found[end++] = '-';
        found[end++] = word[i] == '-' ? '_' : word[i];
    }
    found[end] = '\0';
    assert_string_equal(found, expected);
}

// The same points as libhyphen gives.
static void english_words_break_as_the_dictionary_says(void **state)
{
    const struct hyphen_dictionary *english = compile_installed(*state, "en", "en_US");
    const char *words[] = {"hy-phen-ation", "treat-ment", "hema-tol-ogy", "im-munother-apy", "the",
                           "in-sur-ance",   "lym-phoma",  "Lym-phoma",    "LYM-PHOMA"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_points(*state, english, words[i]);
    hyphen_close(english);
}

static void german_compounds_break_at_their_joints_first(void **state)
{
    const struct hyphen_dictionary *german = compile_installed(*state, "de", "de_DE");
    const char *words[] = {"Kran-ken-haus-auf-ent-halt", "Zell-the-ra-pie",    "Be-hand-lungs-plan",
                           "Pa-ti-en-ten-auf-klä-rung",  "Ne-ben-wir-kun-gen", "ÄRZ-TIN"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_points(*state, german, words[i]);
    hyphen_close(german);
}

static void a_hyphen_that_respells_is_forbidden(void **state)
{
    const struct hyphen_dictionary *hungarian = compile_installed(*state, "hu", "hu_HU");
    assert_points(*state, hungarian, "asszonnyal"); // asz-szony-nyal
    assert_points(*state, hungarian, "vizs-gá-lat");
    hyphen_close(hungarian);
}

static void parts_of_a_word_are_hyphenated_each(void **state)
{
    const struct hyphen_dictionary *english = compile_installed(*state, "en", "en_US");
    assert_points(*state, english, "treat-ment_treat-ment");
    assert_points(*state, english, "treat-ment’s");
    assert_points(*state, english, "treat\xC2\xADment");
    assert_points(*state, english, "");
    hyphen_close(english);
}

static void minima_are_two_before_and_three_after_unless_given(void **state)
{
    const struct hyphen_dictionary *dictionary = compile(*state, "xx", STR("UTF-8\n1a\n1b\n"));
    assert_points(*state, dictionary, "ab-a-b-aba");
    hyphen_close(dictionary);
    dictionary = compile(*state, "xx", STR("UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\n1a\n1b\n"));
    assert_points(*state, dictionary, "aba-baba");
    hyphen_close(dictionary);
}

static void the_closest_language_is_opened(void **state)
{
    struct fixture *fixture = *state;
    hyphen_close(compile(fixture, "de", STR("UTF-8\n1a\n")));
    hyphen_close(compile(fixture, "en-gb", STR("UTF-8\n1b\n")));
    hyphen_close(compile(fixture, "en", STR("UTF-8\n1c\n")));
    hyphen_close(compile(fixture, "nb", STR("UTF-8\n1d\n")));
    const struct {
        const char *language, *points;
    } cases[] = {{"de-AT", "bb-abb"}, {"de-1996", "bb-abb"}, {"en-AU", "aa-baa"},
                 {"en-US", "aa-caa"}, {"en", "aa-caa"},      {"en-GB", "aa-baa"},
                 {"no", "aa-daa"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct hyphen_dictionary *dictionary = open_language(fixture, cases[i].language);
        assert_non_null(dictionary);
        assert_points(fixture, dictionary, cases[i].points);
        hyphen_close(dictionary);
    }
    assert_null(open_language(fixture, "fi"));
    assert_null(open_language(fixture, "../de"));
    assert_null(open_language(fixture, ""));
}

static void encodings_are_read(void **state)
{
    const struct hyphen_dictionary *dictionary = compile(*state, "xx", STR("ISO8859-1\n1\xE4\n"));
    assert_points(*state, dictionary, "bb-Äbb");
    hyphen_close(dictionary);
    dictionary = compile(*state, "xx", STR("KOI8-R\n1\xC4\n"));
    assert_points(*state, dictionary, "бб-дбб");
    hyphen_close(dictionary);
    dictionary = compile(*state, "xx", STR("microsoft-cp1251\n1\xE4\n"));
    assert_points(*state, dictionary, "бб-дбб");
    hyphen_close(dictionary);
    struct fixture *fixture = *state;
    struct hyphen_compiled compiled;
    assert_false(hyphen_compile(&fixture->arena, STR("KLINGON\n1a\n"), &compiled));
    assert_false(hyphen_compile(&fixture->arena, STR("UTF-8\n1\xE4\n"), &compiled));
}

// Any byte changed: the dictionary is refused or can be used without harm; a part of one is
// refused.
static void a_corrupt_file_does_no_harm(void **state)
{
    struct fixture *fixture = *state;
    struct hyphen_compiled compiled;
    assert_true(hyphen_compile(&fixture->arena, STR("UTF-8\n.a1b\nb2c\n1c\nNEXTLEVEL\na1c3b\n"),
                               &compiled));
    assert_int_equal(compiled.patterns, 4);
    size_t refused = 0;
    for (size_t i = 0; i < compiled.bytes.len; i++) {
        char *bytes = arena_copy(&fixture->arena, compiled.bytes.data, compiled.bytes.len);
        bytes[i] = (char)(bytes[i] ^ 0x55);
        const struct hyphen_dictionary *dictionary =
            hyphen_from_bytes(&fixture->arena, (struct str){bytes, compiled.bytes.len});
        uint8_t points[12];
        if (dictionary)
            hyphen_points(&fixture->arena, dictionary, STR("abcabcabcabc"), points);
        refused += dictionary == NULL;
        assert_null(hyphen_from_bytes(&fixture->arena, (struct str){bytes, i}));
    }
    assert_true(refused >= 20); // of the header's 32 bytes: minima have no wrong values
}

static void a_broken_file_is_passed_over(void **state)
{
    write_file(*state, "xx", STR("not a dictionary, but as long as a header"));
    assert_null(open_language(*state, "xx-YY"));
}

static void a_word_of_any_length_takes_memory_in_proportion(void **state)
{
    struct fixture *fixture = *state;
    const struct hyphen_dictionary *dictionary = compile(fixture, "xx", STR("UTF-8\n1ba\na2b\n"));
    size_t taken[2], lengths[2] = {10000, 100000};
    for (size_t i = 0; i < 2; i++) {
        struct arena arena;
        arena_init(&arena);
        char *word = arena_alloc(&arena, lengths[i]);
        memset(word, 'a', lengths[i]);
        uint8_t *points = arena_alloc(&arena, lengths[i]);
        hyphen_points(&arena, dictionary, (struct str){word, lengths[i]}, points);
        taken[i] = arena.total;
        arena_release(&arena);
    }
    assert_true(taken[1] <= 11 * taken[0]);
    hyphen_close(dictionary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_words_break_as_the_dictionary_says),
        cmocka_unit_test(german_compounds_break_at_their_joints_first),
        cmocka_unit_test(a_hyphen_that_respells_is_forbidden),
        cmocka_unit_test(parts_of_a_word_are_hyphenated_each),
        cmocka_unit_test(minima_are_two_before_and_three_after_unless_given),
        cmocka_unit_test(the_closest_language_is_opened),
        cmocka_unit_test(encodings_are_read),
        cmocka_unit_test(a_corrupt_file_does_no_harm),
        cmocka_unit_test(a_broken_file_is_passed_over),
        cmocka_unit_test(a_word_of_any_length_takes_memory_in_proportion),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
