#include "model/overlay.h"

#include "base/map.h"

#include <assert.h>

struct layers {
    struct arena *arena;
    struct str units;
    bool keeps_spans; // of the base
};

// Where each key of a mapping stands in it.
static void index_keys(struct arena *arena, const struct node *mapping, struct map *places)
{
    for (size_t i = 0; i < mapping->count; i++) {
        size_t *place = ARENA_NEW(arena, size_t);
        *place = i;
        map_add(arena, places, mapping->pairs[i].key->text, place);
    }
}

static bool are_merged(const struct node *base, const struct node *top)
{
    return base->kind == NODE_MAPPING && top->kind == NODE_MAPPING && !node_find(top, STR("file"));
}

static const struct node *laid_over(const struct layers *layers, const struct node *base,
                                    const struct node *top, bool whole)
{
    struct node *laid = ARENA_NEW(layers->arena, struct node);
    struct node_pair *pairs =
        ARENA_ARRAY(layers->arena, struct node_pair, base->count + top->count);
    struct map places = {0};
    *laid = layers->keeps_spans ? *base : *top;
    laid->pairs = pairs;
    laid->count = base->count;
    for (size_t i = 0; i < base->count; i++)
        pairs[i] = base->pairs[i];
    index_keys(layers->arena, base, &places);
    for (size_t i = 0; i < top->count; i++) {
        struct node_pair pair = top->pairs[i];
        const size_t *place = map_find(&places, pair.key->text);
        const struct node *old = place ? pairs[*place].value : NULL;
        if (old && !whole && are_merged(old, pair.value))
            pair.value =
                laid_over(layers, old, pair.value, str_equal(pair.key->text, layers->units));
        pairs[place ? *place : laid->count++] = pair;
    }
    return laid;
}

const struct node *overlay(struct arena *arena, const struct node *base, const struct node *top,
                           struct str units)
{
    assert(base->kind == NODE_MAPPING && top->kind == NODE_MAPPING);
    const struct layers layers = {arena, units, false};
    return laid_over(&layers, base, top, false);
}

const struct node *overlay_part(struct arena *arena, const struct node *base,
                                const struct node *part, struct str units)
{
    assert(base->kind == NODE_MAPPING && part->kind == NODE_MAPPING);
    const struct layers layers = {arena, units, true};
    return laid_over(&layers, base, part, false);
}
