#include "model/theme_set.h"

#include "model/draft.h"
#include "model/theme_extend.h"
#include "model/theme_spot.h"
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
// its base, other editions. What an edition says of scripts and sizes is laid over it later.
static const struct node *known_keys(struct arena *arena, const struct node *part,
                                     const struct schema_object *schema, struct diags *diags)
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
        else if (!schema_find(schema, key->text))
            schema_report_unknown(diags, schema, key->text, key->span);
    }
    return known;
}

// A part by its name, or NULL: decoding says what is wrong with one that is no mapping.
static const struct node *find_part(const struct node *root, struct str parts, struct str name)
{
    const struct node *node = root->kind == NODE_MAPPING ? node_find(root, parts) : NULL;
    node = node && node->kind == NODE_MAPPING ? node_find(node, name) : NULL;
    return node && node->kind == NODE_MAPPING ? node : NULL;
}

static const struct node *with_part(struct arena *arena, const struct node *root,
                                    const struct node *part, struct diags *diags)
{
    return part ? theme_with_part(arena, root, known_keys(arena, part, &theme_part_schema, diags))
                : root;
}

// A theme with what the document's page and its script change, of the parts that stand in `from`:
// in the theme itself, or in that of an edition.
static const struct node *for_document(struct arena *arena, const struct theme_tree *tree,
                                       const struct node *root, const struct node *from,
                                       struct diags *diags)
{
    if (tree->is_small)
        root = with_part(arena, root, find_part(from, STR("sizes"), STR("small")), diags);
    root = with_part(arena, root, find_part(from, STR("sizes"), tree->size), diags);
    return with_part(arena, root, find_part(from, STR("scripts"), tree->script), diags);
}

// Whether the names are known for which an edition has parts of its own.
static void check_names(struct arena *arena, const struct node *part, struct diags *diags)
{
    const struct schema_field *scripts = schema_find(&theme_edition_schema, STR("scripts"));
    const struct schema_field *sizes = schema_find(&theme_edition_schema, STR("sizes"));
    struct schema_reader reader = {.arena = arena, .diags = diags};
    struct draft_theme_scripts of_scripts;
    struct draft_theme_sizes of_sizes;
    const struct node *node = node_find(part, scripts->name);
    if (node)
        schema_read_value(&reader, scripts->type, node, scripts->name, &of_scripts);
    node = node_find(part, sizes->name);
    if (node)
        schema_read_value(&reader, sizes->type, node, sizes->name, &of_sizes);
}

static const struct node *for_edition(struct arena *arena, const struct theme_tree *tree,
                                      const struct node *part, struct diags *diags)
{
    const struct node *known = known_keys(arena, part, &theme_edition_schema, diags);
    check_names(arena, part, diags);
    const struct node *root = theme_with_part(arena, tree->root, known);
    return for_document(arena, tree, root, part, diags);
}

// Without process inks, what has to be other than in colour: with black alone, and what a second
// ink changes of that.
static const struct node *with_inks(struct arena *arena, const struct theme_tree *tree,
                                    const struct node *root, struct diags *diags)
{
    const struct node *black = find_part(tree->root, STR("inks"), STR("black"));
    const struct node *spot = find_part(tree->root, STR("inks"), STR("spot"));
    if (!tree->few_inks)
        return root;
    root = with_part(arena, root, black, diags);
    if (tree->spot.len == 0 || !spot)
        return root;
    return with_part(arena, root, theme_spot_fill(arena, tree->root, spot, tree->spot), diags);
}

bool theme_set_decode(struct arena *arena, const struct theme_tree *tree, struct diags *diags,
                      struct theme_set *out)
{
    const struct theme *plain = NULL;
    size_t errors_before = diags->error_count;
    assert(edition_kind_type.choice_count == EDITION_KINDS);
    struct theme_tree written = *tree;
    written.root = for_document(arena, tree, tree->root, tree->root, diags);
    written.root = with_inks(arena, tree, written.root, diags);
    decode(arena, &written, diags, &plain);
    for (size_t i = 0; i < EDITION_KINDS; i++) {
        const struct schema_choice *kind = &edition_kind_type.choices[i];
        const struct node *part = find_part(tree->root, STR("editions"), kind->name);
        bool faulty = diags->error_count > errors_before; // then all is told in one run
        bool wanted = tree->kinds == 0 || tree->kinds & 1u << kind->value || faulty;
        out->of[kind->value] = plain;
        if (!part || !wanted)
            continue;
        struct theme_tree changed = written;
        changed.root = for_edition(arena, &written, part, diags);
        decode(arena, &changed, diags, &out->of[kind->value]);
    }
    return diags->error_count == errors_before;
}
