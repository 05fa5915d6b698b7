#include "model/draft.h"

struct walk {
    draft_visit *visit;
    void *context;
};

static void walk_body(const struct walk *walk, const struct schema_any *body);

static void walk_cells(const struct walk *walk, const struct draft_table *table)
{
    const struct schema_list *rows = table->rows.items;
    for (size_t i = 0; i < table->rows.count; i++)
        for (size_t j = 0; j < rows[i].count; j++)
            walk_body(walk, &((const struct schema_any *)rows[i].items)[j]);
}

// As deep as the schema went.
static void walk_body(const struct walk *walk, const struct schema_any *body)
{
    if (!body->node || body->type->kind != SCHEMA_LIST)
        return;
    const struct schema_list *list = body->value;
    const struct schema_any *items = list->items;
    for (size_t i = 0; i < list->count; i++) {
        if (!items[i].node || items[i].type->kind != SCHEMA_OBJECT)
            continue;
        struct draft_block *block = items[i].value;
        if (walk->visit(walk->context, &block->shared))
            walk_cells(walk, &block->table);
    }
}

void draft_walk(const struct schema_list *list, draft_visit *visit, void *context)
{
    struct draft_section *sections = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (visit(context, &sections[i].shared))
            draft_walk_below(&sections[i], visit, context);
}

// As deep as the schema went.
void draft_walk_below(const struct draft_section *section, draft_visit *visit, void *context)
{
    walk_body(&(struct walk){visit, context}, &section->body);
    draft_walk(&section->sections, visit, context);
}
