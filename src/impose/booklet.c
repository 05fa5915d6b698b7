#include "impose/booklet.h"

#include "impose/marks.h"

#include <string.h>

enum { USUAL_SIGNATURE = 16 };

// Innermost pages come to stand further out by the paper that is folded round them, and are cut off
// by as much: 1.3 times its thickness (the trade's 1.2 to 1.4) for each sheet.
static const int32_t creep_tenths = 13;

struct imposing {
    struct arena *arena;
    const struct booklet_job *job;
    struct diags *diags;
    struct page_list *sheets;
    struct plan_job plan;
    length width, height; // of a page
    length column_gap, row_gap;
    struct box block; // of all pages of a side, on the sheet
    length creep;
};

// pages

static size_t padded(const struct imposing *m)
{
    size_t multiple = plan_multiple(m->plan.method, m->job->settings->places);
    return (m->job->pages->count + multiple - 1) / multiple * multiple;
}

// Blanks stand before the last page, which is the back cover; a page alone is the front cover.
static size_t source_of(const struct imposing *m, size_t page)
{
    size_t count = m->job->pages->count, blanks = m->plan.pages - count;
    if (blanks == 0 || page + 1 < count)
        return page;
    if (count == 1)
        return page == 0 ? 0 : PLAN_BLANK;
    return page + 1 == m->plan.pages ? count - 1 : PLAN_BLANK;
}

// sheets

static bool meets_at_fold(enum booklet_method method)
{
    return method == BOOKLET_SADDLE || method == BOOKLET_PERFECT;
}

static length block_side(length page, uint32_t count, length gap)
{
    return page * (length)count + gap * (length)(count - 1);
}

// Upright or turned, whichever holds the block.
static bool choose_sheet(struct imposing *m, length *width, length *height)
{
    const struct booklet_settings *settings = m->job->settings;
    length room = 2 * marks_room(m->job->bleed, m->job->marks);
    length needed_width = m->block.width + room, needed_height = m->block.height + room;
    length one = settings->sheet_width, other = settings->sheet_height;
    *width = one > 0 ? one : needed_width;
    *height = one > 0 ? other : needed_height;
    if (*width < needed_width || *height < needed_height) {
        *width = other;
        *height = one;
    }
    if (*width >= needed_width && *height >= needed_height)
        return true;
    struct str_builder says = str_builder_in(m->arena);
    length_format(&says, needed_width, 1);
    str_add(&says, STR(" by "));
    length_format(&says, needed_height, 1);
    diag_add(m->diags, DIAG_SHEET_TOO_SMALL, settings->span,
             "the sheet is too small: with bleed and marks the pages take %.*s points",
             STR_ARGS(str_built(&says)));
    diag_hint(m->diags, "take a larger sheet, smaller pages, `marks: [none]` or `bleed: 0mm`");
    return false;
}

// A sheet that turns about a level axis brings its back upside down: a printer that turns a sheet
// lying on its side at the long edge, an upright one at the short edge.
static bool backs_are_turned(const struct booklet_settings *settings, length width, length height)
{
    bool lies = width > height;
    if (settings->duplex == DUPLEX_UNSAID)
        return false;
    return lies == (settings->duplex == DUPLEX_LONG_EDGE);
}

static struct box place_box(const struct imposing *m, const struct plan_place *place)
{
    return (struct box){
        m->block.x + (length)place->column * (m->width + m->column_gap),
        m->block.y + (length)place->row * (m->height + m->row_gap),
        m->width,
        m->height,
    };
}

// How far a page's colour may go over its place on one side: into half a gap, or over the outer
// trim.
static length over(const struct imposing *m, bool outer, length gap)
{
    length most = outer ? m->job->bleed : gap / 2;
    return most < m->job->bleed ? most : m->job->bleed;
}

static const struct path_outline *clip_of(const struct imposing *m, const struct plan_place *place,
                                          struct box box)
{
    struct path_step *steps = ARENA_ARRAY(m->arena, struct path_step, RECTANGLE_STEPS);
    struct path_outline *clip = ARENA_NEW(m->arena, struct path_outline);
    length left = box.x - over(m, place->column == 0, m->column_gap);
    length right = box.x + box.width + over(m, place->column + 1 == m->plan.columns, m->column_gap);
    length top = box.y - over(m, place->row == 0, m->row_gap);
    length foot = box.y + box.height + over(m, place->row + 1 == m->plan.rows, m->row_gap);
    path_rectangle((struct box){left, top, right - left, foot - top}, steps);
    *clip = (struct path_outline){steps, RECTANGLE_STEPS, false};
    return clip;
}

// Towards the spine, which is between the columns; deeper sheets further.
static length shift_of(const struct imposing *m, const struct plan_place *place, uint32_t deepest)
{
    if (!meets_at_fold(m->plan.method) || deepest == 0)
        return 0;
    length shift = length_scale(m->creep, place->depth, deepest);
    return place->column == 0 ? shift : -shift;
}

static void add_page(struct imposing *m, struct page *sheet, const struct plan_place *place,
                     uint32_t deepest)
{
    size_t source = place->page == PLAN_BLANK ? PLAN_BLANK : source_of(m, place->page);
    if (source == PLAN_BLANK)
        return;
    const struct page *page = &m->job->pages->pages[source];
    struct box box = place_box(m, place);
    struct affine *placement = ARENA_NEW(m->arena, struct affine);
    int32_t one = place->upside_down ? -LENGTH_ONE_PT : LENGTH_ONE_PT;
    length x = box.x + shift_of(m, place, deepest);
    *placement = (struct affine){one, 0, 0, one, {x, box.y}};
    if (place->upside_down)
        placement->shift = (struct point){x + box.width, box.y + box.height};
    struct page_item *item = page_item_add(m->sheets, sheet, ITEM_GROUP);
    item->tag = TAG_NONE;
    item->artifact = ARTIFACT_PAGE;
    item->box = box;
    item->as.group = (struct item_group){page->items, page->count,    clip_of(m, place, box),
                                         placement,   DRAWING_OPAQUE, page};
}

static bool add_marks(struct imposing *m, struct page *sheet, const struct plan_side *side)
{
    length xs[2 * 4], ys[2 * 4], folds[1];
    struct mark_frame frame = {.trim = m->block,
                               .bleed = m->job->bleed,
                               .xs = xs,
                               .ys = ys,
                               .inks = m->job->inks,
                               .ink_count = m->job->ink_count};
    bool folded = meets_at_fold(m->plan.method);
    for (uint32_t i = 0; i < m->plan.columns && frame.x_count + 2 <= 8; i++) {
        length x = m->block.x + (length)i * (m->width + m->column_gap);
        if (!folded || i == 0)
            xs[frame.x_count++] = x;
        if (!folded || i + 1 == m->plan.columns)
            xs[frame.x_count++] = x + m->width;
    }
    for (uint32_t i = 0; i < m->plan.rows && frame.y_count + 2 <= 8; i++) {
        length y = m->block.y + (length)i * (m->height + m->row_gap);
        ys[frame.y_count++] = y;
        ys[frame.y_count++] = y + m->height;
    }
    if (folded) {
        folds[0] = m->block.x + m->width;
        frame.folds = folds;
        frame.fold_count = 1;
    }
    marks_add(m->sheets, sheet, &frame, m->job->marks);
    if (!m->job->slug)
        return true;
    const struct slug_place place = {m->sheets, sheet, &frame,
                                     str_format(m->arena, "sheet %u, %s", (unsigned)side->sheet + 1,
                                                side->back ? "back" : "front")};
    return slug_add(m->job->slug, &place, m->diags);
}

static bool add_sheet(struct imposing *m, const struct plan_side *side, uint32_t deepest,
                      struct box paper)
{
    struct page *sheet = page_add(m->sheets, paper.width, paper.height);
    sheet->label = str_format(m->arena, "%u%s", (unsigned)side->sheet + 1, side->back ? "b" : "a");
    for (size_t i = 0; i < side->count; i++)
        add_page(m, sheet, &side->places[i], deepest);
    return add_marks(m, sheet, side);
}

// Thickness by what is known of the paper.
static length usual_creep(const struct imposing *m, uint32_t deepest)
{
    const struct booklet_settings *settings = m->job->settings;
    if (settings->creep_given)
        return settings->creep;
    return length_scale((int64_t)settings->caliper * deepest, creep_tenths, 10);
}

static bool check_pages(struct imposing *m)
{
    const struct page_list *list = m->job->pages;
    m->width = list->pages[0].width;
    m->height = list->pages[0].height;
    m->plan.pages = padded(m);
    if (m->plan.pages == list->count || m->job->settings->padding == PADDING_BLANKS)
        return true;
    diag_add(m->diags, DIAG_BINDING_PAGES, m->job->span,
             "%zu pages cannot be bound so: their number has to be a multiple of %zu", list->count,
             plan_multiple(m->plan.method, m->job->settings->places));
    diag_hint(m->diags, "write more or less, ask for `pages: {multiple-of: 4}`, or let blank pages "
                        "be put before the last one with `padding: blanks`");
    return false;
}

static void choose_plan(struct imposing *m)
{
    const struct booklet_settings *settings = m->job->settings;
    uint32_t places = settings->places > 0 ? settings->places : 2;
    m->plan.method = settings->method;
    m->plan.columns = plan_columns(settings->method, places);
    m->plan.rows = places / m->plan.columns;
    m->plan.signature = settings->signature > 0 ? settings->signature : USUAL_SIGNATURE;
    m->plan.right_to_left = m->job->pages->info.right_to_left;
    bool folded = meets_at_fold(settings->method);
    m->column_gap = folded || m->plan.columns == 1 ? 0 : settings->gutter;
    m->row_gap = m->plan.rows == 1 ? 0 : settings->gutter;
}

static void start_sheets(struct imposing *m)
{
    const struct page_list *from = m->job->pages;
    m->sheets = page_list_new(m->arena);
    m->sheets->info = from->info;
    m->sheets->intent = from->intent;
    m->sheets->untagged = true;
}

bool booklet_make(struct arena *arena, const struct booklet_job *job, struct diags *diags,
                  struct booklet_made *out)
{
    struct imposing m = {.arena = arena, .job = job, .diags = diags};
    length width, height;
    choose_plan(&m);
    if (!check_pages(&m))
        return false;
    m.block.width = block_side(m.width, m.plan.columns, m.column_gap);
    m.block.height = block_side(m.height, m.plan.rows, m.row_gap);
    if (!choose_sheet(&m, &width, &height))
        return false;
    m.block.x = (width - m.block.width) / 2;
    m.block.y = (height - m.block.height) / 2;
    m.plan.turned_backs = backs_are_turned(job->settings, width, height);
    start_sheets(&m);
    struct plan plan = plan_make(arena, &m.plan);
    m.creep = usual_creep(&m, plan.depth);
    bool good = true;
    for (size_t i = 0; i < plan.count; i++)
        good = add_sheet(&m, &plan.sides[i], plan.depth, (struct box){0, 0, width, height}) && good;
    *out = (struct booklet_made){m.sheets, plan.sides[plan.count - 1].sheet + 1u,
                                 m.plan.pages - job->pages->count, m.creep};
    return good;
}
