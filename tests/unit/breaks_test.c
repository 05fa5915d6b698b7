#include "text/breaks.h"

#include "text/breaks_plain.h"
#include "text/icu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct sources sources;
    struct diags diags;
};

static int open_fixture(void **state)
{
    static struct fixture fixture;
    arena_init(&fixture.arena);
    sources_init(&fixture.sources, &fixture.arena);
    diags_init(&fixture.diags, &fixture.arena, &fixture.sources);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    arena_release(&fixture->arena);
    return 0;
}

// The text with | where a line may end and ¦ where it must, but for the end of the text.
static struct str show(struct arena *arena, struct str text, const uint8_t *breaks)
{
    struct str_builder shown = str_builder_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        if (breaks[i] != BREAK_NONE && breaks[i] != BREAK_MANDATORY)
            str_add(&shown, STR("|"));
        if (breaks[i] == BREAK_MANDATORY)
            str_add(&shown, STR("¦"));
        str_add_byte(&shown, text.data[i]);
    }
    assert_int_equal(breaks[text.len], BREAK_MANDATORY);
    return str_built(&shown);
}

// `expected` is the text with the marks of `show`.
static void assert_breaks_of(struct fixture *fixture, const char *expected, struct str language,
                             enum text_breaking breaking)
{
    struct str_builder plain = str_builder_in(&fixture->arena);
    for (const char *c = expected; *c; c++) {
        if (strncmp(c, "¦", 2) == 0)
            c++;
        else if (*c != '|')
            str_add_byte(&plain, *c);
    }
    struct str text = str_built(&plain);
    uint8_t *breaks = arena_alloc(&fixture->arena, text.len + 1);
    struct breaks_range range = {0, (uint32_t)text.len, breaking};
    struct breaks_job job = {text, language, &range, 1};
    assert_true(breaks_find(&job, &fixture->diags, breaks));
    const char *found = str_cstr(&fixture->arena, show(&fixture->arena, text, breaks));
    assert_string_equal(found, expected);
}

static void assert_breaks(struct fixture *fixture, const char *expected)
{
    assert_breaks_of(fixture, expected, STR("en-US"), TEXT_BREAK_NORMAL);
}

static void lines_end_between_words_and_behind_hyphens(void **state)
{
    assert_breaks(*state, "");
    assert_breaks(*state, "one |two  |three");
    assert_breaks(*state, "long-|term |care—|and |so |on");
    assert_breaks(*state, "(see |below), |\"quoted\" |text |(1,3-5)");
    assert_breaks(*state, "soft\xC2\xAD|hyphen, |no\xC2\xA0"
                          "break");
    assert_breaks(*state, "$1,000.50 |and |50%");
}

static void a_dash_never_opens_a_line(void **state)
{
    assert_breaks(*state, "word—|word — |word – |word");
}

static void line_ends_in_the_text_are_kept(void **state)
{
    assert_breaks(*state, "one\n¦two");
    assert_breaks(*state, "one\xE2\x80\xA8¦two");
}

static void a_sign_keeps_its_number(void **state)
{
    assert_breaks(*state, "at |most |≤ 5 µg |a |day");
    assert_breaks(*state, "(≥ 38 °C) |or |≈ 20");
    assert_breaks(*state, "a |> |b |and |= |x");
}

static void a_number_keeps_its_unit(void **state)
{
    assert_breaks(*state, "take |5 mg |twice");
    assert_breaks(*state, "(at |37.5 °C)");
    assert_breaks(*state, "120 mg/dL |or |more");
    assert_breaks(*state, "open |24 |hours |until |8 p.m. |daily");
}

static void a_label_keeps_its_number(void **state)
{
    assert_breaks(*state, "see |Figure 3 |and |Table 2, |page 6");
    assert_breaks(*state, "siehe |Seite 4");
    assert_breaks(*state, "the |page |says");
}

static void a_date_keeps_day_and_month(void **state)
{
    assert_breaks(*state, "Updated |April 24, |2025");
    assert_breaks(*state, "am |24. April |2025");
    assert_breaks(*state, "le |1er août |2025");
    assert_breaks(*state, "el |24 de |abril");
    assert_breaks(*state, "April |2025");
}

static void initials_keep_their_name(void **state)
{
    assert_breaks(*state, "by |J. N. Brudno |and");
    assert_breaks(*state, "Brudno JN, |Maus MV, |Hinrichs CS. |CAR |cells");
    assert_breaks(*state, "Świerczek É, |Müller J-P.");
    assert_breaks(*state, "the |CAR |T |cells");
}

static void et_al_stays_with_the_name(void **state)
{
    assert_breaks(*state, "Brudno JN, et al. |JAMA");
    assert_breaks(*state, "Brudno et al");
    assert_breaks(*state, "poulet |et |alouette");
}

static void an_enumerator_keeps_its_word(void **state)
{
    assert_breaks(*state, "(a) blood |and |(iv) tissue |(not) |here");
}

static void a_single_letter_is_not_cut_off(void **state)
{
    assert_breaks(*state, "B-cell |and |CAR-T-cell |by |e-mail, |X-ray");
    assert_breaks(*state, "T‐cell |long-|term");
    assert_breaks(*state, "and/|or |mL/min |w/o |he/|she");
}

static void an_address_of_forty_characters_stays_whole(void **state)
{
    assert_breaks_of(*state, "https://doi.org/10.1001/jama.2024.19462", STR("en"), TEXT_BREAK_URL);
}

static void a_long_address_parts_by_its_signs(void **state)
{
    assert_breaks_of(*state, "https://|www|.example|.org/|patients/|car|-t|-cell|_therapy|?q|=1&a",
                     STR("en"), TEXT_BREAK_URL);
}

// The kinds of break of an address, one letter each: a allowed, p poor, l of last resort.
static void assert_kinds(struct fixture *fixture, const char *address, const char *expected)
{
    static const char letters[] = {
        [BREAK_ALLOWED] = 'a', [BREAK_POOR] = 'p', [BREAK_LAST_RESORT] = 'l'};
    struct str text = str_from(address);
    struct breaks_range range = {0, (uint32_t)text.len, TEXT_BREAK_URL};
    struct breaks_job job = {text, STR("en"), &range, 1};
    struct str_builder kinds = str_builder_in(&fixture->arena);
    uint8_t *breaks = ARENA_ARRAY(&fixture->arena, uint8_t, text.len + 1);
    assert_true(breaks_find(&job, &fixture->diags, breaks));
    for (size_t i = 0; i < text.len; i++)
        if (breaks[i] != BREAK_NONE)
            str_add_byte(&kinds, letters[breaks[i]]);
    assert_string_equal(str_cstr(&fixture->arena, str_built(&kinds)), expected);
}

static void an_address_parts_better_behind_slashes_than_in_its_host(void **state)
{
    // https://|www|.example|.org/|patients/|car|-t|-cell?|q|=1
    assert_kinds(*state, "https://www.example.org/patients/car-t-cell?query=1234", "lllaappapp");
    // doi:|10|.1001/|jama|.2024...
    assert_kinds(*state, "doi:10.1001/journal.of.examples.2024.19462.abc", "llappppp");
}

// Random addresses: only their own signs part them, no hyphen ends a line, no end is short.
static void addresses_part_where_the_rules_say(void **state)
{
    static const char signs[] = "abcdefghij0123456789:///..~~,,--__??##%%==&&";
    struct fixture *fixture = *state;
    uint32_t seed = 1;
    for (size_t round = 0; round < 2000; round++) {
        char address[80];
        size_t len = 1 + round % sizeof address;
        for (size_t i = 0; i < len; i++) {
            seed = seed * 1664525u + 1013904223u;
            address[i] = signs[(seed >> 8) % (sizeof signs - 1)];
        }
        struct breaks_range range = {0, (uint32_t)len, TEXT_BREAK_URL_NARROW};
        struct breaks_job job = {{address, len}, STR("en"), &range, 1};
        uint8_t breaks[sizeof address + 1];
        assert_true(breaks_find(&job, &fixture->diags, breaks));
        for (size_t i = 0; i < len; i++) {
            if (breaks[i] == BREAK_NONE)
                continue;
            assert_in_range(i, 4, len - 4);
            assert_true(address[i - 1] != '-');
            assert_true(strchr(":/=&", address[i - 1]) || strchr(".~,-_?#%=&", address[i]));
            assert_false(strchr(":/", address[i - 1]) && address[i] == '/');
        }
        assert_int_equal(breaks[len], BREAK_MANDATORY);
    }
}

static void a_phone_number_is_one_piece(void **state)
{
    assert_breaks_of(*state, "+1 555 010-0100", STR("en"), TEXT_BREAK_NEVER);
}

static void other_scripts_break_by_their_own_rules(void **state)
{
    assert_breaks_of(*state, "日|本|語。", STR("ja"), TEXT_BREAK_NORMAL);
    assert_breaks_of(*state, "ภาษา|ไทย", STR("th"), TEXT_BREAK_NORMAL);
    assert_breaks_of(*state, "5 mg |日|本", STR("ja"), TEXT_BREAK_NORMAL);
}

static const char *const pieces[] = {
    "a",
    "b",
    "Z",
    "é",
    "1",
    "2",
    "3",
    " ",
    " ",
    " ",
    " ",
    ".",
    ",",
    "-",
    "-",
    "/",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "–",
    "—",
    "—",
    "…",
    "%",
    "$",
    "€",
    "\xC2\xA0",
    "\xE2\x81\xA0",
    "\xC2\xAD",
    "\xE2\x80\x8B",
    "!",
    "?",
    ":",
    ";",
    "&",
    "+",
    "±",
    "°",
    "\n",
    "\xE2\x80\xA8",
    "\xCC\x81",
    "‐",
    "\xE2\x80\x91",
    "{",
    "}",
    "|",
    "\\",
    "\t",
    "\r",
    "«",
    "»",
    "¿",
    "‼",
    "´",
    "д",
    "Ω",
    "−",
    "§",
    "†",
    "•",
    "™",
    "½",
    "№",
};

// Our table is of Unicode 15.0, as ICU 72's; later versions treat quotation marks otherwise.
static void plain_text_breaks_as_icu_does(void **state)
{
    struct fixture *fixture = *state;
    uint32_t seed = 11;
    for (int round = 0; round < 5000; round++) {
        struct arena_mark mark = arena_mark(&fixture->arena);
        struct str_builder builder = str_builder_in(&fixture->arena);
        for (uint32_t i = 0; i < 12; i++) {
            seed = seed * 1664525u + 1013904223u;
            str_add(&builder, str_from(pieces[(seed >> 8) % (sizeof pieces / sizeof *pieces)]));
        }
        struct str text = str_built(&builder);
        uint8_t *ours = arena_alloc(&fixture->arena, text.len + 1);
        uint8_t *theirs = arena_alloc(&fixture->arena, text.len + 1);
        assert_true(breaks_plain(text, ours));
        assert_true(icu_find_breaks(text, STR("en"), &fixture->diags, theirs));
        const char *shown = str_cstr(&fixture->arena, show(&fixture->arena, text, ours));
        assert_string_equal(shown, str_cstr(&fixture->arena, show(&fixture->arena, text, theirs)));
        arena_rewind(&fixture->arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_between_words_and_behind_hyphens),
        cmocka_unit_test(a_dash_never_opens_a_line),
        cmocka_unit_test(line_ends_in_the_text_are_kept),
        cmocka_unit_test(a_sign_keeps_its_number),
        cmocka_unit_test(a_number_keeps_its_unit),
        cmocka_unit_test(a_label_keeps_its_number),
        cmocka_unit_test(a_date_keeps_day_and_month),
        cmocka_unit_test(initials_keep_their_name),
        cmocka_unit_test(et_al_stays_with_the_name),
        cmocka_unit_test(an_enumerator_keeps_its_word),
        cmocka_unit_test(a_single_letter_is_not_cut_off),
        cmocka_unit_test(an_address_of_forty_characters_stays_whole),
        cmocka_unit_test(a_long_address_parts_by_its_signs),
        cmocka_unit_test(an_address_parts_better_behind_slashes_than_in_its_host),
        cmocka_unit_test(addresses_part_where_the_rules_say),
        cmocka_unit_test(a_phone_number_is_one_piece),
        cmocka_unit_test(other_scripts_break_by_their_own_rules),
        cmocka_unit_test(plain_text_breaks_as_icu_does),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
