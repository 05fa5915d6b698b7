#include "model_fixture.h"

// What is said of a file's YAML, with its hints.
static void assert_blamed(struct arena *arena, const char *yaml, const char *expected)
{
    struct decoded *decoded = ARENA_NEW(arena, struct decoded);
    const struct node *root;
    sources_init(&decoded->sources, arena);
    diags_init(&decoded->diags, arena, &decoded->sources);
    struct source *source = sources_add(&decoded->sources, STR("t.yaml"), str_from(yaml));
    (void)yaml_read(arena, source, &yaml_limits_default, &decoded->diags, &root);
    diags_sort(&decoded->diags);
    assert_said(decoded, expected);
}

static void a_key_may_be_indented_too_far(void **state)
{
    assert_blamed(*state, "sections:\n- heading: One\n   body: Words\n",
                  "3:4 B0201 this key is indented further than the one above it | begin it below "
                  "`heading`, with 2 spaces before it\n");
    assert_blamed(*state, "title: CAR-T: a guide\n",
                  "1:13 B0201 `: ` inside unquoted text | put the text in quotes: `title: "
                  "\"CAR-T: a guide\"`\n");
}

static void text_may_lack_its_indentation(void **state)
{
    assert_blamed(*state, "sections:\n- heading: One\n  body: |\n  Words here.\n  More words.\n",
                  "4:3 B0201 this text is not indented below its key | write 4 spaces before each "
                  "of its lines\n");
}

static void a_line_of_text_may_be_indented_too_little(void **state)
{
    assert_blamed(*state,
                  "sections:\n- heading: One\n  body: |\n    Words here.\n  More words.\n"
                  "    And more.\n- heading: Two\n  body: Words.\n",
                  "5:3 B0201 this line is indented less than the text that it belongs to | write 4 "
                  "spaces before it, as before the text above\n");
}

static void a_colon_may_lack_its_space(void **state)
{
    assert_blamed(*state, "title: T\nsubtitle:Words\n",
                  "2:9 B0201 a colon without a space behind it | write `subtitle: Words`\n");
}

static void a_hyphen_may_lack_its_space(void **state)
{
    assert_blamed(*state, "sections:\n  - heading: One\n    body: Words\n  -heading: Two\n",
                  "4:3 B0201 a hyphen without a space behind it | write `- heading: Two`\n");
}

static void a_key_may_lack_its_colon(void **state)
{
    assert_blamed(*state, "sections:\n- heading One\n  body: Words\n",
                  "2:3 B0201 a key without a colon behind it | write `heading: One`\n");
}

static void a_key_may_be_indented_too_little(void **state)
{
    assert_blamed(*state,
                  "sections:\n  - heading: One\n  body: |\n      Words.\n      Words.\n"
                  "  - heading: Two\n    body: Words\n",
                  "3:3 B0201 this key is indented less than the item that it belongs to | begin it "
                  "below `heading`, with 4 spaces before it\n");
}

static void quotes_may_end_early(void **state)
{
    assert_blamed(*state, "title: 'don't'\nlanguage: en\n",
                  "1:12 B0201 the text in quotes ends here, and more follows | put all of it in "
                  "quotes: `\"don't\"`\n");
    assert_blamed(*state, "title: \"What is \"CAR-T\"?\"\nlanguage: en\n",
                  "1:17 B0201 the text in quotes ends here, and more follows | put all of it in "
                  "quotes: `\"What is \\\"CAR-T\\\"?\"`\n");
    assert_blamed(*state, "title: \"Yes\" is the answer\nlanguage: en\n",
                  "1:12 B0201 the text in quotes ends here, and more follows | put all of it in "
                  "quotes: `\"\\\"Yes\\\" is the answer\"`\n");
}

static void faults_below_one_are_found(void **state)
{
    assert_blamed(*state,
                  "title: 'don't'\nsections:\n- heading: One\n  body: |\n  Words.\n  Words.\n"
                  "- heading: Two\n   body: Words\n",
                  "1:12 B0201 the text in quotes ends here, and more follows | put all of it in "
                  "quotes: `\"don't\"`\n"
                  "5:3 B0201 this text is not indented below its key | write 4 spaces before each "
                  "of its lines\n"
                  "8:4 B0201 this key is indented further than the one above it | begin it below "
                  "`heading`, with 2 spaces before it\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_key_may_be_indented_too_far),
        RULE(text_may_lack_its_indentation),
        RULE(a_line_of_text_may_be_indented_too_little),
        RULE(a_colon_may_lack_its_space),
        RULE(a_hyphen_may_lack_its_space),
        RULE(a_key_may_lack_its_colon),
        RULE(a_key_may_be_indented_too_little),
        RULE(quotes_may_end_early),
        RULE(faults_below_one_are_found),
    };
    return cmocka_run_group_tests_name("yaml_blame", tests, NULL, NULL);
}
