#include "speech/tables.h"

#include "base/vec.h"

struct table {
    struct walk *walk;
    uint32_t page;
    VEC(pdf_value) rows;
    VEC(struct str) heads; // of the columns
};

static void find_rows(struct table *table, pdf_value element)
{
    struct walk_kids kids = walk_kids(table->walk, element);
    for (size_t i = 0; i < kids.count; i++) {
        struct str type = walk_type(table->walk, kids.items[i]);
        if (str_equal(type, STR("TR")))
            *VEC_PUSH(table->walk->arena, &table->rows) = kids.items[i];
        else if (str_equal(type, STR("Caption")))
            walk_element(table->walk, kids.items[i], table->page);
        else if (type.len > 0)
            find_rows(table, kids.items[i]);
    }
}

// /Scope of the attributes, of which there is one dictionary or a list.
static struct str scope_of(struct walk *walk, pdf_value cell)
{
    pdf_value attributes = reader_member(walk->reader, cell, "/A");
    size_t count = reader_item_count(walk->reader, attributes);
    for (size_t i = 0; i < count; i++) {
        pdf_value scope =
            reader_member(walk->reader, reader_item(walk->reader, attributes, i), "/Scope");
        if (scope)
            return reader_name(walk->reader, scope);
    }
    return reader_name(walk->reader, reader_member(walk->reader, attributes, "/Scope"));
}

static void say_cell(struct table *table, size_t row, size_t column, struct str heads,
                     struct str text)
{
    struct walk *walk = table->walk;
    walk_say(walk, str_format(walk->arena, "Row %zu, column %zu%s%.*s: %.*s", row + 1, column + 1,
                              heads.len > 0 ? ", " : "", STR_ARGS(heads),
                              STR_ARGS(text.len > 0 ? text : STR("blank"))));
}

static struct str heads_of(struct table *table, struct str row_head, size_t column)
{
    struct str column_head =
        column < table->heads.count ? table->heads.items[column] : (struct str){0};
    bool both = row_head.len > 0 && column_head.len > 0;
    return str_format(table->walk->arena, "%.*s%s%.*s", STR_ARGS(row_head), both ? ", " : "",
                      STR_ARGS(column_head));
}

static void say_row(struct table *table, size_t row)
{
    struct walk *walk = table->walk;
    struct walk_kids cells = walk_kids(walk, table->rows.items[row]);
    struct str row_head = {0};
    for (size_t i = 0; i < cells.count; i++) {
        bool head = str_equal(walk_type(walk, cells.items[i]), STR("TH"));
        struct str scope = head ? scope_of(walk, cells.items[i]) : STR("");
        struct str text = walk_text(walk, cells.items[i], table->page);
        if (str_equal(scope, STR("Column"))) {
            *VEC_PUSH(walk->arena, &table->heads) = text;
            say_cell(table, row, i, STR("column head"), text);
        } else if (str_equal(scope, STR("Row"))) {
            row_head = text;
            say_cell(table, row, i, heads_of(table, STR("row head"), i), text);
        } else {
            say_cell(table, row, i, heads_of(table, row_head, i), text);
        }
    }
}

void tables_say(struct walk *walk, pdf_value element, uint32_t page)
{
    struct table table = {.walk = walk, .page = page};
    find_rows(&table, element);
    size_t columns = table.rows.count > 0 ? walk_kids(walk, table.rows.items[0]).count : 0;
    walk_say(walk, str_format(walk->arena, "Table with %zu columns and %zu rows", columns,
                              table.rows.count));
    walk->indent++;
    for (size_t i = 0; i < table.rows.count; i++)
        say_row(&table, i);
    walk->indent--;
    walk_say(walk, STR("End of table"));
}
