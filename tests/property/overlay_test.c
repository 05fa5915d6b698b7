// A tree laid over another, against the rule said of one leaf at a time: random pairs of trees.
#include "model/overlay.h"

#include "input/yaml.h"
#include "unit/unit.h"

#include <stdlib.h>
#include <string.h>

enum { SEEDS = 2000, DEEPEST = 4, MOST_LEAVES = 400, MOST_KEYS = 4 };

// A leaf and the keys that lead to it.
struct leaf {
    struct str keys[DEEPEST + 1];
    size_t depth;
    const struct node *node; // a scalar or a list
};

struct leaves {
    struct leaf items[MOST_LEAVES];
    size_t count;
};

static const char *const names[MOST_KEYS] = {"a", "b", "c", "file"};

static void add_value(struct str_builder *out, uint32_t *seed, uint32_t depth)
{
    uint32_t form = unit_random(seed) % 8;
    if (depth < DEEPEST && (depth == 0 || form < 5)) {
        uint32_t keys = unit_random(seed) % 15 + 1; // a bit for each name
        str_add_byte(out, '{');
        for (uint32_t i = 0; i < MOST_KEYS; i++) {
            if (!(keys >> i & 1) || (i == 3 && unit_random(seed) % 4 > 0 && keys != 8))
                continue;
            str_addf(out, "%s: ", names[i]);
            add_value(out, seed, depth + 1);
            str_add(out, STR(", "));
        }
        str_add(out, STR("z: 0}"));
    } else if (form == 5) {
        str_addf(out, "[%u, %u]", (unsigned)form, (unsigned)(unit_random(seed) % 100));
    } else {
        str_addf(out, "v%u", (unsigned)(unit_random(seed) % 100));
    }
}

static const struct node *random_tree(struct arena *arena, struct sources *sources,
                                      struct diags *diags, uint32_t *seed)
{
    struct str_builder yaml = str_builder_in(arena);
    const struct node *root = NULL;
    add_value(&yaml, seed, 0);
    struct source *source = sources_add(sources, STR("t.yaml"), str_built(&yaml));
    assert_true(yaml_read(arena, source, &yaml_limits_default, diags, &root));
    return root;
}

static void collect(const struct node *node, struct leaf *at, struct leaves *out)
{
    if (node->kind != NODE_MAPPING) {
        assert_true(out->count < MOST_LEAVES);
        at->node = node;
        out->items[out->count++] = *at;
        return;
    }
    for (size_t i = 0; i < node->count; i++) {
        at->keys[at->depth++] = node->pairs[i].key->text;
        collect(node->pairs[i].value, at, out);
        at->depth--;
    }
}

// A leaf of the base is seen where the top has nothing on the way to it, and may be looked through.
static bool is_seen(const struct leaf *leaf, const struct node *top)
{
    for (size_t i = 0; i < leaf->depth; i++) {
        if (top->kind != NODE_MAPPING || (i > 0 && node_find(top, STR("file"))))
            return false;
        top = node_find(top, leaf->keys[i]);
        if (!top)
            return true;
    }
    return false;
}

static bool is_same(const struct leaf *a, const struct leaf *b)
{
    if (a->depth != b->depth || a->node != b->node)
        return false;
    for (size_t i = 0; i < a->depth; i++)
        if (!str_equal(a->keys[i], b->keys[i]))
            return false;
    return true;
}

static size_t count_of(const struct leaves *leaves, const struct leaf *wanted)
{
    size_t count = 0;
    for (size_t i = 0; i < leaves->count; i++)
        count += is_same(&leaves->items[i], wanted);
    return count;
}

static void check(struct arena *arena, uint32_t seed)
{
    struct sources sources;
    struct diags diags;
    sources_init(&sources, arena);
    diags_init(&diags, arena, &sources);
    const struct node *base = random_tree(arena, &sources, &diags, &seed);
    const struct node *top = random_tree(arena, &sources, &diags, &seed);
    struct leaves *of_base = ARENA_NEW(arena, struct leaves);
    struct leaves *of_top = ARENA_NEW(arena, struct leaves);
    struct leaves *laid = ARENA_NEW(arena, struct leaves);
    collect(base, &(struct leaf){.depth = 0}, of_base);
    collect(top, &(struct leaf){.depth = 0}, of_top);
    collect(overlay(arena, base, top, STR("")), &(struct leaf){.depth = 0}, laid);

    size_t wanted = of_top->count;
    for (size_t i = 0; i < of_top->count; i++)
        assert_int_equal(count_of(laid, &of_top->items[i]), 1);
    for (size_t i = 0; i < of_base->count; i++) {
        bool seen = is_seen(&of_base->items[i], top);
        assert_int_equal(count_of(laid, &of_base->items[i]), seen);
        wanted += seen;
    }
    assert_int_equal(laid->count, wanted);
}

static void what_is_seen_is_the_top_and_what_it_leaves_free(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        struct arena arena;
        arena_init(&arena);
        check(&arena, seed);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_seen_is_the_top_and_what_it_leaves_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
