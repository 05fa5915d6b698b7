#include "model/table_read.h"

#include "model/sections.h"

static struct blocks paragraph_of(struct arena *arena, struct inline_text text)
{
    if (!text.first)
        return (struct blocks){0};
    struct block *paragraph = ARENA_NEW(arena, struct block);
    *paragraph = (struct block){.kind = BLOCK_PARAGRAPH, .span = text.span, .as.text = text};
    return (struct blocks){paragraph, 1};
}

static struct inline_text read_text(struct body_writer *body, const struct node *scalar)
{
    if (!scalar || scalar->text.len == 0)
        return (struct inline_text){.span = scalar ? scalar->span : (struct span){0}};
    return inlines_read(body->reader, scalar);
}

// columns

static struct table_column read_column(struct body_writer *body, const struct schema_any *any)
{
    if (!any->node)
        return (struct table_column){0};
    struct table_column column = {.span = any->node->span};
    if (any->type->kind != SCHEMA_OBJECT) {
        column.head = read_text(body, any->node);
        return column;
    }
    const struct draft_column *draft = any->value;
    column.head = read_text(body, draft->head);
    column.align = (enum cell_align)draft->align;
    column.width = draft->width;
    return column;
}

// Reports the first column whose share, with those before it, is more than there is.
static void check_shares(struct diags *diags, const struct table *table)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        sum += table->columns[i].width.thousandths;
        if (sum <= 1000)
            continue;
        diag_add(diags, DIAG_BAD_COMBINATION, table->columns[i].span,
                 "up to this column, the widths come to %u.%u %%", (unsigned)(sum / 10),
                 (unsigned)(sum % 10));
        diag_hint(diags, "give the columns at most 100%% together; one without a width takes what "
                         "is left");
        return;
    }
}

static void read_columns(struct body_writer *body, const struct schema_list *list,
                         struct table *table)
{
    const struct schema_any *items = list->items;
    struct table_column *columns =
        ARENA_ARRAY(body->reader->arena, struct table_column, list->count);
    for (size_t i = 0; i < list->count; i++)
        columns[i] = read_column(body, &items[i]);
    table->columns = columns;
    table->column_count = list->count;
    check_shares(body->reader->diags, table);
}

// cells

static struct blocks read_cell_blocks(struct body_writer *body, const struct schema_list *list)
{
    struct body_writer inner = {
        .reader = body->reader, .level = body->level, .newest_level = body->newest_level};
    bool around = body->reader->in_cell;
    body->reader->in_cell = true;
    body_read_list(&inner, list);
    body->reader->in_cell = around;
    for (size_t i = 0; i < inner.ids.count; i++)
        *VEC_PUSH(body->reader->arena, &body->ids) = inner.ids.items[i];
    body->newest_level = inner.newest_level;
    return body_written(&inner, false);
}

static struct table_cell read_cell(struct body_writer *body, const struct schema_any *any)
{
    if (!any->node)
        return (struct table_cell){0};
    struct table_cell cell = {.span = any->node->span};
    if (any->type->kind == SCHEMA_LIST)
        cell.blocks = read_cell_blocks(body, any->value);
    else
        cell.blocks = paragraph_of(body->reader->arena, read_text(body, any->node));
    return cell;
}

static void check_count(struct body_writer *body, const struct schema_list *row, size_t columns)
{
    struct diags *diags = body->reader->diags;
    if (row->count == columns)
        return;
    diag_add(diags, DIAG_TABLE_CELLS, row->node->span,
             "this row has %zu cell%s, and the table %zu column%s", row->count,
             row->count == 1 ? "" : "s", columns, columns == 1 ? "" : "s");
    diag_hint(diags, row->count < columns ? "write `\"\"` for a cell that is empty"
                                          : "put text with commas into quotes, or give the table "
                                            "another column");
}

static struct table_row read_row(struct body_writer *body, const struct schema_list *list,
                                 size_t columns)
{
    if (!list->node)
        return (struct table_row){0};
    const struct schema_any *items = list->items;
    size_t room = columns > list->count ? columns : list->count;
    struct table_cell *cells = ARENA_ARRAY(body->reader->arena, struct table_cell, room);
    check_count(body, list, columns);
    for (size_t i = 0; i < list->count; i++)
        cells[i] = read_cell(body, &items[i]);
    return (struct table_row){cells, list->node->span};
}

static bool stands_alone(struct body_writer *body, struct span span)
{
    if (!body->reader->in_cell)
        return true;
    diag_add(body->reader->diags, DIAG_BAD_COMBINATION, span, "a table within a table");
    diag_hint(body->reader->diags, "make two tables of it, or give this one more columns");
    return false;
}

// Texts are read in the order in which they are printed: citations are numbered by it.
bool table_read(struct body_writer *body, const struct draft_block *draft, struct block *out)
{
    const struct draft_table *from = &draft->table;
    const struct schema_list *rows = from->rows.items;
    if (!stands_alone(body, out->span) || from->columns.count == 0 || from->rows.count == 0)
        return false;
    struct table *table = &out->as.table;
    struct table_row *made = ARENA_ARRAY(body->reader->arena, struct table_row, from->rows.count);
    out->kind = BLOCK_TABLE;
    *table = (struct table){.header_column = from->header_column};
    if (from->caption)
        table->caption = inlines_read(body->reader, from->caption);
    read_columns(body, &from->columns, table);
    for (size_t i = 0; i < from->rows.count; i++)
        made[i] = read_row(body, &rows[i], table->column_count);
    table->rows = made;
    table->row_count = from->rows.count;
    if (from->notes)
        table->notes = inlines_read(body->reader, from->notes);
    return true;
}

// Markdown

static size_t count_of(const struct markdown *parent)
{
    size_t count = 0;
    for (const struct markdown *n = parent->first; n; n = n->next)
        count++;
    return count;
}

static enum cell_align align_of(const struct markdown *cell)
{
    switch (cell->align) {
    case MARKDOWN_ALIGN_DEFAULT: break;
    case MARKDOWN_ALIGN_LEFT: return CELL_LEFT;
    case MARKDOWN_ALIGN_CENTER: return CELL_CENTER;
    case MARKDOWN_ALIGN_RIGHT: return CELL_RIGHT;
    }
    return CELL_START;
}

static void read_markdown_head(struct body_writer *body, const struct markdown *head,
                               struct table *table)
{
    struct table_column *columns =
        ARENA_ARRAY(body->reader->arena, struct table_column, count_of(head));
    table->columns = columns;
    for (const struct markdown *n = head->first; n; n = n->next)
        columns[table->column_count++] = (struct table_column){
            .head = inlines_from_markdown(body->reader, n->first, n->span),
            .align = align_of(n),
            .span = n->span,
        };
}

static struct table_row read_markdown_row(struct body_writer *body, const struct markdown *row,
                                          size_t columns)
{
    struct arena *arena = body->reader->arena;
    struct table_cell *cells = ARENA_ARRAY(arena, struct table_cell, columns);
    size_t i = 0;
    for (const struct markdown *n = row->first; n && i < columns; n = n->next, i++) {
        struct inline_text text = inlines_from_markdown(body->reader, n->first, n->span);
        cells[i] = (struct table_cell){paragraph_of(arena, text), n->span};
    }
    return (struct table_row){cells, row->span};
}

bool table_read_markdown(struct body_writer *body, const struct markdown *node, struct block *out)
{
    struct diags *diags = body->reader->diags;
    const struct markdown *head = node->first;
    if (!stands_alone(body, node->span))
        return false;
    if (!head || !head->next) {
        diag_add(diags, DIAG_EMPTY_VALUE, node->span, "a table without rows");
        diag_hint(diags, "write its rows under the head");
        return false;
    }
    struct table_row *rows = ARENA_ARRAY(body->reader->arena, struct table_row, count_of(node) - 1);
    struct table *table = &out->as.table;
    out->kind = BLOCK_TABLE;
    *table = (struct table){.rows = rows};
    read_markdown_head(body, head, table);
    for (const struct markdown *n = head->next; n; n = n->next)
        rows[table->row_count++] = read_markdown_row(body, n, table->column_count);
    return true;
}
