#include "plain/records.h"

#include "plain/blocks.h"

#define NOTHING STR("–") // in an empty cell, whose head is said all the same

static void add_cell(struct writer *writer, const struct table_column *column,
                     const struct blocks *cell)
{
    struct passage passage = writer_passage(writer);
    bool text = cell->count == 1 && cell->items[0].kind == BLOCK_PARAGRAPH &&
                cell->items[0].placement.language.len == 0;
    writer_label(&passage, &column->head);
    if (text)
        passage_add_inline(&passage, &cell->items[0].as.text);
    if (cell->count == 0 && column->head.first)
        passage_add_text(&passage, NOTHING);
    writer_add(writer, &passage);
    if (text)
        return;
    size_t indent = fill_hang(&writer->fill, STR("  "));
    plain_add_blocks(writer, cell, 0);
    fill_back(&writer->fill, indent);
}

static void add_row(struct writer *writer, const struct table *table, const struct table_row *row)
{
    size_t indent = fill_hang(&writer->fill, STR("- "));
    for (size_t i = 0; i < table->column_count; i++)
        add_cell(writer, &table->columns[i], &row->cells[i].blocks);
    fill_back(&writer->fill, indent);
}

static void add_caption(struct writer *writer, const struct inline_text *caption)
{
    struct passage passage = writer_passage(writer);
    if (!caption->first)
        return;
    passage_add_text(&passage, writer_numbered(writer, TERM_TABLE, ++writer->tables));
    passage_add_text(&passage, STR(" "));
    passage_add_inline(&passage, caption);
    writer_add(writer, &passage);
    fill_gap(&writer->fill, 1);
}

void plain_add_table(struct writer *writer, const struct table *table)
{
    add_caption(writer, &table->caption);
    for (size_t i = 0; i < table->row_count; i++)
        add_row(writer, table, &table->rows[i]);
    fill_gap(&writer->fill, table->notes.first ? 1 : 0);
    writer_add_inline(writer, &table->notes);
}
