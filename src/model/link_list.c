#include "model/link_list.h"

#include "base/vec.h"
#include "model/inline_writer.h"
#include "model/link_address.h"

// What stands for an index: digits from a to z, none of which is a zero.
static struct str mark_of(struct arena *arena, size_t index)
{
    enum { LETTERS = 26 };
    char letters[16];
    size_t at = sizeof letters;
    for (size_t left = index + 1; left > 0; left = (left - 1) / LETTERS)
        letters[--at] = (char)('a' + (left - 1) % LETTERS);
    return str_copy(arena, (struct str){letters + at, sizeof letters - at});
}

static void list_link(struct link_list *list, const struct inline_node *node)
{
    struct arena *arena = list->arena;
    if (!link_is_web(node->target) || map_find(&list->places, node->target) ||
        link_says_address(arena, inline_plain(arena, node->first), node->target))
        return;
    struct listed_link *link = ARENA_NEW(arena, struct listed_link);
    *link = (struct listed_link){node->target, mark_of(arena, list->count), node->span};
    map_add(arena, &list->places, node->target, link);
    *VEC_PUSH(arena, list) = link;
}

// Nesting is bounded by the reader of inlines.
static void list_nodes(struct link_list *list, const struct inline_node *node)
{
    for (; node; node = node->next) {
        if (node->kind == INLINE_LINK)
            list_link(list, node);
        list_nodes(list, node->first);
    }
}

static void list_text(struct link_list *list, const struct inline_text *text)
{
    list_nodes(list, text->first);
}

// blocks

static void list_blocks(struct link_list *list, const struct blocks *blocks);

static void list_steps(struct link_list *list, const struct steps *steps)
{
    for (size_t i = 0; i < steps->count; i++) {
        list_text(list, &steps->items[i].title);
        list_blocks(list, &steps->items[i].body);
    }
}

static void list_contacts(struct link_list *list, const struct contacts *contacts)
{
    for (size_t i = 0; i < contacts->count; i++) {
        list_text(list, &contacts->items[i].name);
        list_text(list, &contacts->items[i].hours);
    }
}

static void list_definitions(struct link_list *list, const struct definitions *definitions)
{
    for (size_t i = 0; i < definitions->count; i++) {
        list_text(list, &definitions->items[i].term);
        list_text(list, &definitions->items[i].meaning);
    }
}

static void list_facts(struct link_list *list, const struct facts *facts)
{
    for (size_t i = 0; i < facts->count; i++) {
        list_text(list, &facts->items[i].value);
        list_text(list, &facts->items[i].label);
    }
}

static void list_fields(struct link_list *list, const struct write_in *form)
{
    for (size_t i = 0; i < form->count; i++) {
        list_text(list, &form->items[i].label);
        for (size_t j = 0; j < form->items[i].option_count; j++)
            list_text(list, &form->items[i].options[j]);
    }
}

static void list_figure(struct link_list *list, const struct figure *figure)
{
    for (size_t i = 0; i < figure->count; i++)
        list_text(list, &figure->parts[i].caption);
    list_text(list, &figure->caption);
}

static void list_table(struct link_list *list, const struct table *table)
{
    list_text(list, &table->caption);
    for (size_t i = 0; i < table->column_count; i++)
        list_text(list, &table->columns[i].head);
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t j = 0; j < table->column_count; j++)
            list_blocks(list, &table->rows[i].cells[j].blocks);
    list_text(list, &table->notes);
}

static void list_block(struct link_list *list, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH: list_text(list, &block->as.text); break;
    case BLOCK_HEADING: list_text(list, &block->as.heading.text); break;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->as.list.count; i++)
            list_blocks(list, &block->as.list.items[i].blocks);
        break;
    case BLOCK_QUOTE:
    case BLOCK_GROUP: list_blocks(list, &block->as.blocks); break;
    case BLOCK_CALLOUT:
        list_text(list, &block->as.callout.title);
        list_blocks(list, &block->as.callout.body);
        break;
    case BLOCK_PULL_QUOTE:
        list_blocks(list, &block->as.quote.text);
        list_text(list, &block->as.quote.source);
        break;
    case BLOCK_STEPS: list_steps(list, &block->as.steps); break;
    case BLOCK_CONTACTS: list_contacts(list, &block->as.contacts); break;
    case BLOCK_DEFINITIONS: list_definitions(list, &block->as.definitions); break;
    case BLOCK_FACTS: list_facts(list, &block->as.facts); break;
    case BLOCK_WRITE_IN: list_fields(list, &block->as.write_in); break;
    case BLOCK_QR: list_text(list, &block->as.qr.caption); break;
    case BLOCK_FIGURE: list_figure(list, &block->as.figure); break;
    case BLOCK_TABLE: list_table(list, &block->as.table); break;
    case BLOCK_CODE:
    case BLOCK_BREAK: break;
    }
}

// As deep as the model's blocks are.
static void list_blocks(struct link_list *list, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        list_block(list, &blocks->items[i]);
}

// parts of the brochure

static void list_front(struct link_list *list, const struct brochure *brochure)
{
    if (brochure->cover.present)
        list_text(list, &brochure->cover.eyebrow);
    list_text(list, &brochure->title);
    list_text(list, &brochure->subtitle);
    if (brochure->cover.present)
        list_text(list, &brochure->document.summary);
    list_text(list, &brochure->lead);
}

static void list_sections(struct link_list *list, const struct section *sections, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        list_text(list, &sections[i].heading.text);
        list_blocks(list, &sections[i].body);
        list_sections(list, sections[i].sections, sections[i].section_count);
    }
}

static void list_back(struct link_list *list, const struct brochure *brochure)
{
    for (size_t i = 0; i < brochure->reference_count; i++)
        list_text(list, &brochure->references[i].text);
    list_text(list, &brochure->publisher.feedback);
    list_text(list, &brochure->document.audience);
    for (size_t i = 0; i < brochure->document.more_count; i++)
        list_text(list, &brochure->document.more[i].value);
}

void link_list_make(struct arena *arena, const struct brochure *brochure, struct link_list *out)
{
    *out = (struct link_list){.arena = arena};
    list_front(out, brochure);
    list_sections(out, brochure->sections, brochure->section_count);
    list_back(out, brochure);
}

const struct listed_link *link_list_find(const struct link_list *list, struct str address)
{
    return map_find(&list->places, address);
}
