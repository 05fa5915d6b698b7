#include "model/theme_extend.h"
#include "model_fixture.h"

#include <string.h>

static const struct node *tree_of(struct arena *arena, struct decoded *out, struct str yaml)
{
    const struct node *root = NULL;
    if (!out->sources.arena) {
        sources_init(&out->sources, arena);
        diags_init(&out->diags, arena, &out->sources);
    }
    struct source *source = sources_add(&out->sources, STR("t.yaml"), yaml);
    assert_true(yaml_read(arena, source, &yaml_limits_default, &out->diags, &root));
    return root;
}

static const struct node *at_path(const struct node *node, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!node || node->kind != NODE_MAPPING)
            return NULL;
        node = node_find(node, str_from(keys[i]));
    }
    return node;
}

static void assert_at(const struct node *root, const char *first, const char *second,
                      const char *text)
{
    const char *const keys[] = {first, second};
    const struct node *node = at_path(root, keys, second ? 2 : 1);
    if (!text)
        assert_null(node);
    else
        assert_str(node->text, text);
}

static void what_a_theme_leaves_out_comes_from_its_base(void **state)
{
    struct decoded read = {0};
    const struct node *base = tree_of(*state, &read,
                                      STR("theme: 1\nextends: old\ngrid: {u: 8, v: [1, 2]}\nname: "
                                          "b\ncolors: {ink: {hex: x, cmyk: y}, red: r}\n"));
    const struct node *top =
        tree_of(*state, &read,
                STR("theme: 1\ngrid: {v: [3], w: 9}\nname: {long: t}\ncolors: {ink: {hex: z}}\n"));
    const struct node *laid = theme_laid_over(*state, base, top);
    assert_at(laid, "theme", NULL, "1");
    assert_at(laid, "extends", NULL, NULL);
    assert_at(laid, "grid", "u", "8");
    assert_at(laid, "grid", "w", "9");
    assert_at(laid, "name", "long", "t");
    assert_int_equal(node_find(node_find(laid, STR("grid")), STR("v"))->count, 1);
    assert_int_equal(node_find(laid, STR("grid"))->span.file, 2);
    const struct node *colors = node_find(laid, STR("colors"));
    assert_at(colors, "red", NULL, "r");
    assert_at(colors, "ink", "hex", "z");
    assert_at(colors, "ink", "cmyk", NULL); // the forms of a colour belong together
}

// Random trees, and what each path of the laid tree must lead to.

enum { DEEPEST = 4 };
static const char *const names[] = {"a", "b", "c", "colors"};
enum { NAMES = sizeof names / sizeof names[0] };

static void add_tree(struct str_builder *out, uint32_t *seed, int depth)
{
    uint32_t kind = depth == 0 ? 2 : unit_random(seed) % 4;
    if (kind == 0 || depth == DEEPEST) {
        str_addf(out, "v%u", (unsigned)unit_random(seed));
        return;
    }
    if (kind == 1) {
        str_addf(out, "[%u]", (unsigned)unit_random(seed));
        return;
    }
    str_add(out, STR("{x: y"));
    for (size_t i = 0; i < NAMES; i++) {
        if (unit_random(seed) % 2 == 0)
            continue;
        str_addf(out, ", %s: ", names[i]);
        add_tree(out, seed, depth + 1);
    }
    str_add_byte(out, '}');
}

// The extending theme's value where it sets one, else the base's: by the words of the manual, a
// path at a time.
static const struct node *looked_up(const struct node *base, const struct node *top,
                                    const char *const *keys, size_t count)
{
    for (size_t i = 0; i <= count; i++) {
        const struct node *set = at_path(top, keys, i), *old = at_path(base, keys, i);
        bool whole = i >= 2 && strcmp(keys[i - 2], "colors") == 0;
        if (!set)
            return at_path(base, keys, count);
        if (set->kind != NODE_MAPPING || !old || old->kind != NODE_MAPPING || whole)
            return at_path(top, keys, count);
    }
    return at_path(top, keys, count);
}

static void assert_paths(const struct node *const trees[3], const char **keys, size_t depth)
{
    const struct node *found = at_path(trees[2], keys, depth);
    const struct node *wanted = looked_up(trees[0], trees[1], keys, depth);
    if (found && wanted && found->kind == NODE_MAPPING)
        assert_int_equal(wanted->kind, NODE_MAPPING); // of its keys below
    else
        assert_ptr_equal(found, wanted);
    for (size_t i = 0; depth < DEEPEST && i < NAMES; i++) {
        keys[depth] = names[i];
        assert_paths(trees, keys, depth + 1);
    }
}

static void random_pairs_are_laid_as_they_are_looked_up(void **state)
{
    uint32_t seed = 7;
    for (int round = 0; round < 400; round++) {
        struct decoded read = {0};
        const struct node *trees[3];
        for (size_t i = 0; i < 2; i++) {
            struct str_builder yaml = str_builder_in(*state);
            add_tree(&yaml, &seed, 0);
            trees[i] = tree_of(*state, &read, str_built(&yaml));
        }
        trees[2] = theme_laid_over(*state, trees[0], trees[1]);
        const char *keys[DEEPEST];
        assert_paths(trees, keys, 0);
    }
}

// heads

static void assert_head(struct arena *arena, const char *yaml, bool usable, const char *expected)
{
    struct decoded read = {0};
    const struct node *extends;
    const struct node *root = tree_of(arena, &read, str_from(yaml));
    assert_int_equal(theme_read_head(arena, root, &read.diags, &extends), usable);
    assert_said(&read, expected);
}

static void a_head_has_a_version_and_perhaps_a_base(void **state)
{
    assert_head(*state, "theme: 1\n", true, "");
    assert_head(*state, "theme: 1\nextends: clinic\n", true, "");
    assert_head(*state, "theme: 2\n", true,
                "1:8 B0312 theme version `2` is unknown | this program reads `theme: 1`\n");
    assert_head(*state, "extends: a\n", true, "1:1 B0302 `theme` is missing | add `theme: 1`\n");
    assert_head(*state, "- theme: 1\n", false,
                "1:1 B0304 a theme is a mapping | begin it with `theme: 1`\n");
    assert_head(*state, "theme: 1\nextends: [a]\n", false,
                "2:10 B0304 `extends` is a list here, but must be text | put the text in quotes: "
                "`\"[a]\"`\n");
    assert_head(*state, "theme: 1\nextends:\n", false,
                "2:9 B0305 `extends` is empty | write its value, or leave the key out\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(what_a_theme_leaves_out_comes_from_its_base),
        RULE(random_pairs_are_laid_as_they_are_looked_up),
        RULE(a_head_has_a_version_and_perhaps_a_base),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
