#include "layout/compose.h"

#include "layout/account.h"
#include "layout/columns.h"
#include "layout/emit.h"
#include "layout/frame.h"
#include "layout/page_count.h"

#include <assert.h>

struct composer {
    struct layout *layout;
    bool trial;   // nothing is drawn: only the pages are counted
    size_t pages; // begun, with the cover
    struct short_page cut;
    length y;       // below what stands on the page, from the frame's top
    length below;   // the space that it asks for under it
    length foot;    // taken by what floats at the frame's foot, with the space above it
    bool kept;      // all that stands on the page stays with what follows
    size_t floated; // of layout->floats: those before it are placed
    size_t waiting; // those before it were read, and wait for the next page's head
    size_t chapter; // of layout->chapters: the next that may begin
    length filled;  // of the last page, once all is placed
    size_t clash;   // a page whose foot a float took from the back block; 0: none
};

static const struct chapter *chapter_of(const struct layout *layout, size_t floating)
{
    return &layout->chapters.items[layout->floats.items[floating].chapter];
}

static void place_float(struct composer *composer, length y)
{
    struct layout *layout = composer->layout;
    struct floating *floating = &layout->floats.items[composer->floated++];
    floating->page = (uint32_t)composer->pages - 1;
    floating->y = layout->frame.y + y;
    if (composer->waiting < composer->floated)
        composer->waiting = composer->floated;
}

static void draw_over_columns(const struct composer *composer, const struct cell *cell, size_t row)
{
    struct layout *layout = composer->layout;
    if (!composer->trial)
        emit_over_columns(layout, cell, row, layout->frame.y + composer->y);
}

// What waits stands at the page's head, as much of it as there is room for.
static void place_waiting(struct composer *composer)
{
    struct layout *layout = composer->layout;
    while (composer->floated < composer->waiting) {
        const struct floating *floating = &layout->floats.items[composer->floated];
        length gap = composer->y > 0 ? length_larger(composer->below, floating->space.before) : 0;
        if (composer->y + gap + floating->height > layout->frame.height)
            return;
        composer->y += gap;
        place_float(composer, composer->y);
        if (!composer->trial)
            account_head(layout, floating);
        draw_over_columns(composer, &floating->cell, floating->anchor);
        composer->y += floating->height;
        composer->below = floating->space.after;
        composer->kept = false;
    }
}

// How far the page is filled.
static void end_page(struct composer *composer)
{
    composer->filled = composer->y + composer->foot;
    if (!composer->trial)
        account_filled(composer->layout, composer->filled);
}

static void begin_page(struct composer *composer)
{
    struct layout *layout = composer->layout;
    end_page(composer);
    composer->pages++;
    if (!composer->trial) {
        page_add(layout->pages, layout->brochure->page.width, layout->brochure->page.height);
        frame_turn(layout, composer->pages - 1);
        page_count_begin(layout);
        account_begin(layout);
    }
    composer->y = composer->below = composer->foot = 0;
    composer->kept = true;
    place_waiting(composer);
}

static length round_up(length value, length grid)
{
    int64_t steps = ((int64_t)value + grid - 1) / grid;
    return (length)(steps * grid);
}

// The space above the rows from `at`.
static length gap_above(const struct composer *composer, const struct region *region, size_t at)
{
    if (composer->y == 0)
        return 0;
    length gap = composer->layout->rows.items[at].gap;
    return length_larger(composer->below, at == region->start ? region->gap : gap);
}

static length page_height(const struct composer *composer)
{
    return composer->pages == composer->cut.page ? composer->cut.height
                                                 : composer->layout->frame.height;
}

static struct column_space space_left(const struct composer *composer, const struct region *region,
                                      size_t at)
{
    const struct layout *layout = composer->layout;
    return (struct column_space){
        .count = region->columns,
        .height =
            page_height(composer) - composer->foot - composer->y - gap_above(composer, region, at),
        .grid = layout->theme->page.grid,
    };
}

static void place_columns(struct composer *composer, const struct region *region, size_t start,
                          const struct column_fill *fill)
{
    struct layout *layout = composer->layout;
    length step = region->measure + layout->theme->page.gutter;
    if (!composer->trial)
        account_columns(layout, region, start, layout->frame.y + composer->y, fill);
    length over = (length)region->columns * step - layout->theme->page.gutter;
    length first = over <= layout->frame.width - layout->text_start ? layout->text_start : 0;
    for (uint32_t i = 0; i < region->columns; i++) {
        struct column_place place = {
            .start = first + (length)i * step,
            .y = layout->frame.y + composer->y,
            .measure = region->measure,
        };
        if (!composer->trial)
            emit_rows(layout, start, fill->ends[i], &place);
        start = fill->ends[i];
    }
}

// What belongs to a heading over the frame begins well below it, or goes with it to the next page:
// all of it stands here, or a quarter of the frame is left for it.
static bool next_region_begins(const struct composer *composer, const struct region *region,
                               length used)
{
    const struct layout *layout = composer->layout;
    const struct region *next = region + 1;
    struct column_space space = space_left(composer, region, region->start);
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

// Whether nothing but the title, with its subtitle, stands on the page that the first section goes
// on. Alone on a page it does no harm: it is a cover then.
static bool is_below_title(const struct composer *composer, const struct region *region)
{
    const struct layout *layout = composer->layout;
    return composer->kept && composer->y > 0 && layout->chapters.count > 0 &&
           region->start == layout->chapters.items[0].start;
}

static bool begins_better_on_next_page(const struct composer *composer, const struct region *region,
                                       size_t at, const struct column_fill *fill)
{
    if (composer->y == 0)
        return false;
    size_t last = fill->ends[region->columns - 1];
    if (last == at)
        return true;
    if (!composer->kept)
        return fill->parting != KEEP_NOTHING;
    if (fill->parting == KEEP_NOTHING)
        return false;
    // What is on the page stays with it: leaving that behind is the worse, unless as much is
    // parted. The title may be left, so that what follows is whole.
    enum keep there = parting_of_page(composer, region);
    bool whole = there == KEEP_NOTHING && is_below_title(composer, region);
    return whole || (fill->parting == KEEP_NEXT && there < KEEP_NEXT);
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
    bool moves = composer->y > 0 && (!composer->kept || is_below_title(composer, region));
    return start > at || moves ? start : region->end;
}

// Spaces and rules have no place in the text: that of the next row that has one is named.
static void too_tall(struct composer *composer, size_t row)
{
    struct layout *layout = composer->layout;
    layout->failed = true;
    if (composer->trial)
        return;
    while (row + 1 < layout->rows.count && layout->rows.items[row].span.file == 0)
        row++;
    diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->rows.items[row].span,
             "what stands here is taller than the page's text frame");
    diag_hint(layout->diags, "use a larger page, or smaller type in the theme");
}

static void begin_as_asked(struct composer *composer, const struct region *region)
{
    size_t pages = composer->pages;
    if (region->before != BREAK_NONE && composer->y > 0)
        begin_page(composer);
    if (region->before == BREAK_RIGHT && composer->pages % 2 == 0) {
        if (!composer->trial)
            account_note(composer->layout, (struct page_note){.kind = NOTE_BLANK});
        begin_page(composer); // the blank page before it is a left one
    }
    if (!composer->trial && composer->pages > pages)
        account_rows(composer->layout, NOTE_BEGUN, region->start);
}

// openers

// Whether a chapter fills so much of a page with its heading over the frame. No more rows are
// looked at than that takes.
static bool fills_page(const struct layout *layout, const struct chapter *chapter, uint32_t columns)
{
    int64_t height = cell_height(&chapter->opener) + layout->theme->roles[ROLE_OPENER].after;
    int64_t least = length_scale(layout->frame.height, layout->theme->blocks.opener.least, 100);
    for (size_t i = 0; i < layout->floats.count; i++)
        if (chapter_of(layout, i) == chapter)
            height += layout->floats.items[i].height;
    for (size_t i = chapter->text; i < chapter->end && height < least; i++)
        height += (layout->rows.items[i].height + layout->rows.items[i].gap) / (length)columns;
    return height >= least;
}

// Whether what follows an opener stands below it without being parted.
static bool stands_below(const struct composer *composer, const struct chapter *chapter,
                         const struct region *region)
{
    const struct layout *layout = composer->layout;
    region += chapter->text == region->end ? 1 : 0;
    struct column_space space = {
        .count = region->columns,
        .height = layout->frame.height - cell_height(&chapter->opener) -
                  length_larger(layout->theme->roles[ROLE_OPENER].after, region->gap),
        .grid = layout->theme->page.grid,
    };
    size_t start = chapter->text > region->start ? chapter->text : region->start;
    return columns_fill(&layout->rows, start, region->end, &space).parting == KEEP_NOTHING;
}

// The heading of a chapter that begins the page, over the frame. Returns where its text begins,
// `at` when nothing opens.
static size_t open_page(struct composer *composer, const struct region *region, size_t at)
{
    struct layout *layout = composer->layout;
    while (composer->chapter < layout->chapters.count &&
           layout->chapters.items[composer->chapter].start < at)
        composer->chapter++;
    if (composer->y > 0 || composer->chapter == layout->chapters.count)
        return at;
    const struct chapter *chapter = &layout->chapters.items[composer->chapter];
    if (chapter->start != at || chapter->opener.count == 0 ||
        !fills_page(layout, chapter, region->columns) || !stands_below(composer, chapter, region))
        return at;
    if (!composer->trial)
        account_rows(layout, NOTE_OPENED, at);
    draw_over_columns(composer, &chapter->opener, at);
    composer->y = round_up(cell_height(&chapter->opener), layout->theme->page.grid);
    composer->below = layout->theme->roles[ROLE_OPENER].after;
    return chapter->text;
}

// floats

// Where the rows end that may stand before what waits does: its chapter does not go on past it.
static size_t end_before_waiting(const struct composer *composer, size_t end)
{
    if (composer->floated == composer->waiting)
        return end;
    size_t chapter = chapter_of(composer->layout, composer->floated)->end;
    return chapter < end ? chapter : end;
}

static bool is_read_before(const struct composer *composer, size_t floating, size_t row)
{
    const struct layout *layout = composer->layout;
    return floating < layout->floats.count && layout->floats.items[floating].anchor < row;
}

// What the floats read before `end` need below the columns.
static length height_of_floats(const struct composer *composer, size_t end)
{
    length height = 0;
    for (size_t i = composer->floated; is_read_before(composer, i, end); i++) {
        const struct floating *floating = &composer->layout->floats.items[i];
        height += floating->space.before + floating->height;
    }
    return height;
}

// Where all of the chapter's rest fits on the page, its floats stand right below it.
static bool ends_above_floats(const struct composer *composer, size_t at, size_t end,
                              const struct column_space *space, struct column_fill *fill)
{
    struct column_space above = *space;
    above.height -= height_of_floats(composer, end);
    if (composer->floated < composer->waiting || above.height <= 0)
        return false;
    *fill = columns_balance(&composer->layout->rows, at, end, &above);
    return fill->ends[space->count - 1] == end && fill->parting == KEEP_NOTHING;
}

// Whether a float asks for the foot of this page, and it is to be had.
static bool wants_foot(const struct composer *composer, const struct floating *floating)
{
    return floating->at_foot && composer->pages != composer->layout->back_page;
}

// A float stands at the page's foot where the row that it is read after stands above it all the
// same; one on a page.
static bool stands_at_foot(struct composer *composer, size_t at, size_t end,
                           struct column_space *space, struct column_fill *fill)
{
    struct layout *layout = composer->layout;
    const struct floating *floating = &layout->floats.items[composer->floated];
    length needed = floating->space.before + floating->height;
    struct column_space above = *space;
    above.height -= needed;
    if (composer->floated < composer->waiting || composer->foot > 0 || above.height <= 0)
        return false;
    *fill = columns_balance(&layout->rows, at, end, &above);
    size_t next = fill->ends[space->count - 1];
    bool ends = next == end && !wants_foot(composer, floating);
    if (next <= floating->anchor || ends || fill->parting != KEEP_NOTHING)
        return false;
    composer->foot = needed;
    *space = above;
    place_float(composer, layout->frame.height - floating->height);
    if (!composer->trial)
        account_float(layout, NOTE_TO_FOOT, floating);
    return true;
}

// It goes to the next page's head.
static void let_wait(struct composer *composer)
{
    struct floating *floating = &composer->layout->floats.items[composer->waiting];
    bool behind = composer->floated < composer->waiting++;
    floating->read_on = (uint32_t)composer->pages;
    floating->why = behind ? NOTE_WAITS : (composer->foot > 0 ? NOTE_FOOT_TAKEN : NOTE_NO_ROOM);
}

// Finds places for what is read among the rows from `at` that stand on this page. Returns how many
// stand right below them.
static size_t take_floats(struct composer *composer, size_t at, size_t end,
                          struct column_space *space, struct column_fill *fill)
{
    struct layout *layout = composer->layout;
    uint32_t last = space->count - 1;
    while (is_read_before(composer, composer->waiting, fill->ends[last])) {
        struct column_fill tried;
        if (wants_foot(composer, &layout->floats.items[composer->waiting]) &&
            stands_at_foot(composer, at, end, space, &tried)) {
            *fill = tried;
            continue;
        }
        size_t chapter = chapter_of(layout, composer->waiting)->end;
        end = chapter < end ? chapter : end;
        if (ends_above_floats(composer, at, end, space, &tried)) {
            size_t below = composer->floated;
            while (is_read_before(composer, below, end))
                below++;
            *fill = tried;
            return below - composer->floated;
        }
        if (stands_at_foot(composer, at, end, space, &tried)) {
            *fill = tried;
            continue;
        }
        let_wait(composer);
        *fill = columns_balance(&layout->rows, at, end, space);
    }
    return 0;
}

// They are read within the rows above them, and drawn there: their places are known before. Returns
// where the last one ends.
static length place_below(struct composer *composer, size_t count, length y)
{
    for (; count > 0; count--) {
        const struct floating *floating = &composer->layout->floats.items[composer->floated];
        y += length_larger(composer->below, floating->space.before);
        place_float(composer, y);
        if (!composer->trial)
            account_float(composer->layout, NOTE_BELOW, floating);
        y += floating->height;
        composer->below = floating->space.after;
    }
    return y;
}

// Begins the pages that what waits before row `at` needs: nothing after its chapter comes first,
// and what begins a page begins one after it.
static void release_waiting(struct composer *composer, size_t at, enum break_before before)
{
    while (composer->floated < composer->waiting &&
           (before != BREAK_NONE || chapter_of(composer->layout, composer->floated)->end <= at))
        begin_page(composer);
}

// regions

// Rows that go to the next page though they are next in turn on this one: `at`.
static size_t leave(const struct composer *composer, size_t at, bool whole)
{
    if (!composer->trial)
        account_gone(composer->layout, at, whole);
    return at;
}

// Places rows from `at` on this page. Returns where the rest begins; `at` when none of them stands
// here.
static size_t compose_rows(struct composer *composer, const struct region *region, size_t at)
{
    struct layout *layout = composer->layout;
    uint32_t last = region->columns - 1;
    struct column_space space = space_left(composer, region, at);
    size_t end = end_before_waiting(composer, region->end);
    struct column_fill fill = columns_balance(&layout->rows, at, end, &space);
    if (begins_better_on_next_page(composer, region, at, &fill))
        return leave(composer, at, fill.ends[last] > at);
    size_t held = held_back(composer, region, at, &fill);
    if (held == at)
        return leave(composer, at, true);
    if (held < end) {
        (void)leave(composer, held, true);
        end = held;
        fill = columns_balance(&layout->rows, at, end, &space);
    }
    size_t below = take_floats(composer, at, end, &space, &fill);
    size_t next = fill.ends[last];
    if (next == at)
        return leave(composer, at, false);
    composer->y += gap_above(composer, region, at);
    composer->below = 0;
    length end_y = composer->y + round_up(fill.height, space.grid);
    end_y = place_below(composer, below, end_y);
    place_columns(composer, region, at, &fill);
    if (!composer->trial && fill.ends[0] < next && next == end && fill.parting == KEEP_NOTHING)
        account_balanced(layout, region, end);
    composer->y = end_y;
    composer->kept = composer->kept && region->keep_next && next == region->end;
    return next;
}

static void compose_region(struct composer *composer, const struct region *region)
{
    release_waiting(composer, region->start, region->before);
    begin_as_asked(composer, region);
    for (size_t at = region->start; at < region->end;) {
        release_waiting(composer, at, BREAK_NONE);
        at = open_page(composer, region, at);
        if (at == region->end)
            break;
        size_t next = compose_rows(composer, region, at);
        if (next == at && composer->y == 0) {
            too_tall(composer, at);
            return;
        }
        bool chapter_ends = next > at && composer->below > 0;
        at = next;
        if (at < region->end && !chapter_ends)
            begin_page(composer);
    }
}

// The pages before what stands at the foot are filled up; `page` was the last one.
static void begin_foot(struct composer *composer, size_t page, length height)
{
    struct layout *layout = composer->layout;
    size_t pages = layout->pages->count;
    page_count_fill(layout);
    account_filled(layout, layout->pages->count > pages ? height : composer->filled);
    if (composer->pages > page)
        account_note(layout, (struct page_note){.kind = NOTE_BACK, .page = (uint32_t)page});
}

static struct column_fill fill_foot(const struct composer *composer, const struct region *region,
                                    size_t at)
{
    struct column_space space = space_left(composer, region, at);
    return columns_fill(&composer->layout->rows, at, region->end, &space);
}

// As much of it as this page holds, from its head. Returns where the rest begins.
static size_t compose_foot_part(struct composer *composer, const struct region *region, size_t at,
                                const struct column_fill *fill)
{
    place_columns(composer, region, at, fill);
    composer->y += fill->height;
    begin_page(composer);
    return fill->ends[region->columns - 1];
}

// What stands at the frame's foot goes to the last page, or to a new one when there is no room.
static void compose_foot(struct composer *composer, const struct region *region)
{
    struct layout *layout = composer->layout;
    size_t pages = composer->pages;
    if (composer->foot > 0) {
        composer->clash = composer->pages;
        begin_page(composer);
    }
    size_t at = region->start, last = region->columns - 1;
    struct column_fill fill = fill_foot(composer, region, at);
    if (fill.ends[last] != region->end || fill.parting != KEEP_NOTHING) {
        begin_page(composer);
        fill = fill_foot(composer, region, at);
    }
    while (layout->job->any_pages && fill.ends[last] != region->end && fill.ends[last] > at) {
        at = compose_foot_part(composer, region, at, &fill);
        fill = fill_foot(composer, region, at);
    }
    if (fill.ends[last] != region->end) {
        too_tall(composer, at);
        return;
    }
    length height = round_up(fill.height, layout->theme->page.grid);
    end_page(composer);
    composer->filled += height;
    if (!composer->trial)
        begin_foot(composer, pages, height);
    composer->y = layout->frame.height - height;
    place_columns(composer, region, at, &fill);
}

static void compose_all(struct composer *composer)
{
    struct layout *layout = composer->layout;
    composer->pages = layout->pages->count;
    begin_page(composer);
    for (size_t i = 0; i < layout->regions.count && !layout->failed; i++) {
        const struct region *region = &layout->regions.items[i];
        bool last = i + 1 == layout->regions.count || region[1].at_foot;
        assert(region->start < region->end);
        if (region->at_foot)
            compose_foot(composer, region);
        else
            compose_region(composer, region);
        if (last && !region->at_foot)
            release_waiting(composer, region->end, BREAK_PAGE);
        if (!region->at_foot)
            end_page(composer);
    }
}

struct composed compose_try(struct layout *layout, struct short_page cut)
{
    struct composer composer = {.layout = layout, .trial = true, .cut = cut};
    bool failed = layout->failed;
    compose_all(&composer);
    struct composed composed = {composer.pages, composer.filled, composer.clash, layout->failed};
    layout->failed = failed; // it is said when it is drawn
    return composed;
}

void compose_draw(struct layout *layout, struct short_page cut)
{
    struct composer composer = {.layout = layout, .cut = cut};
    compose_all(&composer);
}
