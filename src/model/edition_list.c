#include "model/edition_list.h"

#include "model/decode.h"
#include "model/draft.h"
#include "model/overlay.h"
#include "model/press_settings.h"

#include <assert.h>

static const struct schema_choice *edition_kind_find(struct str name)
{
    for (size_t i = 0; i < edition_kind_type.choice_count; i++)
        if (str_equal(edition_kind_type.choices[i].name, name))
            return &edition_kind_type.choices[i];
    return NULL;
}

static void report_edition(struct diags *diags, const struct node *name)
{
    struct str names[8];
    size_t count = edition_kind_type.choice_count;
    assert(edition_kind_type.choices && count <= SCHEMA_COUNT(names));
    for (size_t i = 0; i < count; i++)
        names[i] = edition_kind_type.choices[i].name;
    diag_add(diags, DIAG_EDITION_UNKNOWN, name->span,
             "the name `%.*s` does not say what the edition is for", STR_ARGS(name->text));
    if (!diag_hint_near(diags, name->text, names, count))
        diag_hint(diags, "add `kind: screen`, print, booklet, large-print or text");
}

static void add_standard(enum pdf_standard standard, const struct node *name, struct diags *diags,
                         struct edition *edition)
{
    if (standard == PDF_STANDARD_NONE) // which was reported
        return;
    const char *clash = pdf_standards_add(&edition->standards, standard);
    if (!clash)
        return;
    diag_add(diags, DIAG_STANDARDS_CLASH, name->span, "`%.*s` cannot stand beside the others: %s",
             STR_ARGS(name->text), clash);
    diag_hint(diags,
              "make an edition of each, for example `archive: {kind: screen, standard: a-4}`");
}

static void decode_standards(const struct schema_any *draft, struct diags *diags,
                             struct edition *edition)
{
    if (!draft->node)
        return;
    if (draft->type->kind == SCHEMA_CHOICE) {
        add_standard(*(const uint32_t *)draft->value, draft->node, diags, edition);
        return;
    }
    const struct schema_list *list = draft->value;
    const uint32_t *items = list->items;
    for (size_t i = 0; i < list->count; i++)
        add_standard(items[i], draft->node->items[i], diags, edition);
}

static void note_encryption(const struct draft_edition *draft, struct edition *edition)
{
    if (!schema_has(&edition_schema, &draft->found, STR("encrypt")))
        return;
    edition->encrypt = draft->encrypt ? ENCRYPT_ALWAYS : ENCRYPT_NEVER;
    edition->encrypt_span = node_find(draft->found.node, STR("encrypt"))->span;
}

// Lines of pages are as long as the page is wide.
static void decode_wrap(const struct draft_edition *draft, struct diags *diags, struct edition *out)
{
    const struct node *node = node_find(draft->found.node, STR("wrap"));
    out->wrap = draft->wrap;
    if (!node || out->kind == EDITION_TEXT)
        return;
    diag_add(diags, DIAG_BAD_COMBINATION, node->span, "`wrap` is for editions of the kind `text`");
    diag_hint(diags, "take it out, or add `kind: text`");
}

static void decode_resolution(const struct draft_edition *draft, struct diags *diags,
                              struct edition *out)
{
    const struct node *node = node_find(draft->found.node, STR("resolution"));
    out->resolution = draft->resolution;
    if (!node || out->kind != EDITION_TEXT)
        return;
    diag_add(diags, DIAG_BAD_COMBINATION, node->span, "text has no pictures, and no `resolution`");
    diag_hint(diags, "take it out");
}

// Other editions have the theme's size.
static void decode_size(const struct draft_edition *draft, struct diags *diags, struct edition *out)
{
    const struct node *node = node_find(draft->found.node, STR("size"));
    out->size = draft->size;
    if (!node)
        return;
    if (out->kind != EDITION_LARGE_PRINT) {
        diag_add(diags, DIAG_BAD_COMBINATION, node->span,
                 "`size` is for editions of the kind `large-print`");
        diag_hint(diags, "take it out, or add `kind: large-print`");
    } else if (out->size > 0 && (out->size < LENGTH_PT(18) || out->size > LENGTH_PT(28))) {
        diag_add(diags, DIAG_BAD_LENGTH, node->span, "large print is from 18pt to 28pt");
        diag_hint(diags, "write a size between them, for example `size: 20pt`");
    }
}

static void decode_edition(struct arena *arena, const struct node *name,
                           const struct draft_edition *draft, struct diags *diags,
                           struct edition *out)
{
    const struct schema_choice *kind = edition_kind_find(name->text);
    bool named = draft && schema_has(&edition_schema, &draft->found, STR("kind"));
    *out = (struct edition){.name = name->text, .span = name->span};
    if (draft) {
        decode_standards(&draft->standard, diags, out);
        note_encryption(draft, out);
    }
    if (named)
        out->kind = draft->kind;
    else if (kind)
        out->kind = kind->value;
    else
        report_edition(diags, name);
    if (draft && (named || kind)) {
        decode_wrap(draft, diags, out);
        decode_size(draft, diags, out);
        press_settings_decode(arena, draft, diags, out);
        decode_resolution(draft, diags, out);
    }
}

void editions_decode(struct arena *arena, const struct schema_any *draft, struct diags *diags,
                     const struct edition **out, size_t *count)
{
    const struct node *node = draft->node;
    if (!node) {
        struct edition *screen = ARENA_NEW(arena, struct edition);
        *screen = (struct edition){.name = STR("screen"), .kind = EDITION_SCREEN};
        *out = screen;
        *count = 1;
        return;
    }
    *count = node->count;
    if (node->count > MOST_EDITIONS) {
        diag_add(diags, DIAG_YAML_TOO_LARGE, node->span, "more than %d editions", MOST_EDITIONS);
        diag_hint(diags, "make several brochures of it");
        *count = MOST_EDITIONS;
    }
    struct edition *editions = ARENA_ARRAY(arena, struct edition, node->count);
    for (size_t i = 0; i < *count; i++) {
        if (node->kind == NODE_MAPPING) {
            const struct schema_map *map = draft->value;
            decode_edition(arena, map->entries[i].key, map->entries[i].value, diags, &editions[i]);
        } else if (edition_kind_find(node->items[i]->text)) {
            decode_edition(arena, node->items[i], NULL, diags, &editions[i]);
        }
    }
    *out = editions;
}

// what an edition overrides

static bool is_override(struct str key)
{
    const struct schema_field *field = schema_find(&edition_schema, key);
    return field && schema_find(&brochure_schema, key);
}

static const struct node *overrides_of(const struct node *editions, struct str name)
{
    const struct node *edition =
        editions && editions->kind == NODE_MAPPING ? node_find(editions, name) : NULL;
    return edition && edition->kind == NODE_MAPPING ? edition : NULL;
}

bool editions_override(const struct node *editions)
{
    if (!editions || editions->kind != NODE_MAPPING)
        return false;
    for (size_t i = 0; i < editions->count; i++) {
        const struct node *edition = editions->pairs[i].value;
        for (size_t j = 0; edition->kind == NODE_MAPPING && j < edition->count; j++)
            if (is_override(edition->pairs[j].key->text))
                return true;
    }
    return false;
}

const struct node *edition_apply(struct arena *arena, const struct node *root, struct str name)
{
    if (root->kind != NODE_MAPPING)
        return root;
    const struct node *edition = overrides_of(node_find(root, STR("editions")), name);
    if (!edition)
        return root;
    struct node *top = arena_copy(arena, root, sizeof *root);
    struct node_pair *pairs = ARENA_ARRAY(arena, struct node_pair, edition->count);
    top->pairs = pairs;
    top->count = 0;
    for (size_t i = 0; i < edition->count; i++)
        if (is_override(edition->pairs[i].key->text))
            pairs[top->count++] = edition->pairs[i];
    return overlay(arena, root, top, STR(""));
}
