#include "layout/compose.h"

#include "layout/columns.h"
#include "layout/emit.h"
#include "layout/page_count.h"

#include <assert.h>

struct composer {
    struct layout *layout;
    length y;  // below what stands on the page, from the frame's top
    bool kept; // all that stands on the page stays with what follows
};

static void begin_page(struct composer *composer)
{
    struct layout *layout = composer->layout;
    page_add(layout->pages, layout->brochure->page.width, layout->brochure->page.height);
    page_count_begin(layout);
    composer->y = 0;
    composer->kept = true;
}

static length round_up(length value, length grid)
{
    int64_t steps = ((int64_t)value + grid - 1) / grid;
    return (length)(steps * grid);
}

static struct column_space space_left(const struct composer *composer, const struct region *region)
{
    const struct layout *layout = composer->layout;
    length gap = composer->y > 0 ? region->gap : 0;
    return (struct column_space){
        .count = region->columns,
        .height = layout->frame.height - composer->y - gap,
        .grid = layout->theme->page.grid,
    };
}

static void place_columns(struct composer *composer, const struct region *region, size_t start,
                          const struct column_fill *fill)
{
    struct layout *layout = composer->layout;
    length step = region->measure + layout->theme->page.gutter;
    for (uint32_t i = 0; i < region->columns; i++) {
        struct column_place place = {
            .start = (length)i * step,
            .y = layout->frame.y + composer->y,
            .measure = region->measure,
        };
        emit_rows(layout, start, fill->ends[i], &place);
        start = fill->ends[i];
    }
    composer->y += round_up(fill->height, layout->theme->page.grid);
}

// What belongs to a heading over the frame begins well below it, or goes with it to the next page:
// all of it stands here, or a quarter of the frame is left for it.
static bool next_region_begins(const struct composer *composer, const struct region *region,
                               length used)
{
    const struct layout *layout = composer->layout;
    const struct region *next = region + 1;
    struct column_space space = space_left(composer, region);
    space.count = next->columns;
    space.height -= round_up(used, space.grid) + next->gap;
    if (space.height <= 0)
        return false;
    struct column_fill fill = columns_fill(&layout->rows, next->start, next->end, &space);
    size_t end = fill.ends[next->columns - 1];
    bool begins = end > next->start && fill.parting == KEEP_NOTHING;
    return begins && (end == next->end || space.height >= layout->frame.height / 4);
}

// What is parted when the region begins a page.
static enum keep parting_of_page(const struct composer *composer, const struct region *region)
{
    const struct layout *layout = composer->layout;
    struct column_space space = {
        .count = region->columns,
        .height = layout->frame.height,
        .grid = layout->theme->page.grid,
    };
    return columns_fill(&layout->rows, region->start, region->end, &space).parting;
}

static bool begins_better_on_next_page(const struct composer *composer, const struct region *region,
                                       const struct column_fill *fill)
{
    if (composer->y == 0)
        return false;
    size_t last = fill->ends[region->columns - 1];
    if (last == region->start)
        return true;
    if (!composer->kept)
        return fill->parting != KEEP_NOTHING;
    // What is on the page stays with it: leaving that behind is the worse, unless as much is
    // parted.
    return fill->parting == KEEP_NEXT && parting_of_page(composer, region) < KEEP_NEXT;
}

// Where the rows begin that go with the next region to the next page: `end` when none do.
static size_t held_back(const struct composer *composer, const struct region *region, size_t at,
                        const struct column_fill *fill)
{
    const struct rows *rows = &composer->layout->rows;
    size_t start = region->end - 1;
    bool ends = fill->ends[region->columns - 1] == region->end && fill->parting == KEEP_NOTHING;
    bool last = region->end == rows->count;
    if (!ends || last || !region->keep_next || next_region_begins(composer, region, fill->height))
        return region->end;
    while (start > at && rows->items[start - 1].keep_next)
        start--;
    return start > at || composer->y > 0 ? start : region->end;
}

static void too_tall(struct layout *layout, size_t row)
{
    diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->rows.items[row].span,
             "what stands here is taller than the page's text frame");
    diag_hint(layout->diags, "use a larger page, or smaller type in the theme");
    layout->failed = true;
}

static void begin_as_asked(struct composer *composer, enum break_before before)
{
    const struct page_list *pages = composer->layout->pages;
    if (before != BREAK_NONE && composer->y > 0)
        begin_page(composer);
    if (before == BREAK_RIGHT && pages->count % 2 == 0)
        begin_page(composer); // the blank page before it is a left one
}

static void compose_region(struct composer *composer, const struct region *region)
{
    struct layout *layout = composer->layout;
    bool first = true;
    begin_as_asked(composer, region->before);
    for (size_t at = region->start; at < region->end; first = false) {
        struct column_space space = space_left(composer, region);
        struct column_fill fill = columns_balance(&layout->rows, at, region->end, &space);
        bool move_on = first ? begins_better_on_next_page(composer, region, &fill)
                             : fill.ends[region->columns - 1] == at && composer->y > 0;
        if (move_on) {
            begin_page(composer);
            continue;
        }
        size_t held = held_back(composer, region, at, &fill);
        if (held == at) {
            begin_page(composer);
            continue;
        }
        if (held < region->end)
            fill = columns_balance(&layout->rows, at, held, &space);
        size_t next = fill.ends[region->columns - 1];
        if (next == at) {
            too_tall(layout, at);
            return;
        }
        if (composer->y > 0)
            composer->y += region->gap;
        place_columns(composer, region, at, &fill);
        composer->kept = composer->kept && region->keep_next && next == region->end;
        at = next;
        if (at < region->end)
            begin_page(composer);
    }
}

// What stands at the frame's foot goes to the last page, or to a new one when there is no room.
static void compose_foot(struct composer *composer, const struct region *region)
{
    struct layout *layout = composer->layout;
    struct column_space space = space_left(composer, region);
    struct column_fill fill = columns_fill(&layout->rows, region->start, region->end, &space);
    if (fill.ends[region->columns - 1] != region->end || fill.parting != KEEP_NOTHING) {
        begin_page(composer);
        space = space_left(composer, region);
        fill = columns_fill(&layout->rows, region->start, region->end, &space);
    }
    if (fill.ends[region->columns - 1] != region->end) {
        too_tall(layout, region->start);
        return;
    }
    page_count_fill(layout);
    composer->y = layout->frame.height - round_up(fill.height, layout->theme->page.grid);
    place_columns(composer, region, region->start, &fill);
}

void compose_pages(struct layout *layout)
{
    struct composer composer = {.layout = layout};
    begin_page(&composer);
    for (size_t i = 0; i < layout->regions.count && !layout->failed; i++) {
        const struct region *region = &layout->regions.items[i];
        assert(region->start < region->end);
        if (region->at_foot)
            compose_foot(&composer, region);
        else
            compose_region(&composer, region);
    }
    if (!layout->failed)
        page_count_fill(layout); // where no back block has done so
}
