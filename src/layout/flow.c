#include "layout/flow.h"

#include "layout/frame.h"
#include "layout/margin.h"

#include "model/language.h"
#include "model/terms.h"

#include <assert.h>

// rows

struct row *row_add(struct layout *layout, struct row row)
{
    row.panel = layout->panel;
    row.running = layout->running;
    row.column_break = layout->column_break;
    row.mirrored =
        language_is_right_to_left(layout->terms->language) != layout->brochure->right_to_left;
    row.to_grid = layout->to_grid;
    if (row.column_break)
        margin_close(layout);
    layout->column_break = layout->to_grid = false;
    struct row *added = VEC_PUSH(layout->arena, &layout->rows);
    *added = row;
    margin_attach(layout);
    return &layout->rows.items[layout->rows.count - 1];
}

length row_gap(const struct row *row, length used, length grid)
{
    length beyond = row->to_grid ? (used + row->gap) % grid : 0;
    return beyond > 0 ? row->gap + grid - beyond : row->gap;
}

struct row *row_add_space(struct layout *layout, length height)
{
    return row_add(layout, (struct row){.height = height, .destination = NO_DESTINATION});
}

length block_gap(const struct layout *layout, length before)
{
    if (layout->rows.count == 0)
        return 0;
    return layout->after_heading ? layout->space_below : length_larger(before, layout->space_below);
}

length panel_gap(const struct layout *layout, length before)
{
    if (layout->rows.count == 0)
        return 0;
    return length_larger(block_gap(layout, before), layout->theme->page.grid);
}

void block_ends(struct layout *layout, length after)
{
    layout->space_below = after;
    layout->after_heading = false;
}

void block_leads(struct layout *layout, length after)
{
    layout->space_below = after;
    layout->after_heading = true;
}

struct part *part_add(struct layout *layout, struct parts *parts, enum part_kind kind)
{
    struct part *part = ARENA_NEW(layout->arena, struct part);
    part->kind = kind;
    if (kind == PART_SHAPE)
        part->as.shape.tag = TAG_NONE;
    if (parts->last)
        parts->last->next = part;
    else
        parts->first = part;
    parts->last = part;
    return part;
}

// cells

struct cell_around cell_begin(struct layout *layout)
{
    struct cell_around around = {layout->rows,         layout->column_break, layout->to_grid,
                                 layout->panel,        layout->space_below,  layout->after_heading,
                                 layout->paragraph_end};
    layout->cells++;
    layout->rows = (struct rows){0};
    layout->column_break = layout->to_grid = false;
    layout->panel = NULL;
    layout->space_below = 0;
    layout->after_heading = false;
    layout->paragraph_end = 0;
    return around;
}

struct cell cell_end(struct layout *layout, struct cell_around around, length measure)
{
    struct cell cell = {layout->rows.items, layout->rows.count, measure};
    assert(layout->cells > 0);
    layout->cells--;
    layout->rows = around.rows;
    layout->column_break = around.column_break;
    layout->to_grid = around.to_grid;
    layout->panel = around.panel;
    layout->space_below = around.space_below;
    layout->after_heading = around.after_heading;
    layout->paragraph_end = around.paragraph_end;
    return cell;
}

length cell_height(const struct cell *cell)
{
    length height = 0;
    for (size_t i = 0; i < cell->count; i++)
        height += cell->rows[i].height + (i > 0 ? cell->rows[i].gap : 0);
    return height;
}

void rows_add_cell(struct layout *layout, const struct cell *cell)
{
    for (size_t i = 0; i < cell->count; i++) {
        struct row *row = VEC_PUSH(layout->arena, &layout->rows);
        *row = cell->rows[i];
        row->column_break = row->column_break || layout->column_break;
        row->to_grid = row->to_grid || layout->to_grid;
        layout->column_break = layout->to_grid = false;
    }
}

void trial_begin(struct layout *layout, struct trial *trial)
{
    trial->said = layout->diags;
    trial->failed = layout->failed;
    trial->trying = layout->trying;
    diags_init(&trial->unsaid, layout->arena, layout->diags->sources);
    layout->diags = &trial->unsaid;
    layout->trying = true;
}

bool trial_end(struct layout *layout, struct trial *trial)
{
    layout->diags = trial->said;
    layout->failed = trial->failed;
    layout->trying = trial->trying;
    return trial->unsaid.error_count == 0;
}

uint32_t references_destination(const struct layout *layout)
{
    return layout->first_reference + (uint32_t)layout->brochure->reference_count;
}

// floats

static length whole_height(const struct layout *layout, const struct cell *cell)
{
    length grid = layout->theme->page.grid, beyond = cell_height(cell) % grid;
    return cell_height(cell) + (beyond > 0 ? grid - beyond : 0);
}

void float_add(struct layout *layout, struct floating floating)
{
    assert(layout->rows.count > layout->region.start && layout->chapters.count > 0);
    size_t anchor = layout->rows.count - 1;
    struct part *part = part_add(layout, &layout->rows.items[anchor].parts, PART_FLOAT);
    part->after_line = true;
    part->as.floating = layout->floats.count;
    floating.height = whole_height(layout, &floating.cell);
    floating.anchor = anchor;
    floating.chapter = layout->chapters.count - 1;
    floating.page = UINT32_MAX;
    *VEC_PUSH(layout->arena, &layout->floats) = floating;
}

// regions

static void add_region(struct layout *layout, struct region region)
{
    if (region.start >= region.end)
        return;
    region.gap = length_larger(region.gap, layout->rows.items[region.start].gap);
    region.keep_next = region.keep_next || layout->rows.items[region.end - 1].keep_next;
    region.before = layout->before;
    layout->before = BREAK_NONE;
    *VEC_PUSH(layout->arena, &layout->regions) = region;
}

void region_add(struct layout *layout, struct region region)
{
    region.end = layout->rows.count;
    add_region(layout, region);
}

void region_cut(struct layout *layout)
{
    margin_close(layout);
    region_add(layout, layout->region);
    layout->region.start = layout->rows.count;
}

// The rows that stay with what follows, a heading, stand right above it in a region of their own.
static void cut_kept(struct layout *layout)
{
    size_t kept = layout->rows.count;
    while (kept > layout->region.start && layout->rows.items[kept - 1].keep_next)
        kept--;
    struct region before = layout->region;
    before.end = kept;
    add_region(layout, before);
    layout->region.start = kept;
    region_cut(layout);
}

struct region region_span(struct layout *layout)
{
    struct region around = layout->region;
    margin_close(layout);
    cut_kept(layout);
    layout->region.columns = 1;
    layout->region.measure = layout->frame.width;
    return around;
}

void region_back(struct layout *layout, struct region around)
{
    region_cut(layout);
    around.start = layout->region.start;
    layout->region = around;
}

// Whether the theme sets in one column what the brochure has broken into several.
static bool sets_fewer_columns(const struct layout *layout)
{
    return frame_columns(layout) == 1 && layout->brochure->page.columns > 1;
}

void region_break(struct layout *layout, enum break_before before)
{
    switch (before) {
    case BREAK_NONE: break;
    case BREAK_COLUMN: layout->column_break = !sets_fewer_columns(layout); break;
    case BREAK_PAGE:
    case BREAK_RIGHT:
        region_cut(layout);
        if (layout->before != BREAK_RIGHT)
            layout->before = before;
        break;
    }
}
