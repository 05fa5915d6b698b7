#include "preflight/contrast.h"

#include "base/vec.h"
#include "preflight/path_inside.h"
#include "text/font.h"

#include <inttypes.h>
#include <string.h>

enum { NEEDED = 450, NEEDED_LARGE = 300 }; // in hundredths
enum { MOST_COLORS = 8 };                  // of a gradient that are looked at

static const struct color paper = {
    .name = STR_INIT("white"),
    .rgb = {255, 255, 255},
    .has_cmyk = true,
};

// What is drawn shows within all of these.
struct clips {
    const struct path_outline *clip;
    const struct clips *outer; // NULL: none
};

// A fill of a page, in drawing order.
struct ground {
    const struct page_item *path;
    const struct clips *clips;
    const struct color *colors[MOST_COLORS]; // one, or those of a gradient
    size_t count;
};

// Two colours that met; a document has a few dozen pairs.
struct pair {
    const struct color *text, *ground;
    uint32_t ratio;
    bool said;
};

struct checker {
    struct diags *diags;
    struct arena *arena;
    struct {
        struct ground *items;
        size_t count;
        size_t capacity;
    } grounds;
    struct {
        struct pair *items;
        size_t count;
        size_t capacity;
    } pairs;
    bool good;
};

// grounds

static void add_gradient(struct ground *ground, const struct gradient *gradient)
{
    for (size_t i = 0; i < gradient->count && i < MOST_COLORS; i++)
        ground->colors[ground->count++] = gradient->stops[i].color;
}

// Lines are no grounds, and what is thinner than a line's x-height is none for text.
static void add_ground(struct checker *checker, const struct page_item *item,
                       const struct clips *clips)
{
    const struct path_look *look = item->as.path.look;
    struct ground ground = {.path = item, .clips = clips};
    if (item->box.width < LENGTH_PT(3) || item->box.height < LENGTH_PT(3))
        return;
    if (!look && item->as.path.stroke_width == 0)
        ground.colors[ground.count++] = item->color;
    else if (look && look->fill.kind == PAINT_SOLID && look->fill.alpha == DRAWING_OPAQUE)
        ground.colors[ground.count++] = look->fill.color;
    else if (look && look->fill.kind == PAINT_GRADIENT && !look->fill.gradient->translucent)
        add_gradient(&ground, look->fill.gradient);
    if (ground.count > 0)
        *VEC_PUSH(checker->arena, &checker->grounds) = ground;
}

static bool shows_at(const struct clips *clips, struct point at)
{
    for (; clips; clips = clips->outer)
        if (!path_holds(clips->clip->steps, clips->clip->count, at))
            return false;
    return true;
}

static const struct ground *ground_at(const struct checker *checker, struct point at)
{
    for (size_t i = checker->grounds.count; i-- > 0;) {
        const struct page_item *item = checker->grounds.items[i].path;
        const struct box *box = &item->box;
        if (at.x < box->x || at.y < box->y || at.x > box->x + box->width ||
            at.y > box->y + box->height)
            continue;
        if (path_holds(item->as.path.steps, item->as.path.count, at) &&
            shows_at(checker->grounds.items[i].clips, at))
            return &checker->grounds.items[i];
    }
    return NULL;
}

// texts

static struct pair *pair_of(struct checker *checker, const struct color *text,
                            const struct color *ground)
{
    for (size_t i = 0; i < checker->pairs.count; i++)
        if (checker->pairs.items[i].text == text && checker->pairs.items[i].ground == ground)
            return &checker->pairs.items[i];
    struct pair *pair = VEC_PUSH(checker->arena, &checker->pairs);
    *pair = (struct pair){text, ground, color_contrast(text->rgb, ground->rgb), false};
    return pair;
}

// A drawing's colours have no names but their values.
static struct str name_of(struct checker *checker, const struct color *color)
{
    struct str value =
        str_format(checker->arena, "#%02X%02X%02X", color->rgb[0], color->rgb[1], color->rgb[2]);
    if (color->name.len == 0 || color->name.data[0] == '#')
        return value;
    return str_format(checker->arena, "`%.*s` (%.*s)", STR_ARGS(color->name), STR_ARGS(value));
}

static void say(struct checker *checker, const struct page_item *item, const struct pair *pair,
                uint32_t needed)
{
    diag_add(checker->diags, DIAG_CONTRAST, item->span,
             "%.*s on %.*s has a contrast of %" PRIu32 ".%02" PRIu32 " to 1; it needs %" PRIu32
             ".%" PRIu32,
             STR_ARGS(name_of(checker, pair->text)), STR_ARGS(name_of(checker, pair->ground)),
             pair->ratio / 100, pair->ratio % 100, needed / 100, needed % 100 / 10);
    diag_hint(checker->diags, "take a darker colour, or a lighter one on a dark ground: in the "
                              "theme's `colors`, or in the drawing");
}

static void check_pair(struct checker *checker, const struct page_item *item,
                       const struct color *ground, uint32_t needed)
{
    struct pair *pair = pair_of(checker, item->color, ground);
    if (pair->ratio >= needed)
        return;
    if (!pair->said)
        say(checker, item, pair, needed);
    pair->said = true;
    checker->good = false;
}

static void check_at(struct checker *checker, const struct page_item *item, struct point at,
                     uint32_t needed)
{
    const struct ground *ground = ground_at(checker, at);
    if (!ground)
        check_pair(checker, item, &paper, needed);
    for (size_t i = 0; ground && i < ground->count; i++)
        check_pair(checker, item, ground->colors[i], needed);
}

// Large: 18 pt, or 14 pt and bold.
static uint32_t needed_by(const struct item_glyphs *glyphs)
{
    bool bold = glyphs->font->weight >= 700;
    return glyphs->size >= LENGTH_PT(bold ? 14 : 18) ? NEEDED_LARGE : NEEDED;
}

// The corners of the letters, and their middle.
static void check_text(struct checker *checker, const struct page_item *item)
{
    const struct item_glyphs *glyphs = &item->as.glyphs;
    length inset = item->box.width < LENGTH_PT(2) ? item->box.width / 2 : LENGTH_PT(1);
    length left = item->box.x + inset, right = item->box.x + item->box.width - inset;
    length foot = glyphs->origin.y - LENGTH_PT(1), head = glyphs->origin.y - glyphs->size / 2;
    uint32_t needed = needed_by(glyphs);
    const struct point points[] = {
        {left, foot},
        {right, foot},
        {left, head},
        {right, head},
        {left + (right - left) / 2, head + (foot - head) / 2},
    };
    if (!item->color || glyphs->count == 0 ||
        (glyphs->text.len == 1 && glyphs->text.data[0] == ' '))
        return;
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++)
        check_at(checker, item, points[i], needed);
}

// What is drawn and read: a box to tick, a symbol; not what decorates.
static void check_path(struct checker *checker, const struct page_item *item)
{
    struct point at = {item->box.x, item->box.y};
    if (item->tag != TAG_NONE && item->color)
        check_at(checker, item, at, NEEDED_LARGE);
}

static void check_items(struct checker *checker, const struct page_item *items, size_t count,
                        const struct clips *clips);

// What is turned or shines through is left to people's eyes.
static void check_group(struct checker *checker, const struct item_group *group,
                        const struct clips *outer)
{
    if (group->placement || group->alpha < DRAWING_OPAQUE)
        return;
    const struct clips own = {group->clip, outer};
    const struct clips *clips = outer;
    if (group->clip)
        clips = arena_copy(checker->arena, &own, sizeof own);
    check_items(checker, group->items, group->count, clips);
}

// Groups in groups are as deep as page_check lets them be.
static void check_items(struct checker *checker, const struct page_item *items, size_t count,
                        const struct clips *clips)
{
    for (size_t i = 0; i < count; i++) {
        const struct page_item *item = &items[i];
        switch (item->kind) {
        case ITEM_GLYPHS: check_text(checker, item); break;
        case ITEM_PATH:
            check_path(checker, item);
            add_ground(checker, item, clips);
            break;
        case ITEM_GROUP: check_group(checker, &item->as.group, clips); break;
        case ITEM_LINK:
        case ITEM_IMAGE: break;
        }
    }
}

bool contrast_check(struct arena *arena, const struct page_list *list, struct diags *diags)
{
    struct checker checker = {.diags = diags, .arena = arena, .good = true};
    for (size_t i = 0; i < list->count; i++) {
        checker.grounds.count = 0;
        check_items(&checker, list->pages[i].items, list->pages[i].count, NULL);
    }
    return checker.good;
}
