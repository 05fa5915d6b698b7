// Hostile YAML and Markdown: what is read from four times the input takes about four times the
// memory and has four times the pieces, and what is said of it grows no faster.
#include "input/markdown.h"
#include "input/yaml.h"
#include "unit/unit.h"

enum { ONCE = 4000, BLOCKS = 1 << 19 };

struct work {
    size_t memory;
    size_t pieces; // of the first value's srcmap
    size_t messages;
};

// Reads `head` and `count` times `part`; the first value is read as Markdown too when it is text.
static struct work read_repeated(const char *head, const char *part, size_t count)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    struct str_builder text = str_builder_in(&arena);
    str_add(&text, str_from(head));
    for (size_t i = 0; i < count; i++)
        str_add(&text, str_from(part));
    str_add_byte(&text, '\n');
    struct source *source = sources_add(&sources, STR("a.yaml"), str_built(&text));
    size_t before = arena.total;
    struct work work = {0};
    const struct node *root = NULL;
    const struct markdown *document;
    if (yaml_read(&arena, source, &yaml_limits_default, &diags, &root) &&
        root->kind == NODE_MAPPING && root->pairs[0].value->kind == NODE_SCALAR) {
        work.pieces = root->pairs[0].value->map.count;
        markdown_read_blocks(&arena, root->pairs[0].value, &diags, &document);
    }
    work.memory = arena.total - before;
    work.messages = diags.count;
    arena_release(&arena);
    return work;
}

// Arrays that grow by doubling and the arena's blocks blur the measure; the square would be 16.
static void assert_linear(const char *head, const char *part)
{
    struct work once = read_repeated(head, part, ONCE);
    struct work more = read_repeated(head, part, (size_t)4 * ONCE);
    assert_in_range(more.memory, 0, 6 * once.memory + BLOCKS);
    assert_in_range(more.pieces, 0, 4 * once.pieces + 4);
    assert_in_range(more.messages, 0, 4 * once.messages + 4);
}

static void scalars_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear("a: x", "   y");
    assert_linear("a: \"x", "\\n\n   ");
    assert_linear("a: >\n", "  x\n\n   y\n");
    assert_linear("a: |\n", "  | b | c |\n");
    assert_linear("a:\n", "- #x\n");
}

static void faults_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear("", "a: b: c\n");
    assert_linear("", "a: @b\n");
    assert_linear("", "a: \"\n");
    assert_linear("", "\ta\n");
    assert_linear("a: ", "[");
    assert_linear("a: ", "*");
}

static void markdown_costs_what_it_weighs(void **state)
{
    (void)state;
    static const char *const parts[] = {"  [a]: /x\n", "  - \n", "  ---\n\n", "  > ", "  - ",
                                        "*a **b ",     "[",      "[a](",      "`a``", "&amp;",
                                        "&no;",        "<b>",    "| a "};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_linear("a: |\n  x\n\n  ", parts[i]);
    assert_linear("a: |\n  |a|\n  |-|\n", "  |b|c|\n");
}

static void syntax_faults_are_said_a_bounded_number_of_times(void **state)
{
    (void)state;
    struct work work = read_repeated("", "a: b: c\n", ONCE);
    assert_in_range(work.messages, 1, 2 * ONCE);
    assert_int_equal(read_repeated("a: ", "[", 100000).messages, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_cost_what_they_weigh),
        cmocka_unit_test(faults_cost_what_they_weigh),
        cmocka_unit_test(markdown_costs_what_it_weighs),
        cmocka_unit_test(syntax_faults_are_said_a_bounded_number_of_times),
    };
    return cmocka_run_group_tests_name("input_growth", tests, NULL, NULL);
}
