#include "layout/table_needs.h"

#include "layout/table_points.h"
#include "layout/words.h"

enum role_id table_cell_role(const struct table *table, size_t column)
{
    return table->header_column && column == 0 ? ROLE_TABLE_ROW_HEAD : ROLE_TABLE_CELL;
}

// Grows a need to hold a text that stands `indent` from the edge. The text is set aside: neither
// its tags nor its styles stay.
static void need_text(const struct layout *layout, const struct inline_text *text,
                      enum role_id role, length indent, struct column_need *need)
{
    struct arena_mark mark = arena_mark(layout->scratch);
    struct layout aside = *layout;
    struct runs runs = {0};
    aside.arena = layout->scratch;
    aside.pages = page_list_new(layout->scratch);
    runs_add_inline(&aside, &runs, text, role, 0);
    if (runs.text.count > 0) {
        struct run_widths widths = runs_widths(&aside, &runs, role);
        need->least = length_larger(need->least, indent + widths.least);
        need->natural = length_larger(need->natural, indent + widths.natural);
    }
    arena_rewind(layout->scratch, mark);
}

static void need_blocks(const struct layout *layout, const struct blocks *blocks, enum role_id role,
                        length indent, struct column_need *need);

static void need_list(const struct layout *layout, const struct list *list, enum role_id role,
                      length indent, struct column_need *need)
{
    const struct list_look *look = &layout->theme->list;
    length number = look->number_width + look->number_gap;
    indent += list->checklist ? layout->theme->blocks.checklist.hang
              : list->ordered ? number
                              : look->hang;
    for (size_t i = 0; i < list->count; i++)
        need_blocks(layout, &list->items[i].blocks, role, indent, need);
}

// As deep as the model's blocks are. What has a shape of its own takes the room that there is: its
// need is not known, so that nothing is said of its least width.
static void need_blocks(const struct layout *layout, const struct blocks *blocks, enum role_id role,
                        length indent, struct column_need *need)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_CODE)
            need_text(layout, &block->as.text, role, indent, need);
        else if (block->kind == BLOCK_LIST)
            need_list(layout, &block->as.list, role, indent, need);
        else if (block->kind == BLOCK_GROUP)
            need_blocks(layout, &block->as.blocks, role, indent, need);
        else
            need->natural = length_larger(need->natural, layout->frame.width);
    }
}

bool table_is_one_text(const struct blocks *blocks)
{
    return blocks->count == 1 && blocks->items[0].kind == BLOCK_PARAGRAPH;
}

void table_add_caption_runs(struct layout *layout, const struct inline_text *caption, tag_id tag,
                            struct runs *runs)
{
    struct str label = layout_numbered(layout, TERM_TABLE, ++layout->tables);
    if (label.len > 0)
        runs_add_part(layout, runs, str_format(layout->arena, "%.*s ", STR_ARGS(label)),
                      (struct part_roles){ROLE_TABLE_CAPTION, ROLE_TABLE_LABEL}, tag);
    runs_add_inline(layout, runs, caption, ROLE_TABLE_CAPTION, tag);
}

// Grows a need to hold the figures that stand on their points: the room before these is as wide as
// the widest of it needs, and so is the room behind.
static void need_points(const struct layout *layout, const struct table *table, size_t column,
                        struct column_need *need)
{
    enum role_id role = table_cell_role(table, column);
    length least_behind = 0;
    for (size_t i = 0; i < table->row_count; i++) {
        const struct blocks *blocks = &table->rows[i].cells[column].blocks;
        struct column_need alone = {0};
        struct table_point point;
        if (!table_is_one_text(blocks) ||
            !table_point_find(layout, &blocks->items[0].as.text, role, &point))
            continue;
        need_text(layout, &blocks->items[0].as.text, role, 0, &alone);
        length behind = point.natural - point.hanging - point.before;
        need->before = length_larger(need->before, point.before);
        need->behind = length_larger(need->behind, behind);
        least_behind = length_larger(least_behind, alone.least - point.before);
    }
    need->least = length_larger(need->least, need->before + least_behind);
    need->natural = length_larger(need->natural, need->before + need->behind);
}

void table_needs(struct layout *layout, const struct table *table, length room,
                 struct column_need *needs)
{
    for (size_t i = 0; i < table->column_count; i++) {
        struct column_need *need = &needs[i];
        *need = (struct column_need){.width = table->columns[i].width};
        if (table->columns[i].align == CELL_DECIMAL)
            need_points(layout, table, i, need);
        need_text(layout, &table->columns[i].head, ROLE_TABLE_HEAD, 0, need);
        for (size_t j = 0; j < table->row_count; j++)
            need_blocks(layout, &table->rows[j].cells[i].blocks, table_cell_role(table, i), 0,
                        need);
        // A text longer than the page counts as one of its width: the shares stay fair, and sums
        // of many columns small.
        need->natural = length_larger(need->least, need->natural < room ? need->natural : room);
    }
}
