#include "input/tree.h"
#include "input/yaml.h"
#include "unit/unit.h"

struct reading {
    struct sources sources;
    struct diags diags;
    const struct node *root;
};

static struct reading *read_good(struct arena *arena, struct str bytes)
{
    struct reading *reading = ARENA_NEW(arena, struct reading);
    sources_init(&reading->sources, arena);
    diags_init(&reading->diags, arena, &reading->sources);
    struct source *source = sources_add(&reading->sources, STR("a.yaml"), bytes);
    assert_true(yaml_read(arena, source, &yaml_limits_default, &reading->diags, &reading->root));
    return reading;
}

static void finds_a_key_or_nothing(void **state)
{
    const struct node *root = read_good(*state, STR("a: 1\nb: 2\n"))->root;
    assert_str(node_find(root, STR("b"))->text, "2");
    assert_null(node_find(root, STR("c")));
}

static void only_an_unquoted_nothing_is_null(void **state)
{
    const struct node *root =
        read_good(*state, STR("a:\nb: ~\nc: null\nd: \"\"\ne: '~'\nf: no\ng: []\n"))->root;
    for (size_t i = 0; i < root->count; i++)
        assert_int_equal(node_is_null(root->pairs[i].value), i < 3);
}

static void a_part_of_a_text_has_its_own_place(void **state)
{
    const struct node *root = read_good(*state, STR("a: |\n  one\n  two\n"))->root;
    struct span span = node_text_span(node_find(root, STR("a")), 4, 7);
    assert_int_equal(span.start, 13);
    assert_int_equal(span.end, 16);
}

static void the_dump_escapes_what_would_break_its_lines(void **state)
{
    struct reading *reading = read_good(*state, STR("a: \"x\\ty\\n\\\"z\\\\\"\n"));
    struct str_builder out = str_builder_in(*state);
    tree_dump(reading->root, &reading->sources, &out);
    assert_str(str_built(&out), "document block mapping 1:1-1:17\n"
                                "  a double-quoted 1:4-1:17 \"x\\ty\\n\\\"z\\\\\"\n");
}

static void the_dump_shows_tags_and_kinds(void **state)
{
    struct reading *reading = read_good(*state, STR("a: !x y\nb: [{}]\n"));
    struct str_builder out = str_builder_in(*state);
    tree_dump(reading->root, &reading->sources, &out);
    assert_str(str_built(&out), "document block mapping 1:1-2:8\n"
                                "  a plain 1:4-1:8 !x \"y\"\n"
                                "  b flow sequence 2:4-2:8\n"
                                "    - flow mapping 2:5-2:7\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(finds_a_key_or_nothing),
        RULE(only_an_unquoted_nothing_is_null),
        RULE(a_part_of_a_text_has_its_own_place),
        RULE(the_dump_escapes_what_would_break_its_lines),
        RULE(the_dump_shows_tags_and_kinds),
    };
    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
