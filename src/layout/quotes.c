#include "layout/quotes.h"

#include "layout/block_rows.h"
#include "layout/findings.h"
#include "model/typography.h"

void quotes_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    struct row_place inner = *place;
    inner.role = ROLE_QUOTE;
    inner.parent = tag_add(&layout->pages->tags, place->parent, TAG_BLOCKQUOTE, block->span);
    inner.indent += layout->theme->list.hang;
    block_rows_add(layout, &block->as.blocks, &inner);
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
    if (text && quotation_opens(text->text) && first < layout->rows.count)
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
