#include "model/sections.h"

#include "model/block_kinds.h"
#include "model/draft.h"
#include "model/inline_writer.h"

enum { DEEPEST_SECTION = 6 };

struct section_reader {
    struct text_reader *texts;
    uint32_t total;
};

// ids

static bool is_id(struct str id)
{
    for (size_t i = 0; i < id.len; i++)
        if (id.data[i] == ' ' || id.data[i] == '\t' || id.data[i] == '\n' || id.data[i] == '#' ||
            id.data[i] == '"' || id.data[i] == '<' || id.data[i] == '>')
            return false;
    return true;
}

static void reserve_id(struct text_reader *texts, const struct node *id)
{
    if (!id)
        return;
    if (!is_id(id->text)) {
        diag_add(texts->diags, DIAG_BAD_ID, id->span, "an id cannot hold spaces, #, quotes or <>");
        diag_hint(texts->diags, "write %.*s", STR_ARGS(id_from_heading(texts->arena, id->text)));
        return;
    }
    if (ids_reserve(texts->ids, id->text))
        return;
    diag_add(texts->diags, DIAG_ID_DUPLICATE, id->span, "the id `%.*s` is given twice",
             STR_ARGS(id->text));
    diag_hint(texts->diags, "give this part another id");
}

static void reserve_block_ids(struct text_reader *texts, const struct schema_any *body)
{
    if (!body->node || body->type->kind != SCHEMA_LIST)
        return;
    const struct schema_list *list = body->value;
    const struct schema_any *items = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (items[i].node && items[i].type->kind == SCHEMA_OBJECT)
            reserve_id(texts, ((const struct draft_block *)items[i].value)->shared.id);
}

// As deep as the schema went.
void sections_reserve_ids(struct text_reader *texts, const struct schema_list *drafts)
{
    const struct draft_section *sections = drafts->items;
    for (size_t i = 0; i < drafts->count; i++) {
        reserve_id(texts, sections[i].shared.id);
        reserve_block_ids(texts, &sections[i].body);
        sections_reserve_ids(texts, &sections[i].sections);
    }
}

// bodies

static void read_item(struct body_writer *body, const struct schema_any *item)
{
    if (!item->node)
        return;
    if (item->type->kind == SCHEMA_OBJECT)
        block_kind_read(body, item->value);
    else
        body_read(body, item->node);
}

static void place_ids(struct text_reader *texts, const struct body_writer *body,
                      const struct section *section)
{
    for (size_t i = 0; i < body->ids.count; i++)
        ids_place(texts->ids, body->ids.items[i], section);
}

static struct blocks decode_body(struct text_reader *texts, const struct draft_section *draft,
                                 struct section *section)
{
    struct body_writer body = {.reader = texts, .level = section->heading.level};
    const struct schema_any *any = &draft->body;
    if (any->node && any->type->kind == SCHEMA_LIST) {
        const struct schema_list *list = any->value;
        for (size_t i = 0; i < list->count; i++)
            read_item(&body, &((const struct schema_any *)list->items)[i]);
    } else if (any->node && any->type->kind == SCHEMA_BLOCKS) {
        body_read(&body, any->node);
    }
    place_ids(texts, &body, section);
    return body_written(&body, draft->sections.count > 0);
}

// sections

static void check_empty(struct text_reader *texts, const struct draft_section *draft)
{
    const struct schema_found *found = &draft->found;
    if (schema_has(&section_schema, found, STR("body")) ||
        schema_has(&section_schema, found, STR("sections")))
        return;
    struct span span = draft->heading ? draft->heading->span : found->node->span;
    diag_add(texts->diags, DIAG_EMPTY_SECTION, span,
             "this section has neither a body nor sections");
    diag_hint(texts->diags, "write its text, or take the heading away");
}

static void decode_heading(struct text_reader *texts, const struct draft_section *draft,
                           uint32_t level, struct section *section)
{
    struct heading *heading = &section->heading;
    const struct node *id = draft->shared.id;
    heading->level = level;
    texts->running = false;
    heading->text = inlines_read(texts, draft->heading);
    texts->running = true;
    heading->plain = inline_plain(texts->arena, heading->text.first);
    heading->id = id && is_id(id->text) ? id->text : ids_make(texts->ids, heading->plain);
    ids_place(texts->ids, heading->id, section);
}

static const struct section *decode_sections(struct section_reader *reader,
                                             const struct schema_list *list, uint32_t level);

static void decode_section(struct section_reader *reader, const struct draft_section *draft,
                           uint32_t level, struct section *section)
{
    if (!draft->found.node)
        return;
    section->index = reader->total++;
    section->span = draft->found.node->span;
    section->placement = placement_of(&draft->shared);
    struct text_language around =
        inlines_enter(reader->texts, draft->shared.language, &section->placement.language);
    decode_heading(reader->texts, draft, level, section);
    check_empty(reader->texts, draft);
    section->body = decode_body(reader->texts, draft, section);
    section->sections = decode_sections(reader, &draft->sections, level + 1);
    section->section_count = draft->sections.count;
    inlines_leave(reader->texts, around);
}

static const struct section *decode_sections(struct section_reader *reader,
                                             const struct schema_list *list, uint32_t level)
{
    struct text_reader *texts = reader->texts;
    struct section *sections = ARENA_ARRAY(texts->arena, struct section, list->count);
    const struct draft_section *drafts = list->items;
    if (list->count > 0 && level > DEEPEST_SECTION) {
        diag_add(texts->diags, DIAG_HEADING_TOO_DEEP, list->node->span,
                 "sections more than %d levels deep", DEEPEST_SECTION);
        diag_hint(texts->diags, "use paragraphs or a list here");
        return sections;
    }
    for (size_t i = 0; i < list->count; i++)
        decode_section(reader, &drafts[i], level, &sections[i]);
    return sections;
}

const struct section *sections_decode(struct text_reader *texts, const struct schema_list *drafts,
                                      size_t *total)
{
    struct section_reader reader = {.texts = texts};
    const struct section *sections = decode_sections(&reader, drafts, 1);
    *total = reader.total;
    return sections;
}
