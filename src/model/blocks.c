#include "model/blocks.h"

#include "base/utf8.h"
#include "model/inline_writer.h"
#include "model/pictures.h"
#include "model/table_read.h"

// Lists and quotations within each other.
enum { DEEPEST_BLOCK = 16, DEEPEST_HEADING = 6 };

// Where blocks are read to.
struct block_reader {
    struct body_writer *body;
    uint32_t depth;
};

typedef VEC(struct block) block_list;

static struct blocks read_children(struct block_reader *reader, const struct markdown *parent);

static void report_rule(struct block_reader *reader, const struct markdown *node)
{
    struct diags *diags = reader->body->reader->diags;
    diag_add(diags, DIAG_MARKDOWN_RULE, node->span, "a rule does not belong in the text");
    diag_hint(diags, "begin a section, or leave it out");
}

// An image in a line of its own would be a figure; it must not leave an empty paragraph.
static bool is_printed(const struct inline_text *text)
{
    return text->first != NULL;
}

// A picture in a paragraph of its own is a figure without a caption.
static bool read_image(struct block_reader *reader, const struct markdown *image, struct block *out)
{
    struct text_reader *texts = reader->body->reader;
    struct inline_text alt = inlines_from_markdown(texts, image->first, image->span);
    struct figure_part *part = ARENA_NEW(texts->arena, struct figure_part);
    struct str file = variables_expand_name(texts->variables, image->target, image->span);
    part->picture =
        picture_use_named(texts, file, image->span, inline_plain(texts->arena, alt.first));
    if (image->title.len > 0) {
        diag_add(texts->diags, DIAG_MARKDOWN_NOT_BUILT, image->span,
                 "a picture in Markdown has no caption");
        diag_hint(texts->diags, "write it as a block: `- figure: {file: …, alt: …, caption: …}`");
    }
    out->kind = BLOCK_FIGURE;
    out->as.figure = (struct figure){.parts = part, .count = 1};
    return true;
}

static bool read_paragraph(struct block_reader *reader, const struct markdown *node,
                           struct block *out)
{
    if (node->first && node->first->kind == MARKDOWN_IMAGE && !node->first->next)
        return read_image(reader, node->first, out);
    out->kind = BLOCK_PARAGRAPH;
    out->as.text = inlines_from_markdown(reader->body->reader, node->first, node->span);
    return is_printed(&out->as.text);
}

// ISO 14289-1, 7.4.2: a reader who moves by headings must find every level on the way down.
static void check_level(struct body_writer *body, const struct markdown *node, uint32_t level)
{
    struct diags *diags = body->reader->diags;
    uint32_t above = body->newest_level > 0 ? body->newest_level : body->level;
    if (level > DEEPEST_HEADING) {
        diag_add(diags, DIAG_HEADING_TOO_DEEP, node->span,
                 "a heading %u levels deep; there are six", (unsigned)level);
        diag_hint(diags, "its section's heading is on level %u", (unsigned)body->level);
    } else if (level > above + 1) {
        diag_add(diags, DIAG_HEADING_SKIPPED, node->span, "a heading that skips a level");
        diag_hint(diags, "take a `#` away: `#` is one level below the section's own heading");
    }
    body->newest_level = level;
}

static bool read_heading(struct block_reader *reader, const struct markdown *node,
                         struct block *out)
{
    struct body_writer *body = reader->body;
    struct text_reader *texts = body->reader;
    uint32_t level = body->level + node->level;
    check_level(body, node, level);
    out->kind = BLOCK_HEADING;
    struct heading *heading = &out->as.heading;
    texts->running = false;
    heading->text = inlines_from_markdown(texts, node->first, node->span);
    texts->running = true;
    heading->plain = inline_plain(texts->arena, heading->text.first);
    heading->level = level;
    if (!is_printed(&heading->text)) {
        diag_add(texts->diags, DIAG_EMPTY_VALUE, node->span, "a heading without text");
        return false;
    }
    heading->id = ids_make(texts->ids, heading->plain);
    *VEC_PUSH(texts->arena, &body->ids) = heading->id;
    return true;
}

static enum task task_of(const struct markdown *item)
{
    if (!item->task)
        return TASK_NONE;
    return item->task == ' ' ? TASK_OPEN : TASK_DONE;
}

static struct list_item read_item(struct block_reader *reader, const struct markdown *node)
{
    struct diags *diags = reader->body->reader->diags;
    struct list_item item = {node->span, task_of(node), read_children(reader, node)};
    if (!node->first) {
        diag_add(diags, DIAG_EMPTY_ITEM, node->span, "an empty list item");
        diag_hint(diags, "write its text, or take the mark away");
    }
    return item;
}

static bool read_list(struct block_reader *reader, const struct markdown *node, struct block *out)
{
    size_t count = 0;
    for (const struct markdown *n = node->first; n; n = n->next)
        count++;
    struct list_item *items = ARENA_ARRAY(reader->body->reader->arena, struct list_item, count);
    out->kind = BLOCK_LIST;
    out->as.list = (struct list){.ordered = node->kind == MARKDOWN_NUMBERS,
                                 .tight = node->tight,
                                 .first_number = node->number,
                                 .items = items,
                                 .count = count};
    for (const struct markdown *n = node->first; n; n = n->next)
        *items++ = read_item(reader, n);
    return true;
}

static bool read_quote(struct block_reader *reader, const struct markdown *node, struct block *out)
{
    out->kind = BLOCK_QUOTE;
    out->as.blocks = read_children(reader, node);
    return out->as.blocks.count > 0;
}

// Lines of code are code nodes with line breaks between them.
static bool read_code(struct block_reader *reader, const struct markdown *node, struct block *out)
{
    struct arena *arena = reader->body->reader->arena;
    struct inline_writer writer = inline_writer_in(arena, node->span.file);
    const struct markdown *content = node->first ? node->first : node;
    struct str code = content->text;
    struct srcmap map = content->map;
    variables_expand(reader->body->reader->variables, &code, &map);
    while (code.len > 0 && code.data[code.len - 1] == '\n')
        code.len--;
    for (size_t start = 0; start < code.len;) {
        size_t end = str_find_byte(code, '\n', start);
        struct span span = srcmap_span(&map, (uint32_t)start, (uint32_t)end);
        if (start > 0)
            inline_write_node(&writer, INLINE_LINE_BREAK, span);
        if (end > start)
            inline_write_node(&writer, INLINE_CODE, span)->text = str_slice(code, start, end);
        start = end + 1;
    }
    out->kind = BLOCK_CODE;
    out->as.text = inline_written(&writer, node->span);
    return is_printed(&out->as.text);
}

// Returns whether a block was made.
static bool read_block(struct block_reader *reader, const struct markdown *node, struct block *out)
{
    out->span = node->span;
    switch (node->kind) {
    case MARKDOWN_PARAGRAPH: return read_paragraph(reader, node, out);
    case MARKDOWN_HEADING: return read_heading(reader, node, out);
    case MARKDOWN_BULLETS:
    case MARKDOWN_NUMBERS: return read_list(reader, node, out);
    case MARKDOWN_QUOTE: return read_quote(reader, node, out);
    case MARKDOWN_CODE_BLOCK: return read_code(reader, node, out);
    case MARKDOWN_RULE: report_rule(reader, node); return false;
    case MARKDOWN_TABLE: return table_read_markdown(reader->body, node, out);
    case MARKDOWN_DOCUMENT:
    case MARKDOWN_ITEM:
    case MARKDOWN_TABLE_ROW:
    case MARKDOWN_TABLE_CELL:
    case MARKDOWN_TEXT:
    case MARKDOWN_EMPHASIS:
    case MARKDOWN_STRONG:
    case MARKDOWN_CODE:
    case MARKDOWN_LINK:
    case MARKDOWN_IMAGE:
    case MARKDOWN_SOFT_BREAK:
    case MARKDOWN_HARD_BREAK: return false;
    }
    return false;
}

// Finds the colon that a text ends in; citations after it do not count.
static bool ends_in_colon(const struct inline_node *node, struct span *colon)
{
    const struct inline_node *last = NULL;
    for (; node; node = node->next)
        if (node->kind != INLINE_CITATION)
            last = node;
    if (!last)
        return false;
    if (last->kind == INLINE_EMPHASIS || last->kind == INLINE_STRONG || last->kind == INLINE_LINK ||
        last->kind == INLINE_SPAN)
        return ends_in_colon(last->first, colon);
    size_t end = last->text.len;
    while (end > 0 && last->text.data[end - 1] == ' ')
        end--;
    if (last->kind != INLINE_TEXT || !str_ends_with(str_slice(last->text, 0, end), STR(":")))
        return false;
    *colon = srcmap_span(&last->map, (uint32_t)end - 1, (uint32_t)end);
    return true;
}

// A `text` block leads in to what follows as if its paragraphs stood by themselves.
static const struct block *last_within(const struct block *block)
{
    while (block->kind == BLOCK_GROUP && block->as.blocks.count > 0)
        block = &block->as.blocks.items[block->as.blocks.count - 1];
    return block;
}

// A paragraph that leads in to something must have it: the next block, no heading.
static void check_lead_ins(struct diags *diags, struct blocks blocks, bool more_follows)
{
    for (size_t i = 0; i < blocks.count; i++) {
        const struct block *block = last_within(&blocks.items[i]);
        struct span colon;
        bool last = i + 1 == blocks.count;
        bool led_to = last ? more_follows : blocks.items[i + 1].kind != BLOCK_HEADING;
        if (block->kind != BLOCK_PARAGRAPH || led_to ||
            !ends_in_colon(block->as.text.first, &colon))
            continue;
        diag_add(diags, DIAG_DANGLING_LEAD_IN, colon, "nothing follows this colon");
        diag_hint(diags, "write what it leads in to, or end the sentence with a point");
    }
}

static void append_children(struct block_reader *reader, const struct markdown *parent,
                            block_list *out)
{
    for (const struct markdown *n = parent->first; n; n = n->next) {
        struct block block = {0};
        if (read_block(reader, n, &block))
            *VEC_PUSH(reader->body->reader->arena, out) = block;
    }
}

static struct blocks read_children(struct block_reader *reader, const struct markdown *parent)
{
    struct diags *diags = reader->body->reader->diags;
    if (reader->depth >= DEEPEST_BLOCK) {
        diag_add(diags, DIAG_MARKDOWN_TOO_DEEP, parent->span,
                 "lists and quotations more than %d deep", DEEPEST_BLOCK);
        return (struct blocks){0};
    }
    reader->depth++;
    block_list list = {0};
    append_children(reader, parent, &list);
    reader->depth--;
    struct blocks blocks = {list.items, list.count};
    check_lead_ins(diags, blocks, false);
    return blocks;
}

// Whether the text has a character that is seen: neither white space nor of no width.
static bool is_seen(struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_decode(text.data, text.len, &at);
        bool space = c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
        bool no_width = c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
        if (!space && !no_width)
            return true;
    }
    return false;
}

// Whether a body is nothing but paragraphs that nobody sees, as of `&nbsp;`.
static bool is_unseen(const struct markdown *document)
{
    for (const struct markdown *block = document->first; block; block = block->next) {
        if (block->kind != MARKDOWN_PARAGRAPH)
            return false;
        for (const struct markdown *part = block->first; part; part = part->next)
            if (part->kind != MARKDOWN_TEXT || is_seen(part->text))
                return false;
    }
    return true;
}

void body_read(struct body_writer *body, const struct node *scalar)
{
    const struct markdown *document;
    struct text_reader *texts = body->reader;
    if (!markdown_read_blocks(texts->arena, scalar, texts->diags, &document))
        return;
    struct block_reader reader = {.body = body};
    block_list list = {0};
    append_children(&reader, document, &list);
    for (size_t i = 0; i < list.count; i++)
        *VEC_PUSH(texts->arena, &body->blocks) = list.items[i];
    if (is_unseen(document)) {
        diag_add(texts->diags, DIAG_EMPTY_BODY, scalar->span, "there is no text here");
        diag_hint(texts->diags, "write the text, or leave the body out");
    }
}

struct blocks body_written(struct body_writer *body, bool more_follows)
{
    struct blocks blocks = {body->blocks.items, body->blocks.count};
    check_lead_ins(body->reader->diags, blocks, more_follows);
    return blocks;
}
