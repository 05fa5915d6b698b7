#include "model/sections.h"

#include "model/block_kinds.h"
#include "model/draft.h"
#include "model/inline_writer.h"

enum { DEEPEST_SECTION = 6 };

struct section_reader {
    struct text_reader *texts;
    uint32_t total;
};

// A reader of text beside the one of the document, for what is left out.
struct aside {
    struct text_reader texts;
    struct ids ids;
    bool around; // whether all of it is left out already
};

// ids

static void reserve_id(struct text_reader *texts, const struct node *id)
{
    if (!id_is_good(id->text)) {
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

static bool reserve_shared(void *context, struct draft_shared *shared)
{
    if (shared->id && !shared->left_out)
        reserve_id(context, shared->id);
    return !shared->left_out;
}

void sections_reserve_ids(struct text_reader *texts, const struct schema_list *drafts)
{
    draft_walk(drafts, reserve_shared, texts);
}

// what is left out

static void go_aside(struct text_reader *texts, struct aside *aside)
{
    *aside = (struct aside){.texts = *texts, .ids = {.arena = texts->arena}};
    aside->around = texts->citations && texts->citations->left_out;
    aside->texts.ids = &aside->ids;
    aside->texts.links.items = NULL;
    aside->texts.links.count = aside->texts.links.capacity = 0;
    aside->texts.left_out = true;
    if (texts->citations)
        texts->citations->left_out = true;
}

static void come_back(struct text_reader *texts, const struct aside *aside)
{
    if (texts->citations)
        texts->citations->left_out = aside->around;
}

// bodies

static void read_left_out(struct body_writer *body, const struct draft_block *block)
{
    struct aside aside;
    go_aside(body->reader, &aside);
    struct body_writer unused = {
        .reader = &aside.texts, .level = body->level, .newest_level = body->newest_level};
    if (block->shared.id)
        reserve_id(&aside.texts, block->shared.id);
    block_kind_read(&unused, block);
    body_written(&unused, true);
    come_back(body->reader, &aside);
}

static void read_item(struct body_writer *body, const struct schema_any *item)
{
    if (!item->node)
        return;
    const struct draft_block *block = item->type->kind == SCHEMA_OBJECT ? item->value : NULL;
    if (block && block->shared.left_out)
        read_left_out(body, block);
    else if (block)
        block_kind_read(body, block);
    else
        body_read(body, item->node);
}

static void place_ids(struct text_reader *texts, const struct body_writer *body,
                      const struct section *section)
{
    for (size_t i = 0; i < body->ids.count; i++)
        ids_place(texts->ids, body->ids.items[i], section);
}

static size_t count_kept(const struct schema_list *list)
{
    const struct draft_section *drafts = list->items;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += !drafts[i].shared.left_out;
    return count;
}

void body_read_list(struct body_writer *body, const struct schema_list *list)
{
    const struct schema_any *items = list->items;
    for (size_t i = 0; i < list->count; i++)
        read_item(body, &items[i]);
}

static struct blocks decode_body(struct text_reader *texts, const struct draft_section *draft,
                                 struct section *section)
{
    struct body_writer body = {.reader = texts, .level = section->heading.level};
    const struct schema_any *any = &draft->body;
    if (any->node && any->type->kind == SCHEMA_LIST)
        body_read_list(&body, any->value);
    else if (any->node && any->type->kind == SCHEMA_BLOCKS)
        body_read(&body, any->node);
    place_ids(texts, &body, section);
    return body_written(&body, count_kept(&draft->sections) > 0);
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
    heading->id = id && id_is_good(id->text) ? id->text : ids_make(texts->ids, heading->plain);
    ids_place(texts->ids, heading->id, section);
}

// A heading must not stand alone because all below it is left out.
static void check_left(struct text_reader *texts, const struct draft_section *draft,
                       const struct section *section)
{
    const struct schema_list *list =
        draft->body.node && draft->body.type->kind == SCHEMA_LIST ? draft->body.value : NULL;
    const struct schema_any *items = list ? list->items : NULL;
    bool left_out = draft->sections.count > count_kept(&draft->sections);
    for (size_t i = 0; list && i < list->count; i++)
        left_out = left_out || (items[i].node && items[i].type->kind == SCHEMA_OBJECT &&
                                ((const struct draft_block *)items[i].value)->shared.left_out);
    if (!left_out || !draft->heading || section->body.count > 0 || section->section_count > 0)
        return;
    diag_add(texts->diags, DIAG_EMPTY_SECTION, draft->heading->span,
             "all of this section is left out by `when`");
    diag_hint(texts->diags, "give the section itself the `when`, so that its heading goes, too");
}

static struct section_list decode_sections(struct section_reader *reader,
                                           const struct schema_list *list, uint32_t level);

static void decode_section(struct section_reader *reader, const struct draft_section *draft,
                           uint32_t level, struct section *section)
{
    if (!draft->found.node)
        return;
    section->index = reader->total++;
    section->span = draft->found.node->span;
    section->placement = placement_of(&draft->shared);
    placement_check(reader->texts->diags, draft->found.node, section->placement.place, true);
    struct text_language around =
        inlines_enter(reader->texts, draft->shared.language, &section->placement.language);
    decode_heading(reader->texts, draft, level, section);
    check_empty(reader->texts, draft);
    section->body = decode_body(reader->texts, draft, section);
    struct section_list sections = decode_sections(reader, &draft->sections, level + 1);
    section->sections = sections.items;
    section->section_count = sections.count;
    check_left(reader->texts, draft, section);
    inlines_leave(reader->texts, around);
}

static void decode_left_out(struct section_reader *reader, const struct draft_section *draft,
                            uint32_t level)
{
    struct aside aside;
    go_aside(reader->texts, &aside);
    struct section_reader beside = {.texts = &aside.texts};
    struct section *unused = ARENA_NEW(reader->texts->arena, struct section);
    if (draft->shared.id)
        reserve_id(&aside.texts, draft->shared.id);
    draft_walk_below(draft, reserve_shared, &aside.texts);
    decode_section(&beside, draft, level, unused);
    come_back(reader->texts, &aside);
}

static struct section_list decode_sections(struct section_reader *reader,
                                           const struct schema_list *list, uint32_t level)
{
    struct text_reader *texts = reader->texts;
    struct section *sections = ARENA_ARRAY(texts->arena, struct section, list->count);
    const struct draft_section *drafts = list->items;
    size_t count = 0;
    if (list->count > 0 && level > DEEPEST_SECTION) {
        diag_add(texts->diags, DIAG_HEADING_TOO_DEEP, list->node->span,
                 "sections more than %d levels deep", DEEPEST_SECTION);
        diag_hint(texts->diags, "use paragraphs or a list here");
        return (struct section_list){0};
    }
    for (size_t i = 0; i < list->count; i++) {
        if (drafts[i].shared.left_out)
            decode_left_out(reader, &drafts[i], level);
        else
            decode_section(reader, &drafts[i], level, &sections[count++]);
    }
    return (struct section_list){sections, count};
}

struct section_list sections_decode(struct text_reader *texts, const struct schema_list *drafts,
                                    size_t *total)
{
    struct section_reader reader = {.texts = texts};
    struct section_list sections = decode_sections(&reader, drafts, 1);
    *total = reader.total;
    if (drafts->count > 0 && sections.count == 0) {
        diag_add(texts->diags, DIAG_EMPTY_SECTION, drafts->node->span,
                 "all sections are left out by `when`");
        diag_hint(texts->diags, "leave one in, or build other editions with -e");
    }
    return sections;
}
