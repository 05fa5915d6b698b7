#include "layout/tables.h"

#include "layout/block_rows.h"
#include "layout/margin.h"
#include "layout/table_needs.h"
#include "layout/table_points.h"
#include "layout/table_records.h"
#include "model/inline_writer.h"
#include "model/language.h"
#include "model/terms.h"

struct table_maker {
    struct layout *layout;
    const struct table *table;
    const struct look_table *look;
    struct row_place place; // of the table
    length *starts;         // of the columns, from the table's start edge
    length *widths;
    struct column_need *needs;
    length width;       // of the table
    struct rows buffer; // for the rows of one cell after the other
    const struct row *head;
};

// widths

// What the columns have together; less than nothing when there are more gaps than room.
static length room_of(const struct table_maker *maker)
{
    int64_t gaps = (int64_t)(maker->table->column_count - 1) * maker->look->gutter;
    int64_t room = (int64_t)maker->place.measure - maker->place.indent - gaps;
    return room > 0 ? (length)room : -1;
}

static struct str in_points(struct table_maker *maker, int64_t value)
{
    struct str_builder text = str_builder_in(maker->layout->arena);
    length_format(&text, value, 1);
    return str_built(&text);
}

static void say_too_wide(struct table_maker *maker, size_t column, length needed)
{
    const struct table_column *where = &maker->table->columns[column];
    struct str head = inline_plain(maker->layout->arena, where->head.first);
    diag_add(maker->layout->diags, DIAG_OVERSET, where->span,
             "the longest word of column %zu%s%.*s%s is %.*s pt wide, and does not fit", column + 1,
             head.len > 0 ? ", `" : "", STR_ARGS(head), head.len > 0 ? "`," : "",
             STR_ARGS(in_points(maker, needed)));
    diag_hint(maker->layout->diags, "give it more room: a wider or no `width:`, fewer columns, "
                                    "`span: all`; or put a soft hyphen (U+00AD) into the word");
    maker->layout->failed = true;
}

static length asked_by(const struct column_need *need, length room)
{
    if (need->width.fixed > 0)
        return need->width.fixed;
    length share = (length)((int64_t)room * need->width.thousandths / 1000);
    return share > 0 ? share : need->least;
}

// The widest column is named: it is where most room can be won.
static void say_all_too_wide(struct table_maker *maker, const struct column_need *needs,
                             length room)
{
    size_t widest = 0;
    int64_t sum = 0;
    for (size_t i = 0; i < maker->table->column_count; i++) {
        sum += asked_by(&needs[i], room);
        if (asked_by(&needs[i], room) > asked_by(&needs[widest], room))
            widest = i;
    }
    diag_add(maker->layout->diags, DIAG_OVERSET, maker->table->columns[widest].span,
             "the columns need %.*s pt at least and have %.*s; this is the widest",
             STR_ARGS(in_points(maker, sum)), STR_ARGS(in_points(maker, room > 0 ? room : 0)));
    diag_hint(maker->layout->diags, "make it narrower, take columns away, or give the table more "
                                    "room: `span: all`, a larger page");
    maker->layout->failed = true;
}

static bool words_fit(struct table_maker *maker, const struct column_need *needs)
{
    bool fit = true;
    for (size_t i = 0; i < maker->table->column_count; i++) {
        if (needs[i].least <= maker->widths[i])
            continue;
        say_too_wide(maker, i, needs[i].least);
        fit = false;
    }
    return fit;
}

static bool find_widths(struct table_maker *maker)
{
    struct arena *arena = maker->layout->arena;
    size_t count = maker->table->column_count;
    struct column_need *needs = ARENA_ARRAY(arena, struct column_need, count);
    maker->needs = needs;
    length room = room_of(maker);
    maker->starts = ARENA_ARRAY(arena, length, count);
    maker->widths = ARENA_ARRAY(arena, length, count);
    table_needs(maker->layout, maker->table, room, needs);
    if (room < 0 || !table_widths(needs, count, room, maker->widths)) {
        say_all_too_wide(maker, needs, room);
        return false;
    }
    length at = maker->place.indent;
    for (size_t i = 0; i < count; i++) {
        maker->starts[i] = at;
        at += maker->widths[i] + maker->look->gutter;
    }
    maker->width = at - maker->look->gutter - maker->place.indent;
    return words_fit(maker, needs);
}

// cells

static enum text_align align_of(const struct layout *layout, enum cell_align align)
{
    bool right_to_left = language_is_right_to_left(layout->terms->language);
    switch (align) {
    case CELL_START: break;
    case CELL_LEFT: return right_to_left ? TEXT_ALIGN_END : TEXT_ALIGN_START;
    case CELL_CENTER: return TEXT_ALIGN_CENTER;
    case CELL_RIGHT: return right_to_left ? TEXT_ALIGN_START : TEXT_ALIGN_END;
    case CELL_DECIMAL: return TEXT_ALIGN_END;
    }
    return TEXT_ALIGN_START;
}

static struct row_place place_in(const struct table_maker *maker, size_t column, enum role_id role,
                                 tag_id parent)
{
    return (struct row_place){
        .role = role,
        .measure = maker->widths[column],
        .parent = parent,
        .destination = NO_DESTINATION,
        .align = align_of(maker->layout, maker->table->columns[column].align),
    };
}

// The rows of a cell are made in a buffer that all cells share, and kept in as much room as they
// need: a table has many cells of one line.
static struct cell_around begin_cell(struct table_maker *maker)
{
    struct cell_around around = cell_begin(maker->layout);
    maker->layout->rows = maker->buffer;
    maker->layout->rows.count = 0;
    return around;
}

static void end_cell(struct table_maker *maker, struct cell_around around, size_t column,
                     struct row *row)
{
    struct layout *layout = maker->layout;
    maker->buffer = layout->rows;
    struct cell cell = cell_end(layout, around, maker->widths[column]);
    if (cell.count > 0)
        cell.rows = arena_copy(layout->arena, cell.rows, cell.count * sizeof *cell.rows);
    struct part *part = part_add(layout, &row->parts, PART_CELL);
    part->x = maker->starts[column];
    part->y = maker->look->pad;
    part->as.cell = cell;
    length height = cell_height(&cell) + 2 * maker->look->pad;
    row->height = height > row->height ? height : row->height;
}

static void add_head_cell(struct table_maker *maker, size_t column, tag_id parent, struct row *row)
{
    const struct table_column *from = &maker->table->columns[column];
    struct row_place place = place_in(maker, column, ROLE_TABLE_HEAD, parent);
    struct cell_around around = begin_cell(maker);
    rows_add_inline(maker->layout, &from->head, TAG_TH, &place);
    end_cell(maker, around, column, row);
}

// Figures that are aligned on their points begin where that brings them there. The widest of what
// is behind the points ends where the column does.
static void place_on_point(const struct table_maker *maker, size_t column,
                           const struct inline_text *text, struct row_place *place)
{
    const struct column_need *need = &maker->needs[column];
    struct table_point point;
    if (maker->table->columns[column].align != CELL_DECIMAL ||
        !table_point_find(maker->layout, text, place->role, &point))
        return;
    length room = maker->widths[column] - need->before;
    length behind = need->behind < room ? need->behind : room;
    length width = point.before + behind + point.hanging;
    place->align = TEXT_ALIGN_START;
    place->indent = maker->widths[column] - behind - point.before;
    place->measure = place->indent + (width < point.natural ? width : point.natural);
}

// A text alone is the cell's own content; several blocks are elements within the cell.
static void add_cell(struct table_maker *maker, size_t column, const struct table_cell *from,
                     tag_id parent, struct row *row)
{
    bool heads = maker->table->header_column && column == 0;
    enum tag_kind kind = heads ? TAG_TH : TAG_TD;
    struct row_place place = place_in(maker, column, table_cell_role(maker->table, column), parent);
    struct cell_around around = begin_cell(maker);
    if (table_is_one_text(&from->blocks)) {
        const struct inline_text *text = &from->blocks.items[0].as.text;
        place_on_point(maker, column, text, &place);
        rows_add_inline(maker->layout, text, kind, &place);
    } else {
        place.parent = tag_add(&maker->layout->pages->tags, parent, kind, from->span);
        block_rows_add(maker->layout, &from->blocks, &place);
    }
    end_cell(maker, around, column, row);
}

// rows

// An empty row is as high as one with a line.
static struct row new_row(const struct table_maker *maker, struct span span, enum role_id role)
{
    return (struct row){
        .span = span,
        .height = maker->layout->theme->roles[role].leading + 2 * maker->look->pad,
        .destination = NO_DESTINATION,
    };
}

static void add_rule(struct table_maker *maker, const struct look_rule *rule, bool below,
                     struct row *row)
{
    struct point at = {maker->place.indent, below ? row->height - rule->width : 0};
    rows_rule(maker->layout, rule, at, maker->width, &row->parts);
}

static void add_head(struct table_maker *maker, tag_id table)
{
    struct layout *layout = maker->layout;
    struct tag_tree *tags = &layout->pages->tags;
    const struct span span = maker->table->columns[0].span;
    tag_id group = tag_add(tags, table, TAG_THEAD, span);
    tag_id line = tag_add(tags, group, TAG_TR, span);
    struct row row = new_row(maker, span, ROLE_TABLE_HEAD);
    const struct part *beside = maker->place.parts.last; // a list's bullet, which is not repeated
    row.parts = maker->place.parts;
    row.destination = maker->place.destination;
    row.base = maker->look->pad + layout->theme->roles[ROLE_TABLE_HEAD].base;
    for (size_t i = 0; i < maker->table->column_count; i++)
        add_head_cell(maker, i, line, &row);
    add_rule(maker, &maker->look->over, false, &row);
    add_rule(maker, &maker->look->under, true, &row);
    row.keep_next = true;
    struct row *head = arena_copy(layout->arena, row_add(layout, row), sizeof row);
    if (beside)
        head->parts.first = beside->next;
    head->destination = NO_DESTINATION;
    maker->head = head;
}

// No row stands alone at a column's foot or head.
static void add_row(struct table_maker *maker, size_t index, tag_id parent)
{
    struct layout *layout = maker->layout;
    const struct table_row *from = &maker->table->rows[index];
    size_t count = maker->table->row_count;
    struct row row = new_row(maker, from->span, ROLE_TABLE_CELL);
    tag_id line = tag_add(&layout->pages->tags, parent, TAG_TR, from->span);
    for (size_t i = 0; i < maker->table->column_count; i++)
        add_cell(maker, i, &from->cells[i], line, &row);
    bool ends = index + 1 == count && maker->look->end.color;
    add_rule(maker, ends ? &maker->look->end : &maker->look->rule, true, &row);
    row.head = maker->head;
    if (index + 1 < count && (index == 0 || index + 2 == count))
        row.group = KEEP_EDGE;
    row_add(layout, row);
}

static void set_caption(struct table_maker *maker, tag_id table, struct row_place place)
{
    struct layout *layout = maker->layout;
    const struct inline_text *caption = &maker->table->caption;
    struct runs runs = {0};
    tag_id tag = tag_add(&layout->pages->tags, table, TAG_CAPTION, caption->span);
    table_add_caption_runs(layout, caption, tag, &runs);
    place.role = ROLE_TABLE_CAPTION;
    rows_add_runs(layout, &runs, &place);
}

static void add_caption(struct table_maker *maker, tag_id table)
{
    struct layout *layout = maker->layout;
    size_t first = layout->rows.count;
    struct row_place place = maker->place;
    if (!maker->table->caption.first)
        return;
    if (maker->look->caption == CAPTION_IN_MARGIN &&
        margin_is_beside(layout, place.indent, place.measure)) {
        struct cell_around around = cell_begin(layout);
        place.measure = layout->margin;
        set_caption(maker, table, place);
        margin_wait(layout, cell_end(layout, around, layout->margin));
        return;
    }
    set_caption(maker, table, place);
    rows_keep(layout, first, true);
    maker->place.parts = (struct parts){0};
    maker->place.destination = NO_DESTINATION;
    if (layout->rows.count > first)
        layout->rows.items[layout->rows.count - 1].height += maker->look->caption_gap;
}

static void add_notes(struct table_maker *maker)
{
    struct layout *layout = maker->layout;
    size_t first = layout->rows.count;
    struct row_place place = maker->place;
    place.parts = (struct parts){0};
    place.destination = NO_DESTINATION;
    if (!maker->table->notes.first)
        return;
    layout->rows.items[first - 1].keep_next = true;
    layout->space_below = 0;
    layout->after_heading = false;
    place.role = ROLE_TABLE_NOTE;
    place.keep_whole = true;
    rows_add_inline(layout, &maker->table->notes, TAG_P, &place);
}

static void add_table(struct table_maker *maker, const struct block *block)
{
    struct layout *layout = maker->layout;
    struct tag_tree *tags = &layout->pages->tags;
    size_t first = layout->rows.count;
    length gap = panel_gap(layout, maker->look->space.before);
    if (!find_widths(maker))
        return;
    tag_id table = tag_add(tags, maker->place.parent, TAG_TABLE, block->span);
    add_caption(maker, table);
    add_head(maker, table);
    tag_id group = tag_add(tags, table, TAG_TBODY, maker->table->rows[0].span);
    for (size_t i = 0; i < maker->table->row_count; i++)
        add_row(maker, i, group);
    add_notes(maker);
    rows_own_rhythm(layout, first); // of cells with a pad above and below
    rows_to_grid(layout, first);
    layout->rows.items[first].gap = gap;
    block_ends(layout, maker->look->space.after);
}

// Whether the columns find their widths; says nothing.
static bool columns_fit(struct table_maker *maker)
{
    struct trial trial;
    trial_begin(maker->layout, &trial);
    (void)find_widths(maker);
    return trial_end(maker->layout, &trial);
}

void tables_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    struct table_maker maker = {
        .layout = layout,
        .table = &block->as.table,
        .look = &layout->theme->blocks.table,
        .place = *place,
    };
    uint32_t most = maker.look->records;
    if (most > 0 && (maker.table->column_count > most || !columns_fit(&maker)))
        table_records_add(layout, block, place);
    else
        add_table(&maker, block);
}
