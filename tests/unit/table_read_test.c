// Tables as they are written → tables of the model, and what is said of those that are wrong.
#include "unit/model_fixture.h"

#define BODY "sections:\n- heading: H\n  body:\n"

static const struct table *only_table(struct arena *arena, const char *yaml)
{
    const struct brochure *brochure =
        decode_fine(arena, str_cstr(arena, str_format(arena, HEAD BODY "%s", yaml)));
    assert_int_equal(brochure->sections[0].body.count, 1);
    const struct block *block = &brochure->sections[0].body.items[0];
    assert_int_equal(block->kind, BLOCK_TABLE);
    return &block->as.table;
}

static struct str text_of(struct arena *arena, const struct table *table, size_t row, size_t column)
{
    const struct blocks *blocks = &table->rows[row].cells[column].blocks;
    return blocks->count > 0 ? marked(arena, &blocks->items[0].as.text) : STR("");
}

static void a_column_is_a_text_or_a_mapping(void **state)
{
    const struct table *table = only_table(
        *state, "  - table: {columns: [A *b*, {head: '', align: right, width: 20%},\n"
                "      {head: 2.0, width: 3cm, align: center}], rows: [['no', 1.0, x]]}\n");
    assert_int_equal(table->column_count, 3);
    assert_str(marked(*state, &table->columns[0].head), "A *b*");
    assert_int_equal(table->columns[0].align, CELL_START);
    assert_null(table->columns[1].head.first);
    assert_int_equal(table->columns[1].align, CELL_RIGHT);
    assert_int_equal(table->columns[1].width.thousandths, 200);
    assert_str(marked(*state, &table->columns[2].head), "2.0");
    assert_true(table->columns[2].width.fixed > LENGTH_PT(85));
    assert_str(text_of(*state, table, 0, 0), "no");
    assert_str(text_of(*state, table, 0, 1), "1.0");
    assert_false(table->header_column);
}

static void a_cell_is_a_text_or_blocks(void **state)
{
    const struct table *table = only_table(
        *state, "  - table:\n      header-column: true\n      columns: [A, B]\n      rows:\n"
                "      - ['- a', '']\n      - - 1. b\n        - - One\n          - |\n"
                "            - two\n");
    assert_true(table->header_column);
    assert_int_equal(table->row_count, 2);
    assert_str(text_of(*state, table, 0, 0), "- a");
    assert_int_equal(table->rows[0].cells[1].blocks.count, 0);
    assert_str(text_of(*state, table, 1, 0), "1. b");
    assert_int_equal(table->rows[1].cells[1].blocks.count, 2);
    assert_int_equal(table->rows[1].cells[1].blocks.items[1].kind, BLOCK_LIST);
}

static void markdown_makes_the_same(void **state)
{
    const struct table *table = only_table(
        *state, "  - |\n    | A | B | C | D |\n    |---|:--|:-:|--:|\n    | a *b* | | `|` | 1 |\n");
    static const enum cell_align aligns[] = {CELL_START, CELL_LEFT, CELL_CENTER, CELL_RIGHT};
    assert_int_equal(table->column_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(table->columns[i].align, aligns[i]);
    assert_int_equal(table->row_count, 1);
    assert_str(text_of(*state, table, 0, 0), "a *b*");
    assert_int_equal(table->rows[0].cells[1].blocks.count, 0);
    assert_str(text_of(*state, table, 0, 3), "1");
}

static void citations_are_numbered_as_they_are_read(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state, HEAD "references: {items: [{id: n, text: N}, {id: r, text: R}, {id: h, text: H},\n"
                     "  {id: c, text: C}]}\n" BODY
                     "  - table: {notes: '[@n]', rows: [['x [@r]']], columns: ['y [@h]'],\n"
                     "      caption: 'z [@c]'}\n");
    static const char *const ids[] = {"c", "h", "r", "n"};
    for (size_t i = 0; i < 4; i++)
        assert_str(brochure->references[i].id, ids[i]);
}

static void wrong_tables_are_said(void **state)
{
    assert_said(
        decode_text(*state, HEAD BODY
                    "  - table:\n      columns: [A, B]\n      rows:\n      - [a]\n"
                    "      - [a, b, c]\n      - [a, ~]\n"
                    "  - table: {columns: [{head: A, width: 60%}, {head: B, width: 41%}],\n"
                    "      rows: [[a, b]]}\n"
                    "  - |\n    | a | b |\n    |---|---|\n"
                    "  - table: {columns: [{head: A, align: top}], rows: [], caption: C}\n"),
        "10:9 B0415 this row has 1 cell, and the table 2 columns | write `\"\"` for a cell that is "
        "empty\n"
        "11:9 B0415 this row has 3 cells, and the table 2 columns | put text with commas into "
        "quotes, or give the table another column\n"
        "12:13 B0305 `rows` is empty | write its value, or leave the key out\n"
        "13:46 B0318 up to this column, the widths come to 101.0 % | give the columns at most "
        "100% together; one without a width takes what is left\n"
        "16:7 B0305 a table without rows | write its rows under the head\n"
        "18:40 B0306 `align` cannot be `top` | one of: left, center, right, "
        "decimal\n"
        "18:53 B0305 `rows` is an empty list | write its items, or leave the key out\n");
}

static void a_cell_stays_where_it_is(void **state)
{
    assert_said(
        decode_text(
            *state, HEAD BODY
            "  - table:\n      columns: [A]\n      rows:\n"
            "      - [[{break: page}, {text: a, span: all}, {text: b, break-before: page}]]\n"
            "      - - - table: {columns: [B], rows: [[c]]}\n"
            "          - |\n            |a|\n            |---|\n            |b|\n"),
        "10:11 B0318 a cell of a table cannot break or span pages and columns | leave out `break`, "
        "`break-before`, `span` and `place` here\n"
        "10:26 B0318 a cell of a table cannot break or span pages and columns | leave out `break`, "
        "`break-before`, `span` and `place` here\n"
        "10:48 B0318 a cell of a table cannot break or span pages and columns | leave out `break`, "
        "`break-before`, `span` and `place` here\n"
        "11:13 B0318 a table within a table | make two tables of it, or give this one more "
        "columns\n"
        "13:14 B0318 a table within a table | make two tables of it, or give this one more "
        "columns\n");
}

static void blocks_in_cells_have_ids_and_conditions(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD BODY "  - table:\n      columns: [A]\n      rows:\n"
                                      "      - [[{text: 'See [it](#it).'}, {text: b, id: it},\n"
                                      "          {text: c, when: {edition: print}}]]\n");
    assert_int_equal(brochure->sections[0].body.items[0].as.table.rows[0].cells[0].blocks.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_column_is_a_text_or_a_mapping),
        RULE(a_cell_is_a_text_or_blocks),
        RULE(markdown_makes_the_same),
        RULE(citations_are_numbered_as_they_are_read),
        RULE(wrong_tables_are_said),
        RULE(a_cell_stays_where_it_is),
        RULE(blocks_in_cells_have_ids_and_conditions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
