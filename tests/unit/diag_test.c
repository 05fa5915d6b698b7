#include "diag/diag.h"
#include "unit/unit.h"

static struct sources sources;
static struct diags diags;

static void open_diags(struct arena *arena)
{
    sources_init(&sources, arena);
    sources_add(&sources, STR("a.yaml"), STR("title: x\nlanguage: en\n"));
    sources_add(&sources, STR("b.yaml"), STR("title: y\n"));
    diags_init(&diags, arena, &sources);
}

static struct span at(uint32_t file, uint32_t start)
{
    return (struct span){file, start, start + 1};
}

static void errors_and_warnings_are_counted(void **state)
{
    open_diags(*state);
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 0), "unknown key `%s`", "titel");
    diag_add(&diags, DIAG_REFERENCE_UNCITED, at(1, 9), "reference 3 is never cited");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 9), "unknown key `%s`", "lang");
    assert_int_equal(diags.count, 3);
    assert_int_equal(diags.error_count, 2);
    assert_int_equal(diags.warning_count, 1);
    assert_str(diags.items[0].message, "unknown key `titel`");
}

static void what_is_said_twice_is_kept_once(void **state)
{
    open_diags(*state);
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t place = 0; place < 20; place++)
            diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, place), "unknown key");
    assert_int_equal(diags.count, 20);
    assert_int_equal(diags.error_count, 20);
}

static void another_code_place_or_message_is_another_diagnostic(void **state)
{
    open_diags(*state);
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 0), "a");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 0), "b");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(2, 0), "a");
    diag_add(&diags, DIAG_KEY_UNKNOWN, (struct span){1, 0, 5}, "a");
    diag_add(&diags, DIAG_KEY_MISSING, at(1, 0), "a");
    assert_int_equal(diags.count, 5);
}

static void a_hint_belongs_to_what_was_said_last(void **state)
{
    open_diags(*state);
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 0), "a");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 1), "b");
    diag_hint(&diags, "mend %s", "b");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 0), "a");
    diag_hint(&diags, "mend %s", "a");
    assert_str(diags.items[0].hint, "mend a");
    assert_str(diags.items[1].hint, "mend b");
}

static void order_is_by_file_then_place_then_code(void **state)
{
    open_diags(*state);
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(2, 0), "5");
    diag_add(&diags, DIAG_KEY_MISSING, at(1, 4), "4");
    diag_add(&diags, DIAG_REFERENCE_UNCITED, at(1, 2), "2");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 4), "3");
    diag_add(&diags, DIAG_FILE_UNREADABLE, (struct span){0}, "1");
    diags_sort(&diags);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(diags.items[i].message.data[0], '1' + (int)i);
}

static void hints_can_be_given_after_sorting(void **state)
{
    open_diags(*state);
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(2, 0), "later");
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 0), "first");
    diags_sort(&diags);
    diag_add(&diags, DIAG_FILE_UNWRITABLE, (struct span){0}, "no room");
    diag_hint(&diags, "free some");
    assert_str(diags.items[2].hint, "free some");
    assert_int_equal(diags.items[0].hint.len, 0);
}

static bool hints(const char *typed)
{
    static const struct str names[] = {STR_INIT("title"), STR_INIT("subtitle"),
                                       STR_INIT("language"), STR_INIT("id")};
    diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, 0), "unknown key `%s`", typed);
    return diag_hint_near(&diags, str_from(typed), names, sizeof names / sizeof names[0]);
}

static void the_nearest_name_is_suggested(void **state)
{
    open_diags(*state);
    assert_true(hints("tilte"));
    assert_str(diags.items[0].hint, "did you mean `title`?");
    assert_true(hints("subtitel"));
    assert_str(diags.items[1].hint, "did you mean `subtitle`?");
    assert_true(hints("lanugage"));
    assert_str(diags.items[2].hint, "did you mean `language`?");
    assert_true(hints("SUBTITLE"));
    assert_str(diags.items[3].hint, "did you mean `subtitle`?");
}

static void far_names_are_not_suggested(void **state)
{
    open_diags(*state);
    assert_false(hints("publisher"));
    assert_int_equal(diags.items[0].hint.len, 0);
    assert_false(hints("code"));
    assert_false(hints(""));
    assert_false(hints("x"));
}

static void codes_are_unique_and_in_their_groups(void **state)
{
    (void)state;
    for (enum diag_code code = 0; code < DIAG_CODE_COUNT; code++) {
        const struct diag_kind *kind = diag_kind_find(code);
        assert_int_equal(kind->code.len, 5);
        assert_true(kind->title.len > 0 && !str_ends_with(kind->title, STR(".")));
        if (code > 0)
            assert_true(str_compare(diag_kind_find(code - 1)->code, kind->code) < 0);
    }
}

static bool is_of_sentences(struct str text)
{
    return str_ends_with(text, STR(".")) && str_equal(str_trim(text), text) &&
           str_find(text, STR("  "), 0) == text.len;
}

static void every_code_is_explained(void **state)
{
    (void)state;
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        const struct diag_kind *kind = diag_kind_find((enum diag_code)code);
        if (!is_of_sentences(kind->explanation) || !is_of_sentences(kind->mend))
            fail_msg("%.*s: a space too many, or no end of a sentence", STR_ARGS(kind->code));
        assert_true(str_ends_with(diag_example((enum diag_code)code), STR("\n")));
    }
}

static void a_flood_of_messages_costs_linear_work(void **state)
{
    open_diags(*state);
    for (uint32_t i = 0; i < 20000; i++)
        diag_add(&diags, DIAG_KEY_UNKNOWN, at(1, i % 10), "unknown key %u", i);
    assert_int_equal(diags.count, 20000);
    assert_true(diags.arena->total < (size_t)20000 * 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(errors_and_warnings_are_counted),
        RULE(what_is_said_twice_is_kept_once),
        RULE(another_code_place_or_message_is_another_diagnostic),
        RULE(a_hint_belongs_to_what_was_said_last),
        RULE(order_is_by_file_then_place_then_code),
        RULE(hints_can_be_given_after_sorting),
        RULE(the_nearest_name_is_suggested),
        RULE(far_names_are_not_suggested),
        RULE(codes_are_unique_and_in_their_groups),
        RULE(every_code_is_explained),
        RULE(a_flood_of_messages_costs_linear_work),
    };
    return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
