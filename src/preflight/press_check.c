#include "preflight/press_check.h"

#include "base/vec.h"
#include "preflight/area.h"
#include "preflight/coverage.h"
#include "preflight/press_rules.h"

#include <math.h>
#include <stdarg.h>

struct finding {
    enum diag_code code;
    const char *hint;
};

static const struct finding findings[RULE_COUNT] = {
    [RULE_INK_LIMIT] = {DIAG_INK_LIMIT, "take less of each ink in its `cmyk`; black can stand for "
                                        "most of a grey that the others make"},
    [RULE_INK_SQUARE] = {DIAG_INK_SQUARE,
                         "lay less over each other there, or take lighter colours"},
    [RULE_SAFE_ZONE] = {DIAG_SAFE_ZONE, "the knife may be as far off: move it inwards"},
    [RULE_BLEED] = {DIAG_NO_BLEED, "let it go on over the trim, or keep it clear of it"},
    [RULE_PICTURE_COARSE] = {DIAG_PICTURE_COARSE, "take a larger file, or set it smaller"},
    [RULE_PICTURE_SOFT] = {DIAG_PICTURE_SOFT, "take a larger file, or set it smaller"},
    [RULE_BITMAP_COARSE] = {DIAG_BITMAP_COARSE, "scan it again, or take a drawing (SVG)"},
    [RULE_BITMAP_SOFT] = {DIAG_BITMAP_SOFT, "scan it again, or take a drawing (SVG)"},
    [RULE_HAIRLINE] = {DIAG_HAIRLINE, "thinner lines break up on the plate"},
    [RULE_WHITE_OVERPRINT] = {DIAG_WHITE_OVERPRINT, "it would vanish"},
    [RULE_SMALL_TEXT] = {DIAG_SMALL_TEXT, "make it larger, or give it a colour of one ink"},
    [RULE_RICH_TEXT] = {DIAG_RICH_TEXT, "give it the colour black: `cmyk: [0, 0, 0, 100]`"},
    [RULE_BLACK_TEXT] = {DIAG_BLACK_TEXT, "a white edge shows where a plate is off"},
    [RULE_BLACK_LINE] = {DIAG_BLACK_LINE, "draw it as an opaque line of black alone"},
    [RULE_EVERY_INK] = {DIAG_EVERY_INK, "only marks outside the page have this colour"},
    [RULE_EMPTY_PAGE] = {DIAG_EMPTY_PAGE, "leave it so if it is meant"},
};

bool press_looks(const struct press_checker *checker, enum rule_id rule)
{
    return checker->check->rules[rule].severity != RULE_OFF;
}

double press_limit(const struct press_checker *checker, enum rule_id rule)
{
    return (double)checker->check->rules[rule].limit / LENGTH_ONE_PT;
}

// A rule above a heading, say, has no place of its own: that of what is drawn next.
static struct span place_of(const struct press_checker *checker)
{
    const struct page *page = checker->page;
    for (size_t i = checker->at; i < page->count; i++)
        if (page->items[i].span.file > 0)
            return page->items[i].span;
    return checker->check->span;
}

static void say(struct press_checker *checker, enum rule_id id, struct span span,
                struct str message)
{
    const struct theme_rule *rule = &checker->check->rules[id];
    bool error = rule->severity == RULE_ERROR;
    diag_add_as(checker->diags, findings[id].code, error ? DIAG_ERROR : DIAG_WARNING,
                span.file > 0 ? span : place_of(checker), "%.*s", STR_ARGS(message));
    if (rule->reason.len > 0)
        diag_hint(checker->diags, "%s; the theme changes the rule `%.*s`: %.*s", findings[id].hint,
                  STR_ARGS(theme_rule_name(id)), STR_ARGS(rule->reason));
    else
        diag_hint(checker->diags, "%s", findings[id].hint);
    checker->good = checker->good && !error;
}

void press_found(struct press_checker *checker, enum rule_id rule, struct span span,
                 const char *format, ...)
{
    struct str_builder message = str_builder_in(checker->arena);
    va_list arguments;
    va_start(arguments, format);
    str_add_list(&message, format, arguments);
    va_end(arguments);
    if (!press_looks(checker, rule) || map_find(&checker->said, str_built(&message)))
        return;
    map_add(checker->arena, &checker->said, str_built(&message), checker);
    say(checker, rule, span, str_built(&message));
}

// A drawing's colours have no names but their values.
struct str press_color_name(struct press_checker *checker, const struct color *color)
{
    if (color->name.len > 0 && color->name.data[0] != '#')
        return str_format(checker->arena, "`%.*s`", STR_ARGS(color->name));
    return str_format(checker->arena, "#%02X%02X%02X", color->rgb[0], color->rgb[1], color->rgb[2]);
}

struct str press_points(struct press_checker *checker, double points)
{
    struct str_builder out = str_builder_in(checker->arena);
    length_format(&out, (int64_t)(points * LENGTH_ONE_PT), 2);
    return str_built(&out);
}

// What surrounds the items that are looked at.
struct scope {
    bool clipped;
    struct box clip;
    double scale;
    bool placed, in_group;
    struct span span;
};

static struct box common(struct box a, struct box b)
{
    int64_t left = a.x > b.x ? a.x : b.x, top = a.y > b.y ? a.y : b.y;
    int64_t right = (int64_t)a.x + a.width, other_right = (int64_t)b.x + b.width;
    int64_t foot = (int64_t)a.y + a.height, other_foot = (int64_t)b.y + b.height;
    right = right < other_right ? right : other_right;
    foot = foot < other_foot ? foot : other_foot;
    return (struct box){(length)left, (length)top, right > left ? length_clamp(right - left) : 0,
                        foot > top ? length_clamp(foot - top) : 0};
}

static void check_items(struct press_checker *checker, const struct page_item *items, size_t count,
                        const struct scope *scope);

static void check_group(struct press_checker *checker, const struct page_item *item,
                        const struct scope *outer)
{
    const struct item_group *group = &item->as.group;
    struct scope scope = *outer;
    scope.in_group = true;
    if (item->span.file > 0)
        scope.span = item->span;
    if (group->clip) {
        struct box clip = path_bounds(group->clip->steps, group->clip->count, 0);
        scope.clip = scope.clipped ? common(clip, scope.clip) : clip;
        scope.clipped = true;
    }
    if (group->placement) {
        const struct affine *to = group->placement;
        double whole = (double)to->a * to->d - (double)to->b * to->c;
        scope.scale *= sqrt(fabs(whole)) / LENGTH_ONE_PT;
        scope.placed = true;
    }
    check_items(checker, group->items, group->count, &scope);
}

// Groups in groups are as deep as page_check lets them be.
static void check_items(struct press_checker *checker, const struct page_item *items, size_t count,
                        const struct scope *scope)
{
    for (size_t i = 0; i < count; i++) {
        const struct page_item *item = &items[i];
        if (!scope->in_group)
            checker->at = i;
        const struct press_item seen = {
            .item = item,
            .shown = scope->clipped ? common(item->box, scope->clip) : item->box,
            .scale = scope->scale,
            .placed = scope->placed,
            .in_group = scope->in_group,
            .span = item->span.file > 0 ? item->span : scope->span,
        };
        if (item->kind == ITEM_GROUP) {
            check_group(checker, item, scope);
        } else if (item->kind != ITEM_LINK && item->artifact != ARTIFACT_PAGE) {
            press_ink_rules(checker, &seen);
            press_place_rules(checker, &seen);
        }
    }
}

static bool holds(struct box box, struct point at)
{
    return at.x >= box.x && at.y >= box.y && at.x <= (int64_t)box.x + box.width &&
           at.y <= (int64_t)box.y + box.height;
}

// What lies on top in the middle of a square.
static struct span span_at(const struct page *page, struct point corner)
{
    struct point middle = {corner.x + coverage_square / 2, corner.y + coverage_square / 2};
    for (size_t i = page->count; i-- > 0;)
        if (page->items[i].span.file > 0 && holds(page->items[i].box, middle))
            return page->items[i].span;
    return (struct span){0};
}

static unsigned millimetres(length value)
{
    return (unsigned)length_scale(value, 254, (int64_t)720 * LENGTH_ONE_PT);
}

static void check_square(struct press_checker *checker, struct coverage *coverage)
{
    double most = press_limit(checker, RULE_INK_SQUARE);
    const struct ink_bound *bound = &checker->bound;
    if (!press_looks(checker, RULE_INK_SQUARE) ||
        (!bound->open && bound->others + bound->black <= most * 10))
        return;
    struct ink_amount total = coverage_total(coverage, checker->number - 1);
    if (total.highest <= most * 100)
        return;
    press_found(checker, RULE_INK_SQUARE, span_at(checker->page, total.at),
                "a square of 15 mm on page %zu, %u mm from the left and %u mm from the top, has "
                "%u %% of ink; %s %% is the most",
                checker->number, millimetres(total.at.x), millimetres(total.at.y),
                total.highest / 100, str_cstr(checker->arena, press_points(checker, most)));
}

// But for its head and foot.
static bool is_empty(const struct page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        enum artifact artifact = page->items[i].artifact;
        if (page->items[i].kind != ITEM_LINK && artifact != ARTIFACT_PAGE &&
            artifact != ARTIFACT_HEADER && artifact != ARTIFACT_FOOTER)
            return false;
    }
    return true;
}

bool press_check(struct arena *arena, const struct press_check *check, struct diags *diags)
{
    struct press_checker checker = {.arena = arena, .diags = diags, .check = check, .good = true};
    const struct scope whole = {.scale = 1};
    struct coverage *coverage = coverage_open(arena, check->pages, COVERAGE_QUICK);
    for (size_t i = 0; i < check->pages->count; i++) {
        checker.page = &check->pages->pages[i];
        checker.number = i + 1;
        checker.bound = (struct ink_bound){0};
        check_items(&checker, checker.page->items, checker.page->count, &whole);
        checker.at = checker.page->count;
        if (is_empty(checker.page))
            press_found(&checker, RULE_EMPTY_PAGE, (struct span){0}, "page %zu is empty", i + 1);
        check_square(&checker, coverage);
    }
    return checker.good;
}
