#include "base/json.h"
#include "unit/unit.h"

static void text_is_quoted_by_the_standard(void **state)
{
    struct str_builder out = str_builder_in(*state);
    json_add_text(&out, STR("a \"b\" \\ /\n\x01 \xC3\xA9"));
    assert_str(str_built(&out), "\"a \\\"b\\\" \\\\ /\\u000a\\u0001 \xC3\xA9\"");
}

static void what_is_no_utf8_becomes_the_replacement_character(void **state)
{
    struct str_builder out = str_builder_in(*state);
    json_add_text(&out, STR("a\xFF"));
    assert_str(str_built(&out), "\"a\xEF\xBF\xBD\"");
}

static void members_and_items_stand_on_lines_of_their_own(void **state)
{
    struct str_builder out = str_builder_in(*state);
    struct json json = {.out = &out};
    json_open(&json, '{');
    json_text_member(&json, "name", STR("a"));
    json_key(&json, STR("list"));
    json_open(&json, '[');
    json_item(&json);
    json_add_text(&out, STR("{"));
    json_item(&json);
    json_open(&json, '{');
    json_number_member(&json, "bytes", 12);
    json_close(&json, '}');
    json_close(&json, ']');
    json_close(&json, '}');
    assert_str(str_built(&out), "{\n  \"name\": \"a\",\n  \"list\": [\n    \"{\",\n    {\n      "
                                "\"bytes\": 12\n    }\n  ]\n}");
}

static void an_empty_object_takes_no_line(void **state)
{
    struct str_builder out = str_builder_in(*state);
    struct json json = {.out = &out, .depth = 3};
    json_open(&json, '[');
    json_close(&json, ']');
    assert_str(str_built(&out), "[]");
    assert_int_equal(json.depth, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(text_is_quoted_by_the_standard),
        RULE(what_is_no_utf8_becomes_the_replacement_character),
        RULE(members_and_items_stand_on_lines_of_their_own),
        RULE(an_empty_object_takes_no_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
