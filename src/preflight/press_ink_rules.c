#include "preflight/press_rules.h"

enum {
    BLACK = 3,         // its place among the process inks
    NEARLY_BLACK = 850 // from where on a black is rich
};

static uint32_t total_of(const struct color *color)
{
    uint32_t total = 0;
    for (size_t i = 0; i < (color->inks == INKS_PROCESS ? 4u : 1u); i++)
        total += color->amounts[i];
    return total;
}

static uint32_t inks_in(const struct color *color)
{
    uint32_t count = 0;
    for (size_t i = 0; color->inks == INKS_PROCESS && i < 4; i++)
        count += color->amounts[i] > 0;
    return color->inks == INKS_SPOT ? 1 : count;
}

static bool is_black(const struct color *color)
{
    return color->inks == INKS_PROCESS && color->amounts[BLACK] == INK_FULL && inks_in(color) == 1;
}

static double lesser(double a, double b)
{
    return a < b ? a : b;
}

// of colours

static void check_limit(struct press_checker *checker, const struct color *color, struct span span)
{
    const struct press_intent *intent = checker->check->pages->intent;
    double most = lesser(press_limit(checker, RULE_INK_LIMIT), intent->ink_limit / 10.0);
    uint32_t total = total_of(color);
    if (total <= most * 10)
        return;
    press_found(checker, RULE_INK_LIMIT, color->span.file > 0 ? color->span : span,
                "%.*s has %u %% of ink; %.*s takes %.*s %%",
                STR_ARGS(press_color_name(checker, color)), total / 10, STR_ARGS(intent->condition),
                STR_ARGS(press_points(checker, most)));
}

static void extend_bound(struct ink_bound *bound, const struct color *color)
{
    uint32_t black = color->inks == INKS_PROCESS ? color->amounts[BLACK] : 0;
    uint32_t others = total_of(color) - black;
    bound->others = others > bound->others ? others : bound->others;
    bound->black = black > bound->black ? black : bound->black;
    bound->open = bound->open || color->inks == INKS_ALL || (color->overprints && others > 0);
}

static void check_color(struct press_checker *checker, const struct press_item *item,
                        const struct color *color)
{
    extend_bound(&checker->bound, color);
    if (color->inks == INKS_ALL) {
        press_found(checker, RULE_EVERY_INK, item->span,
                    "something within the trim of page %zu is printed in every ink",
                    checker->number);
        return;
    }
    check_limit(checker, color, item->span);
    if (color->overprints && total_of(color) == 0)
        press_found(checker, RULE_WHITE_OVERPRINT, item->span, "white overprints on page %zu",
                    checker->number);
}

static void check_paint(struct press_checker *checker, const struct press_item *item,
                        const struct paint *paint)
{
    if (paint->kind == PAINT_SOLID)
        check_color(checker, item, paint->color);
    for (size_t i = 0; paint->kind == PAINT_GRADIENT && i < paint->gradient->count; i++)
        check_color(checker, item, paint->gradient->stops[i].color);
}

// of type

static void check_small(struct press_checker *checker, const struct press_item *item, double size)
{
    const struct color *color = item->item->color;
    uint32_t inks = inks_in(color);
    if (size >= press_limit(checker, RULE_SMALL_TEXT) || inks == 1)
        return;
    if (inks == 0)
        press_found(checker, RULE_SMALL_TEXT, item->span,
                    "white type of %.*s pt is smaller than %.*s pt",
                    STR_ARGS(press_points(checker, size)),
                    STR_ARGS(press_points(checker, press_limit(checker, RULE_SMALL_TEXT))));
    else
        press_found(checker, RULE_SMALL_TEXT, item->span,
                    "type of %.*s pt in %.*s is of %u inks and smaller than %.*s pt",
                    STR_ARGS(press_points(checker, size)),
                    STR_ARGS(press_color_name(checker, color)), inks,
                    STR_ARGS(press_points(checker, press_limit(checker, RULE_SMALL_TEXT))));
}

static void check_type(struct press_checker *checker, const struct press_item *item)
{
    const struct color *color = item->item->color;
    double size = (double)item->item->as.glyphs.size / LENGTH_ONE_PT * item->scale;
    double most = press_limit(checker, RULE_RICH_TEXT);
    check_color(checker, item, color);
    check_small(checker, item, size);
    if (color->inks == INKS_PROCESS && color->amounts[BLACK] >= NEARLY_BLACK &&
        total_of(color) > most * 10)
        press_found(checker, RULE_RICH_TEXT, item->span,
                    "type in %.*s is nearly black and has %u %% of ink; %.*s %% is the most",
                    STR_ARGS(press_color_name(checker, color)), total_of(color) / 10,
                    STR_ARGS(press_points(checker, most)));
    if (is_black(color) && !color->overprints && size < press_limit(checker, RULE_BLACK_TEXT))
        press_found(checker, RULE_BLACK_TEXT, item->span,
                    "black type of %.*s pt does not overprint",
                    STR_ARGS(press_points(checker, size)));
}

// of lines

static void check_line(struct press_checker *checker, const struct press_item *item, double width,
                       const struct color *color)
{
    double least = press_limit(checker, RULE_HAIRLINE);
    const double slack = 0.001; // of what was scaled
    if (width < least - slack)
        press_found(checker, RULE_HAIRLINE, item->span,
                    "a line on page %zu is %.*s pt thick; %.*s pt is the least", checker->number,
                    STR_ARGS(press_points(checker, width)), STR_ARGS(press_points(checker, least)));
    if (color && is_black(color) && !color->overprints &&
        width < press_limit(checker, RULE_BLACK_LINE) - slack)
        press_found(checker, RULE_BLACK_LINE, item->span,
                    "a black line of %.*s pt does not overprint",
                    STR_ARGS(press_points(checker, width)));
}

static double thinner_side(const struct page_item *item)
{
    length side = item->box.width < item->box.height ? item->box.width : item->box.height;
    return (double)side / LENGTH_ONE_PT;
}

static void check_look(struct press_checker *checker, const struct press_item *item,
                       const struct path_look *look)
{
    const struct paint *paint = &look->stroke.paint;
    check_paint(checker, item, &look->fill);
    check_paint(checker, item, paint);
    if (paint->kind != PAINT_NONE)
        check_line(checker, item, (double)look->stroke.width / LENGTH_ONE_PT * item->scale,
                   paint->kind == PAINT_SOLID && paint->alpha == DRAWING_OPAQUE ? paint->color
                                                                                : NULL);
}

// A thin rectangle is a line, too.
static void check_path(struct press_checker *checker, const struct press_item *item)
{
    const struct item_path *path = &item->item->as.path;
    if (path->look) {
        check_look(checker, item, path->look);
        return;
    }
    check_color(checker, item, item->item->color);
    if (path->stroke_width > 0)
        check_line(checker, item, (double)path->stroke_width / LENGTH_ONE_PT * item->scale,
                   item->item->color);
    else if (path_is_rectangle(path->steps, path->count))
        check_line(checker, item, thinner_side(item->item) * item->scale, item->item->color);
}

void press_ink_rules(struct press_checker *checker, const struct press_item *item)
{
    if (item->item->kind == ITEM_PATH)
        check_path(checker, item);
    else if (item->item->kind == ITEM_GLYPHS)
        check_type(checker, item);
    else
        checker->bound.open = true;
}
