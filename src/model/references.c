#include "model/references.h"

// An item of the list as the schema read it: a struct draft_item, or a scalar.
static const struct draft_item *item_of(const struct schema_any *any)
{
    return any->node && any->type->kind == SCHEMA_OBJECT ? any->value : NULL;
}

static const struct schema_any *any_at(const struct draft_references *draft, size_t index)
{
    return &((const struct schema_any *)draft->items.items)[index];
}

static void prepare_entry(struct citations *citations, const struct draft_item *item,
                          struct citable *entry)
{
    if (!item || !item->id)
        return;
    entry->id = item->id->text;
    entry->span = item->id->span;
    const struct citable *first = map_add(citations->arena, &citations->ids, entry->id, entry);
    if (first == entry)
        return;
    diag_add(citations->diags, DIAG_ID_DUPLICATE, entry->span,
             "the reference `%.*s` is given twice", STR_ARGS(entry->id));
    diag_hint(citations->diags, "give this one another id");
}

void references_prepare(struct arena *arena, const struct draft_references *draft, uint32_t file,
                        struct diags *diags, struct citations *citations)
{
    size_t count = draft->items.count;
    *citations = (struct citations){.arena = arena, .diags = diags, .count = count};
    citations->entries = ARENA_ARRAY(arena, struct citable, count);
    citations->printed = ARENA_ARRAY(arena, struct reference, count);
    for (size_t i = 0; i < count; i++) {
        prepare_entry(citations, item_of(any_at(draft, i)), &citations->entries[i]);
        const struct node *node = any_at(draft, i)->node;
        citations->entries[i].mentioned = node && node->span.file != file;
        if (draft->listed)
            citations_number(citations, &citations->entries[i]);
    }
}

static void mark_all_further(struct citations *citations)
{
    for (size_t i = 0; i < citations->count; i++)
        citations->entries[i].further = true;
}

static void number_further_reading(const struct draft_references *draft,
                                   struct citations *citations)
{
    const struct schema_any *nocite = &draft->nocite;
    if (!nocite->node)
        return;
    if (nocite->type->kind == SCHEMA_CHOICE) {
        mark_all_further(citations);
        return;
    }
    const struct schema_list *list = nocite->value;
    const struct node *const *ids = list->items;
    for (size_t i = 0; i < list->count; i++) {
        if (!ids[i])
            continue;
        struct citable *entry = citations_find(citations, ids[i]->text, ids[i]->span);
        if (!entry)
            continue;
        citations_number(citations, entry);
        entry->further = true;
    }
}

static void number_the_rest(struct citations *citations)
{
    for (size_t i = 0; i < citations->count; i++) {
        struct citable *entry = &citations->entries[i];
        bool named = entry->id.len > 0 && map_find(&citations->ids, entry->id) == entry;
        bool wanted = entry->cited > 0 || entry->further;
        if (entry->mentioned && !wanted)
            continue; // cited elsewhere only
        if (named && !wanted) {
            diag_add(citations->diags, DIAG_REFERENCE_UNCITED, entry->span,
                     "nothing cites the reference `%.*s`", STR_ARGS(entry->id));
            diag_hint(citations->diags, "cite it with [@%.*s], or list it under `nocite`",
                      STR_ARGS(entry->id));
        }
        citations_number(citations, entry);
    }
}

static void format_entry(struct text_reader *reader, enum citation_style style,
                         const struct schema_any *any, struct reference *out)
{
    const struct draft_item *item = item_of(any);
    if (item)
        reference_format(reader, style, item, out);
    else if (any->node)
        out->text = inlines_read(reader, any->node);
}

void references_finish(struct text_reader *reader, const struct draft_references *draft,
                       struct citations *citations)
{
    number_further_reading(draft, citations);
    number_the_rest(citations);
    enum citation_style style = (enum citation_style)draft->style;
    reader->citations = NULL;
    for (size_t i = 0; i < citations->count; i++) {
        const struct citable *entry = &citations->entries[i];
        const struct schema_any *any = any_at(draft, i);
        struct reference reference = {.number = entry->number,
                                      .id = entry->id,
                                      .cited = entry->cited,
                                      .span = any->node ? any->node->span : entry->span};
        format_entry(reader, style, any, &reference); // of one without a number, for its faults
        if (entry->number > 0)
            citations->printed[entry->number - 1] = reference;
    }
}
