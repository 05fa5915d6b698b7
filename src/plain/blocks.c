#include "plain/blocks.h"

#include "model/typography.h"
#include "plain/entries.h"
#include "plain/pictures.h"
#include "plain/records.h"

// lists

static void add_mark(struct writer *writer, const struct list *list, size_t index)
{
    struct str mark = STR("- ");
    if (list->ordered)
        mark = str_format(writer->arena, "%zu. ", list->first_number + index);
    else if (list->items[index].task == TASK_OPEN)
        mark = STR("[ ] ");
    else if (list->items[index].task == TASK_DONE)
        mark = STR("[x] ");
    fill_hang(&writer->fill, mark);
}

static void add_list(struct writer *writer, const struct list *list)
{
    size_t indent = writer->fill.indent, gap = list->tight || list->checklist ? 0 : 1;
    for (size_t i = 0; i < list->count; i++) {
        if (i > 0)
            fill_gap(&writer->fill, gap);
        add_mark(writer, list, i);
        plain_add_blocks(writer, &list->items[i].blocks, gap);
        fill_back(&writer->fill, indent);
    }
}

// quotations

static bool all_paragraphs(const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        if (blocks->items[i].kind != BLOCK_PARAGRAPH)
            return false;
    return blocks->count > 0;
}

static void add_quoted(struct writer *writer, const struct blocks *blocks)
{
    const struct quote_marks *marks = quote_marks_find(writer->terms->language);
    bool quoted = false;
    for (size_t i = 0; i < blocks->count; i++) {
        struct passage passage = writer_passage(writer), text = writer_passage(writer);
        passage_add_inline(&text, &blocks->items[i].as.text);
        if (i == 0)
            quoted = !quotation_opens(str_built(&text.text));
        if (quoted && i == 0)
            passage_add_text(&passage, marks->open);
        passage_add_inline(&passage, &blocks->items[i].as.text);
        if (quoted && i + 1 == blocks->count)
            passage_add_text(&passage, marks->close);
        writer_add(writer, &passage);
        fill_gap(&writer->fill, i + 1 < blocks->count ? 1 : 0);
    }
}

// In quotation marks, unless the writer set some, or it has more than paragraphs.
static void add_quote(struct writer *writer, const struct blocks *blocks)
{
    size_t indent = fill_hang(&writer->fill, STR("  "));
    if (all_paragraphs(blocks))
        add_quoted(writer, blocks);
    else
        plain_add_blocks(writer, blocks, 1);
    fill_back(&writer->fill, indent);
}

static void add_pull_quote(struct writer *writer, const struct pull_quote *quote)
{
    add_quote(writer, &quote->text);
    if (!quote->source.first)
        return;
    size_t indent = fill_hang(&writer->fill, STR("  "));
    struct passage source = writer_passage(writer);
    passage_add_text(&source, STR("— "));
    passage_add_inline(&source, &quote->source);
    writer_add(writer, &source);
    fill_back(&writer->fill, indent);
}

// callouts and steps

static enum term term_of(enum callout_kind kind)
{
    switch (kind) {
    case CALLOUT_WARNING: return TERM_WARNING;
    case CALLOUT_NOTE: return TERM_NOTE;
    case CALLOUT_TIP: return TERM_TIP;
    }
    return TERM_NOTE;
}

// The kind's word is said before the title, unless that begins with it.
static void add_callout(struct writer *writer, const struct callout *callout)
{
    struct str word = writer_word(writer, term_of(callout->kind));
    struct passage title = writer_passage(writer), head = writer_passage(writer);
    passage_add_inline(&title, &callout->title);
    if (!str_starts_with(str_built(&title.text), word)) {
        passage_add_text(&head, word);
        passage_add_colon(&head);
    }
    passage_add_inline(&head, &callout->title);
    writer_add(writer, &head);
    size_t indent = fill_hang(&writer->fill, STR("  "));
    plain_add_blocks(writer, &callout->body, 1);
    fill_back(&writer->fill, indent);
}

static bool any_has_both(const struct steps *steps)
{
    for (size_t i = 0; i < steps->count; i++)
        if (steps->items[i].title.first && steps->items[i].body.count > 0)
            return true;
    return false;
}

static void add_steps(struct writer *writer, const struct steps *steps)
{
    size_t indent = writer->fill.indent, gap = any_has_both(steps) ? 1 : 0;
    for (size_t i = 0; i < steps->count; i++) {
        const struct step *step = &steps->items[i];
        if (i > 0)
            fill_gap(&writer->fill, gap);
        fill_hang(&writer->fill, str_format(writer->arena, "%zu. ", i + 1));
        writer_add_inline(writer, &step->title);
        plain_add_blocks(writer, &step->body, 1);
        fill_back(&writer->fill, indent);
    }
}

// all kinds

// Breaks are for pages; a line to cut along is for paper.
static void add_block(struct writer *writer, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_CODE: writer_add_inline(writer, &block->as.text); break;
    case BLOCK_LIST: add_list(writer, &block->as.list); break;
    case BLOCK_HEADING:
        writer_add_heading(writer, &block->as.heading.text, block->as.heading.level);
        break;
    case BLOCK_QUOTE: add_quote(writer, &block->as.blocks); break;
    case BLOCK_GROUP: plain_add_blocks(writer, &block->as.blocks, 1); break;
    case BLOCK_CALLOUT: add_callout(writer, &block->as.callout); break;
    case BLOCK_STEPS: add_steps(writer, &block->as.steps); break;
    case BLOCK_CONTACTS: plain_add_contacts(writer, &block->as.contacts); break;
    case BLOCK_DEFINITIONS: plain_add_definitions(writer, &block->as.definitions); break;
    case BLOCK_PULL_QUOTE: add_pull_quote(writer, &block->as.quote); break;
    case BLOCK_FACTS: plain_add_facts(writer, &block->as.facts); break;
    case BLOCK_WRITE_IN: plain_add_fields(writer, &block->as.write_in); break;
    case BLOCK_QR: plain_add_qr(writer, &block->as.qr); break;
    case BLOCK_FIGURE: plain_add_figure(writer, &block->as.figure); break;
    case BLOCK_TABLE: plain_add_table(writer, &block->as.table); break;
    case BLOCK_BREAK: break;
    }
}

void plain_add_blocks(struct writer *writer, const struct blocks *blocks, size_t gap)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct terms *around = writer_enter(writer, blocks->items[i].placement.language);
        if (i > 0)
            fill_gap(&writer->fill, gap);
        add_block(writer, &blocks->items[i]);
        writer->terms = around;
    }
}

void plain_add_sections(struct writer *writer, const struct section *sections, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct section *section = &sections[i];
        const struct terms *around = writer_enter(writer, section->placement.language);
        writer_add_heading(writer, &section->heading.text, section->heading.level);
        plain_add_blocks(writer, &section->body, 1);
        plain_add_sections(writer, section->sections, section->section_count);
        writer->terms = around;
    }
}
