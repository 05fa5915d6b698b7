#include "input/yaml.h"
#include "model/theme_dump.h"
#include "model_fixture.h"

static void assert_dumped(struct arena *arena, const char *yaml, const char *expected)
{
    struct decoded read = {0};
    const struct node *root;
    sources_init(&read.sources, arena);
    diags_init(&read.diags, arena, &read.sources);
    struct source *source = sources_add(&read.sources, STR("t.yaml"), str_from(yaml));
    assert_true(yaml_read(arena, source, &yaml_limits_default, &read.diags, &root));
    struct str_builder out = str_builder_in(arena);
    theme_dump(arena, root, &read.sources, &out);
    assert_str(str_built(&out), expected);
}

static void values_stand_in_the_order_of_the_tables(void **state)
{
    assert_dumped(*state,
                  "roles: {link: {color: teal},\n  body: {size: 12}}\n"
                  "page: {grid: 8}\ntheme: 1\n",
                  "theme             1     t.yaml:4\n"
                  "page.grid         8     t.yaml:3\n"
                  "roles.body.size   12    t.yaml:2\n"
                  "roles.link.color  teal  t.yaml:1\n");
}

static void colours_come_in_each_of_their_forms(void **state)
{
    assert_dumped(*state,
                  "colors:\n  red: '#FF0000'\n  ink: {cmyk: [1, 2,\n 3, 4], hex: '#000000'}\n",
                  "colors.red       #FF0000       t.yaml:2\n"
                  "colors.ink.hex   #000000       t.yaml:4\n"
                  "colors.ink.cmyk  [1, 2, 3, 4]  t.yaml:3\n");
}

static void items_are_counted_and_a_long_value_moves_no_other(void **state)
{
    assert_dumped(*state,
                  "fonts: {text: A family whose name is longer than most of them are}\n"
                  "lists:\n  bullets:\n  - {mark: disc}\n  - {mark: bar}\n",
                  "fonts.text            A family whose name is longer than most of them are  "
                  "t.yaml:1\n"
                  "lists.bullets.1.mark  disc  t.yaml:4\n"
                  "lists.bullets.2.mark  bar   t.yaml:5\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(values_stand_in_the_order_of_the_tables),
        RULE(colours_come_in_each_of_their_forms),
        RULE(items_are_counted_and_a_long_value_moves_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
