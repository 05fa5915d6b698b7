#include "layout/table_records.h"

#include "layout/block_rows.h"
#include "layout/table_needs.h"

// What is the same for all records of a table.
struct record_setting {
    const struct table *table;
    struct row_place place;
    tag_id list;
};

static void add_text(struct layout *layout, const struct runs *runs, struct row_place place,
                     enum role_id role)
{
    place.role = role;
    rows_add_runs(layout, runs, &place);
}

static void add_caption(struct layout *layout, struct record_setting *setting)
{
    const struct inline_text *caption = &setting->table->caption;
    struct runs runs = {0};
    size_t first = layout->rows.count;
    if (!caption->first)
        return;
    tag_id tag = tag_add(&layout->pages->tags, setting->list, TAG_CAPTION, caption->span);
    table_add_caption_runs(layout, caption, tag, &runs);
    add_text(layout, &runs, setting->place, ROLE_TABLE_CAPTION);
    rows_keep(layout, first, true);
    setting->place.parts = (struct parts){0};
    setting->place.destination = NO_DESTINATION;
}

// "Morning: 2", as a paragraph of the record.
static void add_cell(struct layout *layout, const struct record_setting *setting, size_t column,
                     const struct table_cell *cell, tag_id body)
{
    const struct inline_text *head = &setting->table->columns[column].head;
    struct row_place place = setting->place;
    struct runs runs = {0};
    place.parent = body;
    bool whole = table_is_one_text(&cell->blocks);
    if (cell->blocks.count == 0)
        return;
    tag_id tag =
        head->first || whole ? tag_add(&layout->pages->tags, body, TAG_P, cell->span) : TAG_NONE;
    if (head->first) {
        runs_add_inline(layout, &runs, head, ROLE_TABLE_HEAD, tag);
        runs_add_plain(layout, &runs, STR(": "), ROLE_TABLE_HEAD, tag);
    }
    if (whole)
        runs_add_inline(layout, &runs, &cell->blocks.items[0].as.text, ROLE_TABLE_CELL, tag);
    if (runs.text.count > 0)
        add_text(layout, &runs, place, ROLE_TABLE_CELL);
    block_leads(layout, 0);
    place.parts = (struct parts){0};
    place.destination = NO_DESTINATION;
    if (!whole)
        block_rows_add(layout, &cell->blocks, &place);
}

static void add_head(struct layout *layout, const struct row_place *place, length gap)
{
    const struct look_table *look = &layout->theme->blocks.table;
    struct row *row = row_add_space(layout, look->pad);
    row->gap = gap;
    rows_rule(layout, &look->rule, (struct point){place->indent, 0}, place->measure - place->indent,
              &row->parts);
    block_leads(layout, 0);
}

static void add_record(struct layout *layout, struct record_setting *setting, size_t index,
                       length gap)
{
    const struct table *table = setting->table;
    const struct table_row *row = &table->rows[index];
    struct tag_tree *tags = &layout->pages->tags;
    tag_id item = tag_add(tags, setting->list, TAG_LI, row->span);
    tag_id body = tag_add(tags, item, TAG_LBODY, row->span);
    size_t first = layout->rows.count;
    add_head(layout, &setting->place, gap);
    for (size_t i = 0; i < table->column_count; i++) {
        add_cell(layout, setting, i, &row->cells[i], body);
        setting->place.parts = (struct parts){0};
        setting->place.destination = NO_DESTINATION;
    }
    row_add_space(layout, layout->theme->blocks.table.pad);
    rows_keep(layout, first, false);
}

static void add_notes(struct layout *layout, const struct record_setting *setting, tag_id parent)
{
    struct row_place place = setting->place;
    place.parent = parent;
    place.role = ROLE_TABLE_NOTE;
    place.keep_whole = true;
    block_leads(layout, 0);
    if (setting->table->notes.first)
        rows_add_inline(layout, &setting->table->notes, TAG_P, &place);
}

void table_records_add(struct layout *layout, const struct block *block,
                       const struct row_place *place)
{
    const struct look_table *look = &layout->theme->blocks.table;
    struct record_setting setting = {.table = &block->as.table, .place = *place};
    size_t first = layout->rows.count;
    length gap = panel_gap(layout, look->space.before);
    setting.list = tag_add(&layout->pages->tags, place->parent, TAG_L, block->span);
    add_caption(layout, &setting);
    for (size_t i = 0; i < setting.table->row_count; i++)
        add_record(layout, &setting, i, i == 0 ? look->caption_gap : 0);
    add_notes(layout, &setting, place->parent);
    rows_own_rhythm(layout, first);
    rows_to_grid(layout, first);
    layout->rows.items[first].gap = gap;
    block_ends(layout, look->space.after);
}
