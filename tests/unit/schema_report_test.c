#include "model/schema_report.h"
#include "model_fixture.h"

// What writers of a section's text meet, through the tables of the format.
static void assert_faults(struct arena *arena, const char *text, const char *expected)
{
    const char *yaml =
        str_cstr(arena, str_format(arena, "brochure: 1\ntitle: T\nlanguage: en\n%s", text));
    assert_said(decode_text(arena, yaml), expected);
}

static void text_with_a_colon_is_to_be_quoted(void **state)
{
    assert_faults(*state, "sections:\n- heading: Food\n  body:\n  - Breakfast: at eight\n",
                  "7:5 B0304 `body` is a mapping here, but must be text | put the text in quotes: "
                  "`\"Breakfast: at eight\"`\n");
}

static void a_text_of_lines_needs_its_bar(void **state)
{
    assert_faults(*state, "sections:\n- heading: Food\n  body:\n    Bring these:\n    - bread\n",
                  "7:5 B0304 `body` is a mapping here, but must be text | write `|` after the key "
                  "and the text on the lines below it: there, colons and hyphens are text\n");
}

static void a_slip_of_a_key_is_no_text(void **state)
{
    assert_faults(*state,
                  "sections:\n- heading: Food\n  body:\n  - calout: {kind: note, body: B}\n",
                  "7:5 B0301 unknown key `calout` | did you mean `callout`?\n");
}

static void what_is_misspelt_is_not_missing_as_well(void **state)
{
    assert_faults(*state, "sections:\n- headng: Food\n  body: Bread.\n",
                  "5:3 B0301 unknown key `headng` | did you mean `heading`?\n");
}

static void a_list_of_titles_is_one_text(void **state)
{
    assert_faults(*state, "sections:\n- heading:\n  - Food\n  - Drink\n  body: Bread.\n",
                  "6:3 B0304 `heading` is a list here, but must be text | write it as one text, in "
                  "quotes if it has `: ` in it\n");
}

static void tags_are_shown_as_they_were_typed(void **state)
{
    assert_faults(*state,
                  "subtitle: !important Read this\ndocument: {version: !!float 2.0}\n"
                  "sections: [{heading: Food, body: Bread.}]\n",
                  "4:11 B0209 `subtitle` has a tag, `!important`, which would not be printed | put "
                  "the text in quotes: `\"!important Read this\"`\n"
                  "5:21 B0209 `version` has a tag, `!!float`, which would not be printed | take "
                  "`!!float` out: the key says what its value is\n");
}

static void mappings_show_a_key(void **state)
{
    assert_faults(*state, "document: draft\nsections: [{heading: Food, body: Bread.}]\n",
                  "4:11 B0304 `document` is text here, but must be a mapping | write its keys with "
                  "their values: `{id: PE-0421}`\n");
}

static void a_list_is_sent_below_its_key(void **state)
{
    assert_faults(
        *state,
        "references:\n- {id: a, text: A}\nsections:\n- {heading: Food, body: 'Bread.[@a]'}\n",
        "5:1 B0304 `references` is a list here, but must be a mapping | write the list "
        "below a key of its own, `items`\n");
}

static void blocks_show_what_they_need(void **state)
{
    assert_faults(*state,
                  "sections:\n- heading: Food\n  body:\n  - callout: Call\n  - contacts: Ward 4\n",
                  "7:14 B0304 `callout` is text here, but must be a mapping | write its keys with "
                  "their values: `{kind: warning, body: …}`\n"
                  "8:15 B0304 `contacts` is text here, but must be a list | write a list of "
                  "mappings, each on lines of its own: `- {name: Triage nurse}`\n");
}

static void keys_of_another_place_are_sent_there(void **state)
{
    assert_faults(*state, "version: 2.0\ncolumns: 2\nsections: [{heading: Food, body: Bread.}]\n",
                  "4:1 B0301 unknown key `version` | it is a key of `document`: write it there, "
                  "indented further\n"
                  "5:1 B0301 unknown key `columns` | it is a key of `page`: write it there, "
                  "indented further\n");
}

static void capitals_and_lacking_spaces_are_slips(void **state)
{
    assert_faults(*state, "sections:\n- heading: Food\n  body: Bread.\n-heading: Drink\n",
                  "7:1 B0301 unknown key `-heading` | a hyphen needs a space behind it: "
                  "`- heading`\n");
    assert_faults(*state,
                  "SUBTITLE: S\ndocument: {id:5}\nsections: [{heading: Food, body: Bread.}]\n",
                  "4:1 B0301 unknown key `SUBTITLE` | did you mean `subtitle`?\n"
                  "5:12 B0301 unknown key `id:5` | a colon needs a space behind it: `id: 5`\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(text_with_a_colon_is_to_be_quoted),
        RULE(a_text_of_lines_needs_its_bar),
        RULE(a_slip_of_a_key_is_no_text),
        RULE(what_is_misspelt_is_not_missing_as_well),
        RULE(a_list_of_titles_is_one_text),
        RULE(tags_are_shown_as_they_were_typed),
        RULE(mappings_show_a_key),
        RULE(a_list_is_sent_below_its_key),
        RULE(blocks_show_what_they_need),
        RULE(keys_of_another_place_are_sent_there),
        RULE(capitals_and_lacking_spaces_are_slips),
    };
    return cmocka_run_group_tests_name("schema_report", tests, NULL, NULL);
}
