#include "layout/margin.h"

#include <assert.h>

bool margin_is_beside(const struct layout *layout, length indent, length measure)
{
    return layout->margin > 0 && layout->cells == 0 && indent == 0 &&
           measure == layout->region.measure && measure < layout->frame.width;
}

// From the top of row `from` to the top of row `to`.
static int64_t distance(const struct layout *layout, size_t from, size_t to)
{
    int64_t height = 0;
    for (size_t i = from; i < to; i++)
        height += layout->rows.items[i].height + layout->rows.items[i + 1].gap;
    return height;
}

static length up_to_grid(const struct layout *layout, int64_t value)
{
    length grid = layout->theme->page.grid;
    return length_clamp((value + grid - 1) / grid * grid);
}

// The rows beside a cell stay together, in the spaces that they have now.
static void keep_rows_beside(struct layout *layout)
{
    int64_t covered = 0;
    struct rows *rows = &layout->rows;
    for (size_t i = layout->beside.row; i + 1 < rows->count; i++) {
        covered += rows->items[i].height;
        if (covered + layout->theme->page.grid >= layout->beside.height)
            return;
        covered += rows->items[i + 1].gap;
        rows->items[i + 1].flex = NULL;
        if (rows->items[i].group == KEEP_NOTHING)
            rows->items[i].group = KEEP_GROUP;
    }
}

// Moves the row added last down, so that it clears what stands in the margin above it.
static void clear_above(struct layout *layout)
{
    size_t last = layout->rows.count - 1;
    if (!layout->beside.open)
        return;
    int64_t lacking = layout->beside.height - distance(layout, layout->beside.row, last);
    keep_rows_beside(layout);
    if (lacking > 0 && last > layout->beside.row) {
        layout->rows.items[last].gap += up_to_grid(layout, lacking);
        layout->rows.items[last].flex = NULL;
    }
}

static struct part *part_first(struct layout *layout, struct parts *parts)
{
    struct parts alone = {0};
    struct part *part = part_add(layout, &alone, PART_MARGIN);
    part->next = parts->first;
    parts->first = part;
    if (!parts->last)
        parts->last = part;
    return part;
}

// The first baseline below the cell's top.
static length first_baseline(const struct cell *cell)
{
    length y = 0;
    for (size_t i = 0; i < cell->count; i++) {
        y += i > 0 ? cell->rows[i].gap : 0;
        if (cell->rows[i].line)
            return y + cell->rows[i].base;
        y += cell->rows[i].height;
    }
    return 0;
}

// The first lines stand on one baseline; beside what has none, both begin at the top.
static void stand_beside(struct layout *layout, struct cell cell, bool read_before)
{
    size_t last = layout->rows.count - 1;
    struct row *row = &layout->rows.items[last];
    bool below = layout->beside.open && layout->beside.row == last;
    length y = row->base > 0 ? row->base - first_baseline(&cell) : 0;
    y = below ? layout->beside.height : y;
    struct part *part =
        read_before ? part_first(layout, &row->parts) : part_add(layout, &row->parts, PART_MARGIN);
    part->after_line = !read_before;
    part->y = y;
    part->as.cell = cell;
    layout->beside.row = last;
    layout->beside.height =
        up_to_grid(layout, (int64_t)y + cell_height(&cell)) + layout->theme->page.grid;
    layout->beside.open = true;
}

void margin_wait(struct layout *layout, struct cell cell)
{
    struct cell *waiting = &layout->beside.waiting;
    if (cell.count == 0)
        return; // it could not be set
    struct row *rows = ARENA_ARRAY(layout->arena, struct row, waiting->count + cell.count);
    for (size_t i = 0; i < waiting->count; i++)
        rows[i] = waiting->rows[i];
    for (size_t i = 0; i < cell.count; i++)
        rows[waiting->count + i] = cell.rows[i];
    if (waiting->count > 0)
        rows[waiting->count].gap = layout->theme->page.grid;
    *waiting = (struct cell){rows, waiting->count + cell.count, layout->margin};
}

void margin_add(struct layout *layout, struct cell cell)
{
    assert(layout->rows.count > layout->region.start);
    if (cell.count == 0)
        return;
    if (layout->beside.row != layout->rows.count - 1)
        clear_above(layout);
    stand_beside(layout, cell, false);
}

void margin_attach(struct layout *layout)
{
    struct cell waiting = layout->beside.waiting;
    const struct row *row = &layout->rows.items[layout->rows.count - 1];
    if (waiting.count == 0 || layout->cells > 0 || (!row->line && !row->parts.first))
        return;
    layout->beside.waiting = (struct cell){0};
    clear_above(layout);
    stand_beside(layout, waiting, true);
}

void margin_close(struct layout *layout)
{
    struct cell waiting = layout->beside.waiting;
    size_t count = layout->rows.count;
    if (layout->cells > 0)
        return;
    if (layout->beside.open) {
        layout->beside.open = false;
        keep_rows_beside(layout);
        struct row *last = &layout->rows.items[count - 1];
        int64_t lacking = layout->beside.height - layout->theme->page.grid -
                          distance(layout, layout->beside.row, count - 1) - last->height;
        if (lacking > 0)
            last->height += up_to_grid(layout, lacking);
    }
    if (waiting.count > 0) {
        layout->beside.waiting = (struct cell){0};
        rows_add_cell(layout, &waiting);
        layout->rows.items[layout->rows.count - 1].keep_next = true;
    }
}
