#include "input/traps.h"
#include "input/yaml.h"
#include "unit/unit.h"

static struct str said(struct arena *arena, struct str bytes)
{
    struct sources sources;
    struct diags diags;
    sources_init(&sources, arena);
    diags_init(&diags, arena, &sources);
    struct source *source = sources_add(&sources, STR("a.yaml"), bytes);
    const struct node *root = NULL;
    bool readable = yaml_read(arena, source, &yaml_limits_default, &diags, &root);
    assert_true(readable); // a trap is what YAML takes well
    struct str_builder out = str_builder_in(arena);
    diags_sort(&diags);
    for (size_t i = 0; i < diags.count; i++) {
        struct position at = source_position(&sources, source, diags.items[i].span.start);
        assert_int_equal(diags.items[i].code, DIAG_YAML_LOST_WORDS);
        str_addf(&out, "%u:%u %.*s\n", at.line, at.column, STR_ARGS(diags.items[i].hint));
    }
    return str_built(&out);
}

#define QUOTES "put the text in quotes: "
#define SPACES "; a comment needs two spaces before `#` and one after it\n"
#define BAR                                                                                        \
    "write `|` after the key and the text on the lines below it: then each line stays a line\n"

static void a_comment_takes_no_words_from_unquoted_text(void **state)
{
    assert_str(said(*state, STR("a: Room #5 north\nb: see # this\n")),
               "1:9 " QUOTES "`\"Room #5 north\"`" SPACES "2:8 " QUOTES "`\"see # this\"`" SPACES);
    assert_str(said(*state, STR("a: #5 north\nb:\n  - #1 choice\n")),
               "1:4 " QUOTES "`\"#5 north\"`" SPACES "3:5 " QUOTES "`\"#1 choice\"`" SPACES);
}

static void a_comment_that_is_meant_stands(void **state)
{
    assert_str(said(*state, STR("# first\na: text  # said\nb: # said\n  c: d  #\ne: \"x\" # f\n")),
               "");
}

static void the_mend_is_good_yaml(void **state)
{
    assert_str(said(*state, STR("a: the \"big\" \\ #5\n")),
               "1:16 " QUOTES "`\"the \\\"big\\\" \\\\ #5\"`" SPACES);
}

static void lists_and_blank_lines_are_not_joined(void **state)
{
    assert_str(said(*state, STR("a:\n  Bring\n  - one\n  - two\n")), "3:3 " BAR);
    assert_str(said(*state, STR("a: one\n\n  two\n")), "2:1 " BAR);
    assert_str(said(*state, STR("a: \"one\n\n  two\"\nb: 'x\n  1. y'\n")), "2:1 " BAR "5:3 " BAR);
}

static void folded_text_is_one_paragraph_by_itself(void **state)
{
    assert_str(said(*state, STR("a: >\n  one\n\n  two\n")),
               "3:1 write `|` in place of `>`: then each line stays a line\n");
    assert_str(said(*state, STR("a: >-\n  one\n  two\n\nb: >\n  one\n\n    kept\n    - kept\n")),
               "");
}

static void wrapped_text_is_no_list(void **state)
{
    assert_str(said(*state, STR("a: one\n  2024. Then -\n  three\nb: |\n  one\n\n  - two\n")), "");
}

static void a_list_in_brackets_cuts_no_sentence(void **state)
{
    assert_str(said(*state, STR("checklist: [Do not eat, drink or smoke]\n")),
               "1:13 begin each item with `- ` on a line of its own, or put it in quotes\n");
    assert_str(said(*state, STR("checklist: [\"Do not eat, drink\", rest]\nkeywords: [multiple "
                                "myeloma, b]\n")),
               "");
}

static void a_word_is_no_anchor(void **state)
{
    assert_str(said(*state, STR("a: &Co is here\n")), "1:4 " QUOTES "`\"&Co is here\"`\n");
    assert_str(said(*state, STR("a: &x one\na2: &x two\nb: *x\n")), "1:4 " QUOTES "`\"&x one\"`\n");
    assert_str(said(*state, STR("a: &x one\nb: *x\nc: &y {k: v}\nd: &z \"q\"\n")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_comment_takes_no_words_from_unquoted_text),
        RULE(a_comment_that_is_meant_stands),
        RULE(the_mend_is_good_yaml),
        RULE(lists_and_blank_lines_are_not_joined),
        RULE(folded_text_is_one_paragraph_by_itself),
        RULE(wrapped_text_is_no_list),
        RULE(a_list_in_brackets_cuts_no_sentence),
        RULE(a_word_is_no_anchor),
    };
    return cmocka_run_group_tests_name("traps", tests, NULL, NULL);
}
