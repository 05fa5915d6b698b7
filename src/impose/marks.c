#include "impose/marks.h"

// By what the trade is used to: 5 mm long, as thin as a plate holds, clear of the bleed.
static const length mark_long = LENGTH_PT(5 * 72 / 25.4);
static const length mark_thick = LENGTH_PT(0.25);
static const length mark_gap = LENGTH_PT(3);

// The slightest margin that no printer's grip cuts off.
static const length mark_margin = LENGTH_PT(4);

static const struct color every_ink = {
    .name = STR_INIT("registration"), .inks = INKS_ALL, .amounts = {INK_FULL}};

length marks_room(length bleed, uint32_t marks)
{
    return marks == 0 ? bleed : bleed + mark_gap + mark_long + mark_margin;
}

static void add_line(struct page_list *list, struct page *page, struct point from, struct point to)
{
    struct page_item *item = page_item_add(list, page, ITEM_PATH);
    struct path_step *steps = ARENA_ARRAY(list->arena, struct path_step, 2);
    bool upright = from.x == to.x;
    steps[0] = (struct path_step){PATH_MOVE, {from}};
    steps[1] = (struct path_step){PATH_LINE, {to}};
    item->artifact = ARTIFACT_PAGE;
    item->tag = TAG_NONE;
    item->color = &every_ink;
    item->box = (struct box){from.x, from.y, upright ? mark_thick : to.x - from.x,
                             upright ? to.y - from.y : mark_thick};
    item->as.path = (struct item_path){.steps = steps, .count = 2, .stroke_width = mark_thick};
}

// Two lines at each corner, `over` the trim's sides: 0 where it is cut, the bleed where colour
// ends.
static void add_corners(struct page_list *list, struct page *page, length over)
{
    const length start = page->bleed + mark_gap;
    const length xs[2] = {-over, page->width + over}, ys[2] = {-over, page->height + over};
    const length left = -start - mark_long, right = page->width + start;
    const length above = -start - mark_long, below = page->height + start;
    for (size_t i = 0; i < 2; i++) {
        add_line(list, page, (struct point){xs[i], above},
                 (struct point){xs[i], above + mark_long});
        add_line(list, page, (struct point){xs[i], below},
                 (struct point){xs[i], below + mark_long});
        add_line(list, page, (struct point){left, ys[i]}, (struct point){left + mark_long, ys[i]});
        add_line(list, page, (struct point){right, ys[i]},
                 (struct point){right + mark_long, ys[i]});
    }
}

void marks_add(struct page_list *list, struct page *page, uint32_t marks)
{
    if (marks & MARK_CROP)
        add_corners(list, page, 0);
    if (marks & MARK_BLEED && page->bleed > 0)
        add_corners(list, page, page->bleed);
}
