#include "impose/marks.h"

// By what the trade is used to: 5 mm long, as thin as a plate holds, clear of the bleed.
static const length mark_long = LENGTH_PT(5 * 72 / 25.4);
static const length mark_thick = LENGTH_PT(0.25);
static const length mark_gap = LENGTH_PT(3);
static const length patch = LENGTH_PT(5 * 72 / 25.4);

// The slightest margin that no printer's grip cuts off.
static const length mark_margin = LENGTH_PT(4);

const struct color marks_color = {
    .name = STR_INIT("registration"), .inks = INKS_ALL, .amounts = {INK_FULL}};

struct marking {
    struct page_list *list;
    struct page *page;
    const struct mark_frame *frame;
};

length marks_room(length bleed, uint32_t marks)
{
    return marks == 0 ? bleed : bleed + mark_gap + mark_long + mark_margin;
}

static struct page_item *add_path(const struct marking *m, const struct color *color,
                                  struct box box)
{
    struct page_item *item = page_item_add(m->list, m->page, ITEM_PATH);
    item->artifact = ARTIFACT_PAGE;
    item->tag = TAG_NONE;
    item->color = color;
    item->box = box;
    return item;
}

static void add_line(const struct marking *m, struct point from, struct point to)
{
    struct path_step *steps = ARENA_ARRAY(m->list->arena, struct path_step, 2);
    bool upright = from.x == to.x;
    steps[0] = (struct path_step){PATH_MOVE, {from}};
    steps[1] = (struct path_step){PATH_LINE, {to}};
    struct box box = {from.x, from.y, upright ? mark_thick : to.x - from.x,
                      upright ? to.y - from.y : mark_thick};
    add_path(m, &marks_color, box)->as.path =
        (struct item_path){.steps = steps, .count = 2, .stroke_width = mark_thick};
}

static void add_patch(const struct marking *m, const struct color *color, struct point at)
{
    struct path_step *steps = ARENA_ARRAY(m->list->arena, struct path_step, RECTANGLE_STEPS);
    struct box box = {at.x, at.y, patch, patch};
    path_rectangle(box, steps);
    add_path(m, color, box)->as.path = (struct item_path){.steps = steps, .count = RECTANGLE_STEPS};
}

// How far above, below, left and right of the trim marks begin.
static length start_of(const struct marking *m)
{
    return m->frame->bleed + mark_gap;
}

static void mark_upright(const struct marking *m, length x)
{
    const struct box *trim = &m->frame->trim;
    length above = trim->y - start_of(m), below = trim->y + trim->height + start_of(m);
    add_line(m, (struct point){x, above - mark_long}, (struct point){x, above});
    add_line(m, (struct point){x, below}, (struct point){x, below + mark_long});
}

static void mark_level(const struct marking *m, length y)
{
    const struct box *trim = &m->frame->trim;
    length left = trim->x - start_of(m), right = trim->x + trim->width + start_of(m);
    add_line(m, (struct point){left - mark_long, y}, (struct point){left, y});
    add_line(m, (struct point){right, y}, (struct point){right + mark_long, y});
}

static void add_crops(const struct marking *m)
{
    for (size_t i = 0; i < m->frame->x_count; i++)
        mark_upright(m, m->frame->xs[i]);
    for (size_t i = 0; i < m->frame->y_count; i++)
        mark_level(m, m->frame->ys[i]);
}

// Where colour ends, beside the outermost crop marks.
static void add_bleeds(const struct marking *m)
{
    const struct box *trim = &m->frame->trim;
    length bleed = m->frame->bleed;
    if (bleed == 0)
        return;
    mark_upright(m, trim->x - bleed);
    mark_upright(m, trim->x + trim->width + bleed);
    mark_level(m, trim->y - bleed);
    mark_level(m, trim->y + trim->height + bleed);
}

// Dashed, so that nobody cuts there.
static void add_folds(const struct marking *m)
{
    const struct box *trim = &m->frame->trim;
    const length dash = LENGTH_PT(2);
    for (size_t i = 0; i < m->frame->fold_count; i++) {
        length x = m->frame->folds[i];
        length above = trim->y - start_of(m), below = trim->y + trim->height + start_of(m);
        for (length at = 0; at + dash <= mark_long; at += 2 * dash) {
            add_line(m, (struct point){x, above - at - dash}, (struct point){x, above - at});
            add_line(m, (struct point){x, below + at}, (struct point){x, below + at + dash});
        }
    }
}

// A cross in a circle, by which the plates are laid over each other.
static void add_target(const struct marking *m, struct point centre)
{
    const length radius = mark_long / 4, arm = mark_long / 2;
    const struct point c = centre;
    struct path_step *circle = ARENA_ARRAY(m->list->arena, struct path_step, CIRCLE_STEPS);
    struct box box = {c.x - radius, c.y - radius, 2 * radius, 2 * radius};
    path_circle(centre, radius, circle);
    add_path(m, &marks_color, box)->as.path =
        (struct item_path){.steps = circle, .count = CIRCLE_STEPS, .stroke_width = mark_thick};
    add_line(m, (struct point){c.x - arm, c.y}, (struct point){c.x + arm, c.y});
    add_line(m, (struct point){c.x, c.y - arm}, (struct point){c.x, c.y + arm});
}

// In the middle of each side; beside the middle where it is folded.
static void add_targets(const struct marking *m)
{
    const struct box *trim = &m->frame->trim;
    length out = start_of(m) + mark_long / 2;
    length x = trim->x + trim->width / 2, y = trim->y + trim->height / 2;
    x += m->frame->fold_count > 0 || m->frame->x_count > 2 ? 2 * mark_long : 0;
    y += m->frame->y_count > 2 ? 2 * mark_long : 0;
    add_target(m, (struct point){x, trim->y - out});
    add_target(m, (struct point){x, trim->y + trim->height + out});
    add_target(m, (struct point){trim->x - out, y});
    add_target(m, (struct point){trim->x + trim->width + out, y});
}

static const struct color *tint_of(const struct marking *m, const struct color *ink,
                                   uint32_t percent)
{
    struct color *tint = arena_copy(m->list->arena, ink, sizeof *ink);
    for (size_t i = 0; i < 4; i++)
        tint->amounts[i] = (uint16_t)(ink->amounts[i] * percent / 100);
    return tint;
}

// Below the foot: each ink full and by half from the left, greys in tenths up to the right corner.
static void add_bar(const struct marking *m)
{
    enum { HALF = 50, TENTH = 10, GREYS = 9 };
    static const struct color black = {
        .name = STR_INIT("black"), .inks = INKS_PROCESS, .amounts = {0, 0, 0, INK_FULL}};
    const struct box *trim = &m->frame->trim;
    length y = trim->y + trim->height + start_of(m);
    length x = trim->x + mark_gap, right = trim->x + trim->width - mark_gap;
    length middle = trim->x + trim->width / 2 - mark_long;
    for (size_t i = 0; i < 2 * m->frame->ink_count && x + patch <= middle; i++, x += patch)
        add_patch(m, tint_of(m, m->frame->inks[i / 2], i % 2 == 0 ? 100 : HALF),
                  (struct point){x, y});
    x = right - GREYS * patch;
    for (uint32_t i = 1; i <= GREYS && x >= middle + 4 * mark_long; i++, x += patch)
        add_patch(m, tint_of(m, &black, i * TENTH), (struct point){x, y});
}

struct point marks_slug(const struct mark_frame *frame, length *measure)
{
    length above = frame->trim.y - frame->bleed - mark_gap;
    *measure = frame->trim.width / 2 - 2 * mark_gap - mark_long;
    return (struct point){frame->trim.x + mark_gap, above - mark_long / 2}; // and a line below it
}

void marks_add(struct page_list *list, struct page *page, const struct mark_frame *frame,
               uint32_t marks)
{
    const struct marking m = {list, page, frame};
    if (marks & MARK_CROP)
        add_crops(&m);
    if (marks & MARK_BLEED)
        add_bleeds(&m);
    if (marks & MARK_FOLD)
        add_folds(&m);
    if (marks & MARK_REGISTRATION)
        add_targets(&m);
    if (marks & MARK_COLOR_BAR)
        add_bar(&m);
}
