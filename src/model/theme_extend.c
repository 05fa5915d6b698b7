#include "model/theme_extend.h"

#include "model/overlay.h"
#include "model/schema.h"

#include <assert.h>

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};

static void check_version(struct schema_reader *reader, const struct node *root)
{
    const struct node *node = node_find(root, STR("theme"));
    const struct node *version = NULL;
    if (!node) {
        struct span place = {root->span.file, root->span.start, root->span.start};
        diag_add(reader->diags, DIAG_KEY_MISSING, place, "`theme` is missing");
        diag_hint(reader->diags, "add `theme: 1`");
        return;
    }
    if (!schema_read_value(reader, &literal, node, STR("theme"), &version) ||
        str_equal(version->text, STR("1")))
        return;
    diag_add(reader->diags, DIAG_FORMAT_VERSION, version->span, "theme version `%.*s` is unknown",
             STR_ARGS(version->text));
    diag_hint(reader->diags, "this program reads `theme: 1`");
}

bool theme_read_head(struct arena *arena, const struct node *root, struct diags *diags,
                     const struct node **extends)
{
    struct schema_reader reader = {.arena = arena, .diags = diags};
    *extends = NULL;
    if (root->kind != NODE_MAPPING) {
        diag_add(diags, DIAG_WRONG_TYPE, root->span, "a theme is a mapping");
        diag_hint(diags, "begin it with `theme: 1`");
        return false;
    }
    check_version(&reader, root);
    const struct node *base = node_find(root, STR("extends"));
    return !base || schema_read_value(&reader, &literal, base, STR("extends"), extends);
}

// A base without what it says of itself alone.
static const struct node *without_head(struct arena *arena, const struct node *base)
{
    struct node *rest = ARENA_NEW(arena, struct node);
    struct node_pair *pairs = ARENA_ARRAY(arena, struct node_pair, base->count);
    *rest = *base;
    rest->pairs = pairs;
    rest->count = 0;
    for (size_t i = 0; i < base->count; i++) {
        struct str key = base->pairs[i].key->text;
        if (!str_equal(key, STR("theme")) && !str_equal(key, STR("extends")))
            pairs[rest->count++] = base->pairs[i];
    }
    return rest;
}

const struct node *theme_laid_over(struct arena *arena, const struct node *base,
                                   const struct node *top)
{
    assert(base->kind == NODE_MAPPING && top->kind == NODE_MAPPING);
    return overlay(arena, without_head(arena, base), top, STR("colors"));
}

const struct node *theme_with_part(struct arena *arena, const struct node *theme,
                                   const struct node *part)
{
    return overlay_part(arena, theme, part, STR("colors"));
}
