#include "preflight/press_rules.h"

static const length touches = LENGTH_PT(0.5); // so near is at the trim

// The distances of a box's sides from the trim's, inwards: left, top, right, foot.
struct distances {
    int64_t sides[4];
};

static struct distances distances_of(const struct page *page, struct box box)
{
    return (struct distances){{box.x, box.y, (int64_t)page->width - box.x - box.width,
                               (int64_t)page->height - box.y - box.height}};
}

// What is read, and pictures that stand by themselves: a drawing's own parts may end where they
// like.
static bool is_content(const struct press_item *item)
{
    if (item->item->kind == ITEM_PATH)
        return item->item->tag != TAG_NONE && !item->in_group;
    return item->item->kind == ITEM_GLYPHS || item->item->kind == ITEM_IMAGE;
}

// Text may not even touch the trim; a picture may go on over it.
static void check_safe(struct press_checker *checker, const struct press_item *item)
{
    bool text = item->item->kind == ITEM_GLYPHS;
    double zone = press_limit(checker, RULE_SAFE_ZONE) * 72 / 25.4 * LENGTH_ONE_PT;
    struct distances far = distances_of(checker->page, item->shown);
    if (!is_content(item) || item->shown.width == 0)
        return;
    for (size_t i = 0; i < 4; i++) {
        if ((double)far.sides[i] + 1 >= zone || (!text && far.sides[i] <= touches))
            continue;
        press_found(checker, RULE_SAFE_ZONE, item->span,
                    "%s on page %zu stands nearer to the trim than %.*s mm",
                    text ? "text" : "a picture", checker->number,
                    STR_ARGS(press_points(checker, press_limit(checker, RULE_SAFE_ZONE))));
    }
}

static bool has_ink(const struct color *color)
{
    for (size_t i = 0; i < 4; i++)
        if (color->amounts[i] > 0)
            return true;
    return false;
}

static bool is_inked(const struct page_item *item)
{
    const struct path_look *look = item->as.path.look;
    if (item->kind == ITEM_IMAGE)
        return true;
    if (item->kind != ITEM_PATH)
        return false;
    if (!look)
        return item->as.path.stroke_width == 0 && has_ink(item->color);
    return look->fill.kind == PAINT_GRADIENT ||
           (look->fill.kind == PAINT_SOLID && has_ink(look->fill.color));
}

// What ends further out than at the trim goes on far enough not to show, whatever its shape.
static void check_bleed(struct press_checker *checker, const struct press_item *item)
{
    struct distances far = distances_of(checker->page, item->shown);
    if (!is_inked(item->item) || item->shown.width == 0 || item->shown.height == 0)
        return;
    for (size_t i = 0; i < 4; i++)
        if (far.sides[i] <= touches && far.sides[i] >= -touches)
            press_found(checker, RULE_BLEED, item->span, "colour on page %zu ends at the trim",
                        checker->number);
}

// pictures

static double resolution(const struct page_item *item)
{
    const struct picture *picture = item->as.image.picture;
    double across = picture->pixel_width * 72.0 * LENGTH_ONE_PT / item->box.width;
    double down = picture->pixel_height * 72.0 * LENGTH_ONE_PT / item->box.height;
    return across < down ? across : down;
}

static void check_pixels(struct press_checker *checker, const struct press_item *item,
                         enum rule_id coarse, enum rule_id soft)
{
    double has = resolution(item->item) / item->scale;
    enum rule_id rule = has < press_limit(checker, coarse) ? coarse : soft;
    if (has >= press_limit(checker, rule))
        return;
    press_found(checker, rule, item->span,
                "the picture has %u pixels an inch where it stands on page %zu; %s %.*s",
                (unsigned)has, checker->number, rule == coarse ? "it needs" : "it is sharp from",
                STR_ARGS(press_points(checker, press_limit(checker, rule))));
}

static void check_picture(struct press_checker *checker, const struct press_item *item)
{
    if (item->item->as.image.picture->raster->bits == 1)
        check_pixels(checker, item, RULE_BITMAP_COARSE, RULE_BITMAP_SOFT);
    else
        check_pixels(checker, item, RULE_PICTURE_COARSE, RULE_PICTURE_SOFT);
}

void press_place_rules(struct press_checker *checker, const struct press_item *item)
{
    if (item->item->kind == ITEM_IMAGE)
        check_picture(checker, item);
    if (item->placed)
        return;
    check_safe(checker, item);
    check_bleed(checker, item);
}
