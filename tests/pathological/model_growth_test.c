// Hostile texts: twice the input takes about twice the memory, whatever is wrong with it.
#include "unit/model_fixture.h"

typedef void (*body_writer)(struct str_builder *out, size_t count);

static size_t memory_of(body_writer write, size_t count)
{
    struct arena arena;
    arena_init(&arena);
    struct str_builder yaml = str_builder_in(&arena);
    write(&yaml, count);
    const char *text = str_cstr(&arena, str_built(&yaml));
    size_t before = arena.total;
    struct decoded *decoded = decode_text(&arena, text);
    assert_true(decoded->diags.count <= 2 * count + 2);
    size_t taken = arena.total - before;
    arena_release(&arena);
    return taken;
}

static void assert_linear(body_writer write)
{
    // Memory comes in blocks of 4 MB: there must be enough of it for them not to count.
    size_t once = memory_of(write, 8000), twice = memory_of(write, 16000);
    assert_in_range(twice, 0, once * 5 / 2);
}

static void add_unknown_citations(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD SECTION "|\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "    w[@nothing%zu]\n", i);
    str_add(out, STR("references:\n  items:\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "  - {id: entry%zu, text: E}\n", i);
}

static void add_citations_side_by_side(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD SECTION "|\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "    @entry%zu [p. 3 @entrx%zu [@entry%zu][@entry0].\" [@entry1 [@entry2]:\n",
                 i, i, i);
    str_add(out, STR("references:\n  items:\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "  - {id: entry%zu, text: E}\n", i);
}

static void add_links_to_nowhere(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD "sections:\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "- {heading: Same, body: 'x [a](#nowhere%zu)'}\n", i);
}

static void add_half_open_marks(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD SECTION "|\n"));
    for (size_t i = 0; i < count; i++)
        str_add(out, STR("    [@ {{ 'a \" -- `[\n"));
}

static void add_variables(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD "variables:\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "  v%zu: {values: [a, b%zu], default: a}\n", i, i);
    str_add(out, STR(SECTION "|\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "    {{v%zu}} {{w%zu}}\n", i, i);
}

static void add_conditions(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD "variables:\n  v: {default: a0, values: ["));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "a%zu, ", i);
    str_add(out, STR("b]}\nsections:\n- heading: H\n  body:\n  - x\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "  - {text: x, when: {v: c%zu, edition: print}}\n", i);
}

static void variables_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_variables);
}

static void conditions_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_conditions);
}

static void add_spans_that_do_not_close(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD SECTION "|\n"));
    for (size_t i = 0; i < count; i++)
        str_add(out, STR("    [[a [b]{lang=fr} [[ ]{lang=x c]]]\n"));
}

static void add_abbreviations_of_the_same_words(struct str_builder *out, size_t count)
{
    str_add(out, STR(HEAD "abbreviations:\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "  A%zu: a b c d e f g h i j k l m n o p\n", i);
    str_add(out, STR(SECTION "|\n"));
    for (size_t i = 0; i < count; i++)
        str_addf(out, "    A%zu a b c d e f g h i j k l m n\n", i);
}

static void spans_that_do_not_close_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_spans_that_do_not_close);
}

static void abbreviations_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_abbreviations_of_the_same_words);
}

static void unknown_citations_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_unknown_citations);
}

static void citations_side_by_side_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_citations_side_by_side);
}

static void links_to_nowhere_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_links_to_nowhere);
}

static void half_open_marks_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear(add_half_open_marks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variables_cost_what_they_weigh),
        cmocka_unit_test(conditions_cost_what_they_weigh),
        cmocka_unit_test(unknown_citations_cost_what_they_weigh),
        cmocka_unit_test(citations_side_by_side_cost_what_they_weigh),
        cmocka_unit_test(links_to_nowhere_cost_what_they_weigh),
        cmocka_unit_test(half_open_marks_cost_what_they_weigh),
        cmocka_unit_test(spans_that_do_not_close_cost_what_they_weigh),
        cmocka_unit_test(abbreviations_cost_what_they_weigh),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
