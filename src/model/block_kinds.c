#include "model/block_kinds.h"

#include "model/doi.h"
#include "model/pictures.h"
#include "model/table_read.h"

#include <assert.h>

// A kind of block: its key, and what reads it. The reader returns whether a block was made.
struct block_kind_entry {
    struct str key;
    bool (*read)(struct body_writer *body, const struct draft_block *draft, struct block *out);
};

struct placement placement_of(const struct draft_shared *shared)
{
    return (struct placement){
        .id = shared->id && id_is_good(shared->id->text) ? shared->id->text : (struct str){0},
        .span_all = shared->span_all,
        .before = shared->before,
        .inside = shared->inside,
        .place = shared->place,
    };
}

void placement_check(struct diags *diags, const struct node *node, enum place place,
                     bool is_section)
{
    const struct node *value = node_find(node, STR("place"));
    if (place == PLACE_FRONT || place == PLACE_FLAP || place == PLACE_BACK) {
        diag_add(diags, DIAG_KEY_NOT_BUILT, value->span, "the place `%.*s` is not built yet",
                 STR_ARGS(value->text));
        diag_hint(diags, "leave the key out until a later version builds it");
    } else if (place != PLACE_NONE && is_section) {
        diag_add(diags, DIAG_BAD_COMBINATION, value->span, "a section cannot stand there");
        diag_hint(diags, "write `place` at a block of its body");
    }
}

// Reads a text within a block; headings in it belong to the body around it.
static struct blocks read_led(struct body_writer *body, const struct node *scalar,
                              bool more_follows)
{
    struct body_writer inner = {
        .reader = body->reader,
        .level = body->level,
        .newest_level = body->newest_level,
    };
    if (!scalar)
        return (struct blocks){0};
    body_read(&inner, scalar);
    for (size_t i = 0; i < inner.ids.count; i++)
        *VEC_PUSH(body->reader->arena, &body->ids) = inner.ids.items[i];
    body->newest_level = inner.newest_level;
    return body_written(&inner, more_follows);
}

static struct blocks read_within(struct body_writer *body, const struct node *scalar)
{
    return read_led(body, scalar, false);
}

static struct str text_of(const struct node *scalar)
{
    return scalar ? scalar->text : (struct str){0};
}

static struct span span_of(const struct node *scalar)
{
    return scalar ? scalar->span : (struct span){0};
}

static bool read_text(struct body_writer *body, const struct draft_block *draft, struct block *out)
{
    out->kind = BLOCK_GROUP;
    out->as.blocks = read_led(body, draft->text, true); // what leads in is checked with the rest
    return out->as.blocks.count > 0;
}

static bool read_callout(struct body_writer *body, const struct draft_block *draft,
                         struct block *out)
{
    const struct draft_callout *callout = &draft->callout;
    out->kind = BLOCK_CALLOUT;
    out->as.callout = (struct callout){
        .kind = callout->kind,
        .title = inlines_read(body->reader, callout->title),
        .body = read_within(body, callout->body),
    };
    return true;
}

static void read_step(struct body_writer *body, const struct schema_any *item, struct step *out)
{
    struct text_reader *texts = body->reader;
    if (!item->node)
        return;
    out->span = item->node->span;
    if (item->type->kind != SCHEMA_OBJECT) {
        out->body = read_within(body, item->node);
        return;
    }
    const struct draft_step *draft = item->value;
    out->title = inlines_read(texts, draft->title);
    out->body = read_within(body, draft->body);
    if (schema_has(&step_schema, &draft->found, STR("title")) ||
        schema_has(&step_schema, &draft->found, STR("body")))
        return;
    diag_add(texts->diags, DIAG_EMPTY_ITEM, item->node->span,
             "this step has neither a title nor a body");
    diag_hint(texts->diags, "write what happens in it, or take it away");
}

static bool read_steps(struct body_writer *body, const struct draft_block *draft, struct block *out)
{
    const struct schema_any *items = draft->steps.items;
    struct step *steps = ARENA_ARRAY(body->reader->arena, struct step, draft->steps.count);
    for (size_t i = 0; i < draft->steps.count; i++)
        read_step(body, &items[i], &steps[i]);
    out->kind = BLOCK_STEPS;
    out->as.steps = (struct steps){steps, draft->steps.count};
    return true;
}

static struct list_item read_box(struct body_writer *body, const struct node *scalar)
{
    struct block *paragraph = ARENA_NEW(body->reader->arena, struct block);
    *paragraph = (struct block){
        .kind = BLOCK_PARAGRAPH,
        .span = span_of(scalar),
        .as.text = inlines_read(body->reader, scalar),
    };
    return (struct list_item){span_of(scalar), TASK_OPEN, {paragraph, scalar ? 1 : 0}};
}

static bool read_checklist(struct body_writer *body, const struct draft_block *draft,
                           struct block *out)
{
    const struct schema_list *list = &draft->checklist;
    const struct node *const *scalars = list->items;
    struct list_item *items = ARENA_ARRAY(body->reader->arena, struct list_item, list->count);
    for (size_t i = 0; i < list->count; i++)
        items[i] = read_box(body, scalars[i]);
    out->kind = BLOCK_LIST;
    out->as.list = (struct list){.checklist = true, .items = items, .count = list->count};
    return true;
}

static void check_contact(struct body_writer *body, const struct draft_contact *draft)
{
    struct diags *diags = body->reader->diags;
    if (draft->email)
        email_check(draft->email, diags);
    if (draft->web)
        url_check(draft->web, diags);
    if (draft->phone || draft->email || draft->web || !draft->name)
        return;
    diag_add(diags, DIAG_KEY_MISSING, draft->name->span, "this contact cannot be reached");
    diag_hint(diags, "add its `phone:`, `email:` or `web:`");
}

static struct contact read_contact(struct body_writer *body, const struct draft_contact *draft)
{
    if (!draft->found.node)
        return (struct contact){0};
    check_contact(body, draft);
    return (struct contact){
        .name = inlines_read(body->reader, draft->name),
        .hours = inlines_read(body->reader, draft->hours),
        .phone = text_of(draft->phone),
        .email = text_of(draft->email),
        .web = text_of(draft->web),
        .phone_span = span_of(draft->phone),
        .email_span = span_of(draft->email),
        .web_span = span_of(draft->web),
        .span = draft->found.node->span,
    };
}

static bool read_contacts(struct body_writer *body, const struct draft_block *draft,
                          struct block *out)
{
    const struct draft_contact *drafts = draft->contacts.items;
    size_t count = draft->contacts.count;
    struct contact *contacts = ARENA_ARRAY(body->reader->arena, struct contact, count);
    for (size_t i = 0; i < count; i++)
        contacts[i] = read_contact(body, &drafts[i]);
    out->kind = BLOCK_CONTACTS;
    out->as.contacts = (struct contacts){contacts, count};
    return true;
}

static bool read_definitions(struct body_writer *body, const struct draft_block *draft,
                             struct block *out)
{
    const struct schema_map *map = &draft->definitions;
    struct definition *items = ARENA_ARRAY(body->reader->arena, struct definition, map->count);
    for (size_t i = 0; i < map->count; i++) {
        items[i].term = inlines_read(body->reader, map->entries[i].key);
        if (map->entries[i].value)
            items[i].meaning =
                inlines_read(body->reader, *(const struct node *const *)map->entries[i].value);
    }
    out->kind = BLOCK_DEFINITIONS;
    out->as.definitions = (struct definitions){items, map->count};
    return true;
}

static bool read_quote(struct body_writer *body, const struct draft_block *draft, struct block *out)
{
    const struct schema_any *any = &draft->quote;
    out->kind = BLOCK_PULL_QUOTE;
    if (any->type->kind != SCHEMA_OBJECT) {
        out->as.quote.text = read_within(body, any->node);
        return true;
    }
    const struct draft_quote *quote = any->value;
    out->as.quote.text = read_within(body, quote->text);
    out->as.quote.source = inlines_read(body->reader, quote->source);
    return true;
}

static bool read_facts(struct body_writer *body, const struct draft_block *draft, struct block *out)
{
    const struct draft_fact *drafts = draft->facts.items;
    size_t count = draft->facts.count;
    struct fact *facts = ARENA_ARRAY(body->reader->arena, struct fact, count);
    for (size_t i = 0; i < count; i++) {
        if (!drafts[i].found.node)
            continue;
        facts[i].value = inlines_read(body->reader, drafts[i].value);
        facts[i].label = inlines_read(body->reader, drafts[i].label);
        facts[i].span = drafts[i].found.node->span;
    }
    out->kind = BLOCK_FACTS;
    out->as.facts = (struct facts){facts, count};
    return true;
}

static void read_options(struct body_writer *body, const struct schema_list *list,
                         struct field *out)
{
    const struct node *const *scalars = list->items;
    struct inline_text *options = ARENA_ARRAY(body->reader->arena, struct inline_text, list->count);
    for (size_t i = 0; i < list->count; i++)
        options[i] = inlines_read(body->reader, scalars[i]);
    out->options = options;
    out->option_count = list->count;
}

static struct field read_field(struct body_writer *body, const struct draft_field *draft)
{
    struct field field = {0};
    if (!draft->found.node)
        return field;
    field.span = draft->found.node->span;
    field.label = inlines_read(body->reader, draft->label);
    field.width = draft->width;
    read_options(body, &draft->options, &field);
    if (draft->options.count == 0)
        field.lines = draft->lines > 0 ? draft->lines : 1;
    else if (draft->lines > 0) {
        diag_add(body->reader->diags, DIAG_BAD_COMBINATION,
                 node_find(draft->found.node, STR("lines"))->span,
                 "a field has `options` to tick or `lines` to write on");
        diag_hint(body->reader->diags, "make two fields of it");
    }
    return field;
}

static bool read_write_in(struct body_writer *body, const struct draft_block *draft,
                          struct block *out)
{
    const struct draft_field *drafts = draft->write_in.items;
    size_t count = draft->write_in.count;
    struct field *fields = ARENA_ARRAY(body->reader->arena, struct field, count);
    for (size_t i = 0; i < count; i++)
        fields[i] = read_field(body, &drafts[i]);
    out->kind = BLOCK_WRITE_IN;
    out->as.write_in = (struct write_in){fields, count};
    return true;
}

static bool read_qr(struct body_writer *body, const struct draft_block *draft, struct block *out)
{
    const struct draft_qr *qr = &draft->qr;
    out->kind = BLOCK_QR;
    out->as.qr = (struct qr_block){
        .url = text_of(qr->url),
        .url_span = span_of(qr->url),
        .caption = inlines_read(body->reader, qr->caption),
    };
    if (qr->url)
        url_check(qr->url, body->reader->diags);
    return qr->url != NULL;
}

static struct figure_part read_part(struct body_writer *body, const struct draft_figure_part *draft)
{
    return (struct figure_part){
        .picture = picture_use_read(body->reader, &draft->picture),
        .caption = inlines_read(body->reader, draft->caption),
    };
}

// A figure is one picture with its words, or has parts.
static void check_figure(struct body_writer *body, const struct draft_figure *draft)
{
    struct diags *diags = body->reader->diags;
    const struct node *node = draft->one.found.node;
    const struct draft_picture *picture = &draft->one.picture;
    struct span place = {node->span.file, node->span.start, node->span.start};
    bool parts = draft->parts.count > 0;
    if (parts && (picture->file || picture->alt)) {
        diag_add(diags, DIAG_BAD_COMBINATION, (picture->file ? picture->file : picture->alt)->span,
                 "a figure is one picture, or has `parts`");
        diag_hint(diags, "make this picture one of the parts");
    } else if (!parts && !schema_has(&figure_schema, &draft->one.found, STR("file"))) {
        diag_add(diags, DIAG_KEY_MISSING, place, "`file` is missing");
        diag_hint(diags, "add `file: images/timeline.svg`, or `parts:`");
    }
    if (parts || schema_has(&figure_schema, &draft->one.found, STR("alt")))
        return;
    diag_add(diags, DIAG_KEY_MISSING, picture->file ? picture->file->span : place,
             "`alt` is missing");
    diag_hint(diags, "add `alt:` and what the picture shows, or `alt: \"\"` if it only decorates");
}

static bool read_figure(struct body_writer *body, const struct draft_block *draft,
                        struct block *out)
{
    const struct draft_figure *figure = &draft->figure;
    const struct draft_figure_part *drafts = figure->parts.items;
    bool has_parts = figure->parts.count > 0;
    size_t count = has_parts ? figure->parts.count : 1;
    struct figure_part *parts = ARENA_ARRAY(body->reader->arena, struct figure_part, count);
    check_figure(body, figure);
    if (!has_parts)
        parts[0].picture = picture_use_read(body->reader, &figure->one.picture);
    for (size_t i = 0; i < figure->parts.count; i++)
        parts[i] = read_part(body, &drafts[i]);
    out->kind = BLOCK_FIGURE;
    out->as.figure = (struct figure){parts, count, inlines_read(body->reader, figure->one.caption)};
    return true;
}

static bool read_break(struct body_writer *body, const struct draft_block *draft, struct block *out)
{
    (void)body;
    out->kind = BLOCK_BREAK;
    out->as.pause = draft->pause;
    return true;
}

static const struct block_kind_entry entries[] = {
    {STR_INIT("text"), read_text},         {STR_INIT("callout"), read_callout},
    {STR_INIT("steps"), read_steps},       {STR_INIT("checklist"), read_checklist},
    {STR_INIT("contacts"), read_contacts}, {STR_INIT("definitions"), read_definitions},
    {STR_INIT("quote"), read_quote},       {STR_INIT("facts"), read_facts},
    {STR_INIT("write-in"), read_write_in}, {STR_INIT("qr"), read_qr},
    {STR_INIT("figure"), read_figure},     {STR_INIT("table"), table_read},
    {STR_INIT("break"), read_break},
};

static const struct block_kind_entry *find_entry(struct str key)
{
    for (size_t i = 0; i < SCHEMA_COUNT(entries); i++)
        if (str_equal(entries[i].key, key))
            return &entries[i];
    return NULL;
}

static const struct block_kind_entry *chosen(struct body_writer *body, const struct node *node)
{
    const struct block_kind_entry *entry = NULL;
    struct diags *diags = body->reader->diags;
    for (size_t i = 0; i < node->count; i++) {
        const struct node *key = node->pairs[i].key;
        const struct block_kind_entry *found = find_entry(key->text);
        if (found && entry) {
            diag_add(diags, DIAG_BAD_COMBINATION, key->span,
                     "`%.*s` and `%.*s` are two blocks, but stand in one", STR_ARGS(entry->key),
                     STR_ARGS(key->text));
            diag_hint(diags, "begin each block with `- `");
        } else if (found) {
            entry = found;
        }
    }
    return entry;
}

// A block whose key is misspelt or not built has been reported by its key.
static bool is_reported(const struct node *node)
{
    for (size_t i = 0; i < node->count; i++) {
        const struct schema_field *field = schema_find(&block_schema, node->pairs[i].key->text);
        if (!field || field->flags & SCHEMA_NOT_BUILT)
            return true;
    }
    return false;
}

// A cell stands in one place: nothing in it can go to another page or spread over columns.
static void check_in_cell(struct body_writer *body, const struct block *block)
{
    const struct placement *placement = &block->placement;
    bool breaks = block->kind == BLOCK_BREAK && block->as.pause != PAUSE_CUT;
    if (!body->reader->in_cell ||
        !(breaks || placement->span_all || placement->before != BREAK_NONE ||
          placement->place != PLACE_NONE))
        return;
    diag_add(body->reader->diags, DIAG_BAD_COMBINATION, block->span,
             "a cell of a table cannot break or span pages and columns");
    diag_hint(body->reader->diags, "leave out `break`, `break-before`, `span` and `place` here");
}

void block_kind_read(struct body_writer *body, const struct draft_block *draft)
{
    const struct node *node = draft->found.node;
    struct diags *diags = body->reader->diags;
    const struct block_kind_entry *entry = chosen(body, node);
    if (!entry && !is_reported(node)) {
        diag_add(diags, DIAG_EMPTY_VALUE, node->span, "a block without text");
        diag_hint(diags, "write its kind and what it holds, such as `text: …`");
    }
    if (!entry || !schema_was_read(&block_schema, &draft->found, entry->key))
        return;
    struct block block = {.span = node->span, .placement = placement_of(&draft->shared)};
    placement_check(diags, node, block.placement.place, false);
    if (block.placement.id.len > 0)
        *VEC_PUSH(body->reader->arena, &body->ids) = block.placement.id;
    struct text_language around =
        inlines_enter(body->reader, draft->shared.language, &block.placement.language);
    if (entry->read(body, draft, &block)) {
        check_in_cell(body, &block);
        *VEC_PUSH(body->reader->arena, &body->blocks) = block;
    }
    inlines_leave(body->reader, around);
}
