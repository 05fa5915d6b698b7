#include "layout/quotes.h"

#include "base/utf8.h"
#include "layout/block_rows.h"
#include "layout/findings.h"

void quotes_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    struct row_place inner = *place;
    inner.role = ROLE_QUOTE;
    inner.parent = tag_add(&layout->pages->tags, place->parent, TAG_BLOCKQUOTE, block->span);
    inner.indent += layout->theme->list.hang;
    block_rows_add(layout, &block->as.blocks, &inner);
}

// Unicode's initial quotation marks, and the low and angle ones that open in some languages.
static bool opens_quotation(struct str text)
{
    static const char *const marks[] = {"\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x9E",
                                        "\xE2\x80\x9A", "\xC2\xAB",     "\xE2\x80\xB9",
                                        "\xE3\x80\x8C", "\xE3\x80\x8E", "\xC2\xBB"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_starts_with(text, str_from(marks[i])))
            return true;
    return false;
}

static const struct inline_node *first_text(const struct blocks *blocks)
{
    const struct inline_node *node = NULL;
    if (blocks->count > 0 && blocks->items[0].kind == BLOCK_PARAGRAPH)
        node = blocks->items[0].as.text.first;
    while (node && node->kind != INLINE_TEXT)
        node = node->first;
    return node;
}

// An opening mark hangs outside the text's edge.
static void hang_mark(struct layout *layout, const struct blocks *blocks, size_t first)
{
    const struct inline_node *text = first_text(blocks);
    if (text && opens_quotation(text->text) && first < layout->rows.count)
        layout->rows.items[first].indent -= layout->theme->blocks.quote.hang;
}

// Makes the gap above a row its own: what comes after it is on the grid at a column's head, too.
static void keep_gap(struct layout *layout, size_t index)
{
    if (index == layout->rows.count)
        return; // it could not be set
    struct row *row = &layout->rows.items[index];
    row->height += row->gap;
    row->base += row->gap;
    row->gap = 0;
}

void quotes_add_pull(struct layout *layout, const struct block *block,
                     const struct row_place *place)
{
    const struct pull_quote *quote = &block->as.quote;
    struct row_place inner = *place;
    inner.role = ROLE_PULL_QUOTE;
    inner.parent = tag_add(&layout->pages->tags, place->parent, TAG_BLOCKQUOTE, block->span);
    size_t first = layout->rows.count;
    block_rows_add(layout, &quote->text, &inner);
    hang_mark(layout, &quote->text, first);
    findings_mark(layout, first, ONCE_PULL_QUOTE, block->span);
    findings_check_quote(layout, layout->rows.count - first, block->span);
    if (quote->source.first) {
        inner.role = ROLE_QUOTE_SOURCE;
        inner.parts = (struct parts){0};
        inner.destination = NO_DESTINATION;
        block_ends(layout, 0); // the source stands right under what it said
        size_t source = layout->rows.count;
        rows_add_inline(layout, &quote->source, TAG_P, &inner);
        keep_gap(layout, source);
    }
    if (block->placement.inside != BREAK_INSIDE_ALLOW)
        rows_keep(layout, first, false);
    rows_to_grid(layout, first);
}
