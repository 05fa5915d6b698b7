#include "model/theme_set.h"

#include "model/draft.h"
#include "model/theme_extend.h"
#include "model/theme_tables.h"

#include <assert.h>

static void check_families(const struct theme *theme, const struct families *families,
                           struct diags *diags)
{
    for (size_t i = 0; families && i < theme->font_count; i++) {
        const struct theme_font *font = &theme->fonts[i];
        if (families_find(families, font->family))
            continue;
        diag_add(diags, DIAG_FAMILY_UNKNOWN, font->span, "there is no font family `%.*s`",
                 STR_ARGS(font->family));
        if (!diag_hint_near(diags, font->family, families_names(families),
                            families_count(families)))
            diag_hint(diags, "`brochure fonts` lists those that there are");
    }
}

static bool decode(struct arena *arena, const struct theme_tree *tree, struct diags *diags,
                   const struct theme **out)
{
    bool good = theme_decode(arena, tree->name, tree->root, diags, out);
    if (*out)
        check_families(*out, tree->families, diags);
    return good;
}

// A part with the keys that it may have. What a theme says as a whole is no part's: its version,
// its base, other editions.
static const struct node *known_keys(struct arena *arena, const struct node *part,
                                     struct diags *diags)
{
    struct node *known = ARENA_NEW(arena, struct node);
    struct node_pair *pairs = ARENA_ARRAY(arena, struct node_pair, part->count);
    *known = *part;
    known->pairs = pairs;
    known->count = 0;
    for (size_t i = 0; i < part->count; i++) {
        const struct node *key = part->pairs[i].key;
        if (schema_find(&theme_part_schema, key->text))
            pairs[known->count++] = part->pairs[i];
        else
            schema_report_unknown(diags, &theme_part_schema, key->text, key->span);
    }
    return known;
}

// The part of a kind, or NULL: decoding says what is wrong with one that is no mapping.
static const struct node *find_part(const struct node *root, struct str kind)
{
    const struct node *node = root->kind == NODE_MAPPING ? node_find(root, STR("editions")) : NULL;
    node = node && node->kind == NODE_MAPPING ? node_find(node, kind) : NULL;
    return node && node->kind == NODE_MAPPING ? node : NULL;
}

bool theme_set_decode(struct arena *arena, const struct theme_tree *tree, struct diags *diags,
                      struct theme_set *out)
{
    const struct theme *plain = NULL;
    size_t errors_before = diags->error_count;
    assert(edition_kind_type.choice_count == EDITION_KINDS);
    decode(arena, tree, diags, &plain);
    for (size_t i = 0; i < EDITION_KINDS; i++) {
        const struct schema_choice *kind = &edition_kind_type.choices[i];
        const struct node *part = find_part(tree->root, kind->name);
        out->of[kind->value] = plain;
        if (!part)
            continue;
        struct theme_tree changed = *tree;
        part = known_keys(arena, part, diags);
        changed.root = theme_with_part(arena, tree->root, part);
        decode(arena, &changed, diags, &out->of[kind->value]);
    }
    return diags->error_count == errors_before;
}
