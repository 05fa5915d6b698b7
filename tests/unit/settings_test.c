#include "model_fixture.h"

// A setting in a source of its own, as the command line makes it.
static struct decoded *decode_set(struct arena *arena, const char *yaml, const char *key,
                                  const char *value)
{
    struct setting setting = {str_from(key), str_from(value), {0}};
    return decode_job_text(arena, yaml, &setting, 1);
}

static const char yaml[] = HEAD "document: {version: '1.0'}\n" SECTION "x\n";

static void a_setting_replaces_a_value(void **state)
{
    struct decoded *decoded = decode_set(*state, yaml, "document.version", "2.1");
    assert_said(decoded, "");
    assert_str(decoded->brochure->document.version, "2.1");
    decoded = decode_set(*state, yaml, "title", "Another");
    assert_str(decoded->brochure->title_plain, "Another");
}

static void a_setting_makes_the_mappings_that_it_needs(void **state)
{
    struct decoded *decoded = decode_set(*state, yaml, "page.columns", "2");
    assert_said(decoded, "");
    assert_int_equal(decoded->brochure->page.columns, 2);
    decoded = decode_set(*state, yaml, "page.size", "A5");
    assert_int_equal(decoded->brochure->page.width, LENGTH_PT(148 * 72 / 25.4));
}

static void the_file_itself_stays_as_it_is(void **state)
{
    decode_set(*state, yaml, "title", "Another");
    assert_str(decode_fine(*state, yaml)->title_plain, "T");
}

static void a_setting_needs_a_key_that_holds_one_value(void **state)
{
    assert_said(decode_set(*state, yaml, "document.versoin", "2"),
                "0:0 B0301 unknown key `versoin` | did you mean `version`?\n");
    assert_said(
        decode_set(*state, yaml, "document", "2"),
        "0:0 B0304 `document` cannot be set to a text | set a key that holds one value, like "
        "document.version\n");
    assert_said(
        decode_set(*state, yaml, "title.x", "2"),
        "0:0 B0304 `title.x` cannot be set to a text | set a key that holds one value, like "
        "document.version\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_setting_replaces_a_value),
        RULE(a_setting_makes_the_mappings_that_it_needs),
        RULE(the_file_itself_stays_as_it_is),
        RULE(a_setting_needs_a_key_that_holds_one_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
