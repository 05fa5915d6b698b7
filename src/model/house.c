#include "model/house.h"

#include "model/draft.h"
#include "model/overlay.h"

// Brochures hold their own text, and each file says its own version.
static bool is_given(struct str key)
{
    return !str_equal(key, STR("sections")) && !str_equal(key, STR("brochure"));
}

void format_check_version(const struct node *version, struct diags *diags)
{
    if (!version || version->kind != NODE_SCALAR || str_equal(version->text, STR("1")))
        return;
    diag_add(diags, DIAG_FORMAT_VERSION, version->span, "format version `%.*s` is unknown",
             STR_ARGS(version->text));
    diag_hint(diags, "this program reads `brochure: 1`");
}

static void check_keys(const struct node *house, struct diags *diags)
{
    for (size_t i = 0; i < house->count; i++) {
        const struct node *key = house->pairs[i].key;
        if (!str_equal(key->text, STR("sections")))
            continue;
        diag_add(diags, DIAG_BAD_COMBINATION, key->span, "a house has no `sections`");
        diag_hint(diags, "a brochure's text stands in the brochure: move it there");
    }
}

static const struct node *defaults_of(struct arena *arena, const struct node *house)
{
    struct node *rest = ARENA_NEW(arena, struct node);
    struct node_pair *pairs = ARENA_ARRAY(arena, struct node_pair, house->count);
    *rest = *house;
    rest->pairs = pairs;
    rest->count = 0;
    for (size_t i = 0; i < house->count; i++)
        if (is_given(house->pairs[i].key->text))
            pairs[rest->count++] = house->pairs[i];
    return rest;
}

// By the schema of brochures, in which nothing is required of a house.
static void check_values(struct arena *arena, const struct node *house, struct diags *diags)
{
    struct diags found;
    struct draft_brochure *draft = ARENA_NEW(arena, struct draft_brochure);
    diags_init(&found, arena, diags->sources);
    struct schema_reader reader = {.arena = arena, .diags = &found};
    schema_read_object(&reader, &brochure_schema, defaults_of(arena, house), draft);
    for (size_t i = 0; i < found.count; i++)
        if (found.items[i].code != DIAG_KEY_MISSING)
            diag_repeat(diags, &found.items[i]);
}

const struct node *house_apply(struct arena *arena, const struct node *house,
                               const struct node *brochure, struct diags *diags)
{
    if (house->kind != NODE_MAPPING) {
        diag_add(diags, DIAG_WRONG_TYPE, house->span, "a house is a mapping");
        diag_hint(diags, "write keys with their values, such as `theme: clinic`");
        return brochure;
    }
    format_check_version(node_find(house, STR("brochure")), diags);
    check_keys(house, diags);
    check_values(arena, house, diags);
    if (brochure->kind != NODE_MAPPING)
        return brochure; // decoding says that it must be a mapping
    return overlay(arena, defaults_of(arena, house), brochure, STR(""));
}
