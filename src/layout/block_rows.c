#include "layout/block_rows.h"

#include "layout/callouts.h"
#include "layout/entries.h"
#include "layout/facts.h"
#include "layout/figures.h"
#include "layout/forms.h"
#include "layout/lists.h"
#include "layout/margin.h"
#include "layout/qr_rows.h"
#include "layout/quotes.h"
#include "layout/steps.h"
#include "layout/tables.h"
#include "layout/words.h"
#include "model/inline_writer.h"

#include <assert.h>

// headings

static enum role_id heading_role(uint32_t level)
{
    assert(level >= 1 && level <= 6);
    return (enum role_id)(ROLE_HEADING_1 + level - 1);
}

// Whether a heading begins the first line of the paragraph at `next`: its role says so, and neither
// of the two asks for a place of its own.
static bool heading_runs_in(const struct layout *layout, const struct heading *heading,
                            const struct blocks *blocks, size_t next)
{
    if (layout->theme->roles[heading_role(heading->level)].run_in == 0 || next >= blocks->count)
        return false;
    const struct placement *placement = &blocks->items[next].placement;
    return blocks->items[next].kind == BLOCK_PARAGRAPH && placement->before == BREAK_NONE &&
           !placement->span_all && placement->language.len == 0;
}

// Has the next paragraph begin with a heading.
static void run_heading_in(struct layout *layout, const struct heading *heading,
                           uint32_t destination, struct row_place *place)
{
    const enum role_id role = heading_role(heading->level);
    struct run_in *run_in = ARENA_NEW(layout->arena, struct run_in);
    *run_in = (struct run_in){&heading->text, role, (enum tag_kind)(TAG_H1 + heading->level - 1),
                              layout->theme->roles[role].run_in, false};
    place->run_in = run_in;
    place->gap = layout->theme->roles[role].before;
    place->destination = destination;
}

// A side-head: its cell stands beside the next row, in the space that it asks for.
static void add_side_head(struct layout *layout, const struct heading *heading,
                          struct row_place place)
{
    const struct role *role = &layout->theme->roles[place.role];
    length above = block_gap(layout, role->before);
    bool after_heading = layout->after_heading;
    struct cell_around around = cell_begin(layout);
    place.measure = layout->margin;
    rows_add_inline(layout, &heading->text, (enum tag_kind)(TAG_H1 + heading->level - 1), &place);
    for (size_t i = 0; i < layout->rows.count; i++)
        layout->rows.items[i].to_text = true;
    margin_wait(layout, cell_end(layout, around, layout->margin));
    layout->space_below = above;
    layout->after_heading = after_heading;
    layout->paragraph_end = 0;
}

static void add_heading(struct layout *layout, const struct heading *heading,
                        const struct row_place *around, uint32_t destination)
{
    struct row_place place = *around;
    place.role = heading_role(heading->level);
    place.destination = destination;
    place.parts = (struct parts){0};
    place.keep_whole = true;
    if (layout->theme->roles[place.role].in_margin &&
        margin_is_beside(layout, place.indent, place.measure)) {
        add_side_head(layout, heading, place);
        return;
    }
    enum tag_kind kind = (enum tag_kind)(TAG_H1 + heading->level - 1);
    size_t first = layout->rows.count;
    rows_add_inline(layout, &heading->text, kind, &place);
    rows_keep(layout, first, true);
}

// A heading within a body: its name leads to it, and it stands in the outline. Returns its
// destination; its tag is the next that is added.
static uint32_t enter_body_heading(struct layout *layout, const struct heading *heading)
{
    const struct named_place *named = map_find(&layout->places, heading->id);
    assert(named);
    layout->pages->destinations[named->destination].tag = (tag_id)layout->pages->tags.count;
    outline_add(layout->pages,
                (struct outline_entry){heading->plain, heading->level, named->destination});
    return named->destination;
}

// blocks

static void add_pause(struct layout *layout, enum pause pause, const struct row_place *place)
{
    switch (pause) {
    case PAUSE_PAGE: region_break(layout, BREAK_PAGE); break;
    case PAUSE_COLUMN: region_break(layout, BREAK_COLUMN); break;
    case PAUSE_CUT: forms_add_cut(layout, place); break;
    }
}

static void add_block(struct layout *layout, const struct block *block,
                      const struct row_place *place)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_CODE: rows_add_inline(layout, &block->as.text, TAG_P, place); break;
    case BLOCK_LIST: lists_add(layout, block, place); break;
    case BLOCK_HEADING:
        add_heading(layout, &block->as.heading, place,
                    enter_body_heading(layout, &block->as.heading));
        break;
    case BLOCK_QUOTE: quotes_add(layout, block, place); break;
    case BLOCK_GROUP: block_rows_add(layout, &block->as.blocks, place); break;
    case BLOCK_CALLOUT: callouts_add(layout, block, place); break;
    case BLOCK_STEPS: steps_add(layout, block, place); break;
    case BLOCK_CONTACTS: entries_add_contacts(layout, block, place); break;
    case BLOCK_DEFINITIONS: entries_add_definitions(layout, block, place); break;
    case BLOCK_PULL_QUOTE: quotes_add_pull(layout, block, place); break;
    case BLOCK_FACTS: facts_add(layout, block, place); break;
    case BLOCK_WRITE_IN: forms_add(layout, block, place); break;
    case BLOCK_QR: qr_rows_add(layout, block, place); break;
    case BLOCK_FIGURE: figures_add(layout, block, place); break;
    case BLOCK_TABLE: tables_add(layout, block, place); break;
    case BLOCK_BREAK: add_pause(layout, block->as.pause, place); break;
    }
}

// A block's own name leads to its first row, and to its first tag, if it has one.
static void name_rows(struct layout *layout, const struct placement *placement, size_t first,
                      tag_id tag, tag_id parent)
{
    if (placement->id.len == 0 || first >= layout->rows.count)
        return;
    const struct named_place *named = map_find(&layout->places, placement->id);
    assert(named);
    struct row *row = &layout->rows.items[first];
    part_add(layout, &row->parts, PART_DESTINATION)->as.destination = named->destination;
    layout->pages->destinations[named->destination].tag =
        tag < layout->pages->tags.count ? tag : parent;
}

static void keep_placed(struct layout *layout, const struct placement *placement, size_t first)
{
    if (placement->inside == BREAK_INSIDE_AVOID && first < layout->rows.count)
        rows_keep(layout, first, layout->rows.items[layout->rows.count - 1].keep_next);
}

static void tag_language(struct tag_tree *tags, tag_id first, tag_id parent, struct str language)
{
    for (tag_id tag = first; language.len > 0 && tag < tags->count; tag++)
        if (tags->items[tag].parent == parent)
            tags->items[tag].language = language;
}

static void add_named_block(struct layout *layout, const struct block *block,
                            const struct row_place *place)
{
    const struct placement *placement = &block->placement;
    size_t first = layout->rows.count;
    tag_id tag = (tag_id)layout->pages->tags.count;
    const struct terms *terms = layout_enter(layout, placement->language);
    add_block(layout, block, place);
    layout->terms = terms;
    tag_language(&layout->pages->tags, tag, place->parent, placement->language);
    name_rows(layout, placement, first, tag, place->parent);
    keep_placed(layout, placement, first);
}

// Whether a block stands over the columns: it asks for it, or is a table of many.
static bool spans_columns(const struct layout *layout, const struct block *block,
                          const struct row_place *place)
{
    bool in_column = place->indent == 0 && place->measure == layout->region.measure;
    bool wide = block->kind == BLOCK_TABLE && in_column &&
                block->as.table.column_count > layout->theme->blocks.table.narrow;
    return (wide || block->placement.span_all) && layout->region.measure < layout->frame.width;
}

// Whether a block can be read after the row added last and stand elsewhere.
static bool can_move(const struct layout *layout, const struct block *block)
{
    return layout->chapters.count > 0 && block->placement.before == BREAK_NONE &&
           layout->rows.count > layout->region.start && !layout->column_break &&
           layout->beside.waiting.count == 0;
}

// Whether a block goes to the page's foot since it asks for that.
static bool goes_to_foot(const struct layout *layout, const struct block *block)
{
    return block->placement.place == PLACE_FOOT && block->kind != BLOCK_BREAK &&
           can_move(layout, block);
}

// Only what has a caption can be found again when it has moved unasked. What a heading or a lead-in
// announces stays below it.
static bool may_float(const struct layout *layout, const struct block *block)
{
    bool captioned = (block->kind == BLOCK_TABLE && block->as.table.caption.first) ||
                     (block->kind == BLOCK_FIGURE && block->as.figure.caption.first);
    return captioned && layout->theme->blocks.floating.most > 0 && can_move(layout, block) &&
           !layout->after_heading && !layout->rows.items[layout->rows.count - 1].keep_next;
}

// What may not float is set where it is read, over the frame.
static void add_cell_in_place(struct layout *layout, struct cell *cell,
                              const struct look_space *space)
{
    struct row *rows = arena_copy(layout->arena, cell->rows, cell->count * sizeof *cell->rows);
    rows[0].gap = panel_gap(layout, space->before);
    cell->rows = rows;
    struct region back = region_span(layout);
    rows_add_cell(layout, cell);
    block_ends(layout, space->after);
    layout->to_grid = true;
    region_back(layout, back);
}

// Sets a block aside, `width` wide. It asks for as much space above it as below. One that is too
// tall is set where it is read.
static void add_floating_block(struct layout *layout, const struct block *block,
                               const struct row_place *place, length width)
{
    struct row_place inner = *place;
    struct region region = layout->region;
    bool at_foot = block->placement.place == PLACE_FOOT;
    struct cell_around around = cell_begin(layout);
    layout->region.measure = inner.measure = width;
    add_named_block(layout, block, &inner);
    layout->region.measure = region.measure;
    length space = length_larger(layout->space_below, layout->theme->page.grid);
    struct floating floating = {
        .space = {.before = space, .after = space},
        .at_foot = at_foot,
        .cell = cell_end(layout, around, width),
    };
    if (floating.cell.count == 0)
        return; // it could not be set
    uint32_t most = at_foot ? 100 : layout->theme->blocks.floating.most;
    if (cell_height(&floating.cell) <= length_scale(layout->frame.height, most, 100))
        float_add(layout, floating);
    else
        add_cell_in_place(layout, &floating.cell, &floating.space);
}

// Whether a block stands in the margin column since it asks for that, and there is one.
static bool goes_to_margin(const struct layout *layout, const struct block *block,
                           const struct row_place *place)
{
    return block->placement.place == PLACE_MARGIN && block->kind != BLOCK_BREAK &&
           margin_is_beside(layout, place->indent, place->measure);
}

// A block for the margin is set in the type of captions, and stands beside what follows it.
static void add_margin_block(struct layout *layout, const struct block *block,
                             const struct row_place *place)
{
    struct row_place inner = *place;
    inner.role = ROLE_CAPTION;
    inner.measure = layout->margin;
    struct cell_around around = cell_begin(layout);
    add_named_block(layout, block, &inner);
    margin_wait(layout, cell_end(layout, around, layout->margin));
}

// A block with what its shared keys ask for.
static void add_placed_block(struct layout *layout, const struct block *block,
                             const struct row_place *place)
{
    struct row_place inner = *place;
    bool spans = spans_columns(layout, block, place);
    region_break(layout, block->placement.before);
    if (goes_to_margin(layout, block, place)) {
        add_margin_block(layout, block, place);
        return;
    }
    bool in_column = place->indent == 0 && place->measure == layout->region.measure;
    if (in_column && goes_to_foot(layout, block)) {
        bool one = layout->region.columns == 1 && !spans;
        add_floating_block(layout, block, place, one ? place->measure : layout->frame.width);
        return;
    }
    if (spans && may_float(layout, block)) {
        add_floating_block(layout, block, place, layout->frame.width);
        return;
    }
    struct region around = {0};
    if (spans) {
        around = region_span(layout);
        inner.measure = layout->region.measure;
    }
    add_named_block(layout, block, &inner);
    if (spans)
        region_back(layout, around);
}

// A paragraph that announces what follows it; a table or figure over the columns is not announced
// by any paragraph, but by one that ends in a colon.
static bool leads_in(const struct layout *layout, const struct blocks *blocks, size_t index,
                     const struct row_place *place)
{
    if (blocks->items[index].kind != BLOCK_PARAGRAPH || index + 1 == blocks->count)
        return false;
    const struct block *next = &blocks->items[index + 1];
    if (spans_columns(layout, next, place))
        return str_ends_with(inline_plain(layout->arena, blocks->items[index].as.text.first),
                             STR(":"));
    return next->kind == BLOCK_LIST || next->kind == BLOCK_STEPS || next->kind == BLOCK_TABLE;
}

void block_rows_add(struct layout *layout, const struct blocks *blocks,
                    const struct row_place *place)
{
    struct row_place inner = *place;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        size_t first = layout->rows.count;
        if (block->kind == BLOCK_HEADING &&
            heading_runs_in(layout, &block->as.heading, blocks, i + 1)) {
            region_break(layout, block->placement.before);
            run_heading_in(layout, &block->as.heading,
                           enter_body_heading(layout, &block->as.heading), &inner);
            continue;
        }
        add_placed_block(layout, block, &inner);
        // A lead-in stays with its list.
        if (leads_in(layout, blocks, i, place) && layout->rows.count > first)
            layout->rows.items[layout->rows.count - 1].keep_next = true;
        inner.parts = (struct parts){0};
        inner.run_in = NULL;
        inner.gap = 0;
        inner.destination = NO_DESTINATION;
    }
}

// sections

// A heading keeps two lines of what follows: a lone first line after it takes the next one along.
static void keep_two_after(struct layout *layout, size_t first)
{
    bool two_there = first + 1 < layout->rows.count;
    if (two_there && layout->rows.items[first].line)
        layout->rows.items[first].group = KEEP_EDGE;
}

// The section in the tags, the outline and the running head.
static tag_id open_section(struct layout *layout, const struct section *section, tag_id parent)
{
    const struct heading *heading = &section->heading;
    tag_id tag = tag_add(&layout->pages->tags, parent, TAG_SECT, section->span);
    layout->pages->tags.items[tag].title = heading->plain;
    layout->pages->tags.items[tag].language = section->placement.language;
    layout->pages->destinations[section->index].tag = tag;
    outline_add(layout->pages,
                (struct outline_entry){heading->plain, heading->level, section->index});
    if (heading->level == 1)
        layout->running = heading->plain;
    return tag;
}

// The heading over the frame, for a page that it opens. It is tagged as the one in a column, which
// is made next.
static struct cell set_opener(struct layout *layout, const struct section *section,
                              const struct row_place *around)
{
    size_t tags = layout->pages->tags.count;
    struct row_place place = *around;
    place.role = ROLE_OPENER;
    place.measure = layout->frame.width;
    place.destination = section->index;
    place.keep_whole = true;
    struct trial trial;
    trial_begin(layout, &trial);
    struct cell_around rows = cell_begin(layout);
    rows_add_inline(layout, &section->heading.text, TAG_H1, &place);
    struct cell opener = cell_end(layout, rows, layout->frame.width);
    tags_cut(&layout->pages->tags, tags);
    return trial_end(layout, &trial) ? opener : (struct cell){0};
}

static void begin_chapter(struct layout *layout, const struct section *section,
                          const struct row_place *place)
{
    struct cell opener = {0};
    if (layout->theme->blocks.opener.least > 0 && !section->placement.span_all)
        opener = set_opener(layout, section, place);
    *VEC_PUSH(layout->arena, &layout->chapters) =
        (struct chapter){.start = layout->rows.count, .opener = opener};
}

static void add_section_rows(struct layout *layout, const struct section *section, tag_id parent)
{
    const struct terms *terms = layout_enter(layout, section->placement.language);
    struct row_place place = {
        .role = ROLE_BODY,
        .measure = layout->region.measure,
        .parent = open_section(layout, section, parent),
        .destination = NO_DESTINATION,
    };
    bool opens = section->heading.level == 1;
    if (opens)
        margin_close(layout); // what waits is of the section before
    if (opens)
        begin_chapter(layout, section, &place);
    if (!opens && heading_runs_in(layout, &section->heading, &section->body, 0))
        run_heading_in(layout, &section->heading, section->index, &place);
    else
        add_heading(layout, &section->heading, &place, section->index);
    size_t first = layout->rows.count;
    size_t chapter = layout->chapters.count - 1;
    if (opens)
        layout->chapters.items[chapter].text = first;
    block_rows_add(layout, &section->body, &place);
    keep_two_after(layout, first);
    for (size_t i = 0; i < section->section_count; i++)
        section_rows_add(layout, &section->sections[i], place.parent);
    if (opens)
        layout->chapters.items[chapter].end = layout->rows.count;
    layout->terms = terms;
}

void section_rows_add(struct layout *layout, const struct section *section, tag_id parent)
{
    struct region around = {0};
    bool spans = section->placement.span_all && layout->region.measure < layout->frame.width;
    region_break(layout, section->placement.before);
    if (spans)
        around = region_span(layout);
    size_t first = layout->rows.count;
    add_section_rows(layout, section, parent);
    keep_placed(layout, &section->placement, first);
    if (spans)
        region_back(layout, around);
}
