#include "preflight/contrast.h"
#include "preflight/path_inside.h"
#include "text/font.h"
#include "unit.h"

static const struct color black = {.name = STR_INIT("black"), .rgb = {0x1A, 0x1A, 0x1A}};
static const struct color grey = {.name = STR_INIT("grey"), .rgb = {0x8A, 0x8A, 0x8A}}; // 3.45
static const struct color white = {.name = STR_INIT("white"), .rgb = {255, 255, 255}};
static const struct font regular = {.weight = 400}, bold = {.weight = 700};

struct looked {
    struct arena *arena;
    struct page_list *list;
    struct page *page;
    struct sources sources;
    struct diags diags;
};

static void begin(struct looked *looked, struct arena *arena)
{
    looked->arena = arena;
    looked->list = page_list_new(arena);
    looked->page = page_add(looked->list, LENGTH_PT(200), LENGTH_PT(200));
    sources_init(&looked->sources, arena);
    sources_add(&looked->sources, STR("t.yaml"), STR("abc"));
    diags_init(&looked->diags, arena, &looked->sources);
}

static const struct path_step *rectangle(struct arena *arena, struct box box)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, RECTANGLE_STEPS);
    path_rectangle(box, steps);
    return steps;
}

static void fill(struct looked *looked, struct page_item *item, struct box box,
                 const struct color *color)
{
    item->kind = ITEM_PATH;
    item->artifact = ARTIFACT_LAYOUT;
    item->tag = TAG_NONE;
    item->box = box;
    item->color = color;
    item->as.path.steps = rectangle(looked->arena, box);
    item->as.path.count = 5;
}

static void ground(struct looked *looked, struct box box, const struct color *color)
{
    fill(looked, page_item_add(looked->list, looked->page, ITEM_PATH), box, color);
}

static void text(struct looked *looked, const struct color *color, const struct font *font,
                 length size)
{
    struct page_item *item = page_item_add(looked->list, looked->page, ITEM_GLYPHS);
    item->box = (struct box){LENGTH_PT(50), LENGTH_PT(50), LENGTH_PT(40), size};
    item->color = color;
    item->as.glyphs.font = font;
    item->as.glyphs.size = size;
    item->as.glyphs.origin = (struct point){LENGTH_PT(50), LENGTH_PT(60)};
    item->as.glyphs.count = 3;
    item->as.glyphs.text = STR("abc");
}

static bool readable(struct looked *looked)
{
    bool good = contrast_check(looked->arena, looked->list, &looked->diags);
    assert_int_equal(good, looked->diags.count == 0);
    return good;
}

static void text_on_paper_needs_its_contrast(void **state)
{
    struct looked looked;
    begin(&looked, *state);
    text(&looked, &black, &regular, LENGTH_PT(9));
    assert_true(readable(&looked));
    text(&looked, &grey, &regular, LENGTH_PT(12));
    text(&looked, &grey, &regular, LENGTH_PT(12));
    assert_false(readable(&looked));
    assert_int_equal(looked.diags.count, 1); // the pair is said once
    assert_str(looked.diags.items[0].message,
               "`grey` (#8A8A8A) on `white` (#FFFFFF) has a contrast of 3.45 to 1; it needs 4.5");
}

static void large_text_needs_less(void **state)
{
    struct looked looked;
    begin(&looked, *state);
    text(&looked, &grey, &regular, LENGTH_PT(18));
    text(&looked, &grey, &bold, LENGTH_PT(14));
    assert_true(readable(&looked));
    text(&looked, &grey, &regular, LENGTH_PT(17));
    assert_false(readable(&looked));
}

static void the_topmost_fill_is_behind(void **state)
{
    struct looked looked;
    begin(&looked, *state);
    ground(&looked, (struct box){0, 0, LENGTH_PT(200), LENGTH_PT(200)}, &black);
    text(&looked, &white, &regular, LENGTH_PT(12));
    assert_true(readable(&looked));
    ground(&looked, (struct box){0, 0, LENGTH_PT(200), LENGTH_PT(200)}, &white);
    text(&looked, &white, &regular, LENGTH_PT(12));
    assert_false(readable(&looked));
}

// A ground that ends within a word shows at one of its corners.
static void text_over_an_edge_is_seen(void **state)
{
    struct looked looked;
    begin(&looked, *state);
    ground(&looked, (struct box){LENGTH_PT(80), 0, LENGTH_PT(100), LENGTH_PT(200)}, &black);
    text(&looked, &black, &regular, LENGTH_PT(12));
    assert_false(readable(&looked));
}

static void what_a_clip_hides_is_not_behind(void **state)
{
    struct looked looked;
    begin(&looked, *state);
    struct page_item *group = page_item_add(looked.list, looked.page, ITEM_GROUP);
    struct page_item *inner = ARENA_NEW(looked.arena, struct page_item);
    struct path_outline *clip = ARENA_NEW(looked.arena, struct path_outline);
    fill(&looked, inner, (struct box){0, 0, LENGTH_PT(200), LENGTH_PT(200)}, &black);
    clip->steps = rectangle(looked.arena, (struct box){0, 0, LENGTH_PT(200), LENGTH_PT(40)});
    clip->count = 5;
    group->as.group = (struct item_group){inner, 1, clip, NULL, DRAWING_OPAQUE, NULL};
    text(&looked, &black, &regular, LENGTH_PT(12));
    assert_true(readable(&looked));
    clip->steps = rectangle(looked.arena, (struct box){0, 0, LENGTH_PT(200), LENGTH_PT(90)});
    assert_false(readable(&looked));
}

// A ring: its hole shows what is below.
static void paths_are_filled_by_the_nonzero_rule(void **state)
{
    (void)state;
    const struct path_step disc[] = {
        {PATH_MOVE, {{100, 0}}},
        {PATH_CURVE, {{100, 55}, {55, 100}, {0, 100}}},
        {PATH_CURVE, {{-55, 100}, {-100, 55}, {-100, 0}}},
        {PATH_CURVE, {{-100, -55}, {-55, -100}, {0, -100}}},
        {PATH_CURVE, {{55, -100}, {100, -55}, {100, 0}}},
        {.kind = PATH_CLOSE},
    };
    assert_true(path_holds(disc, 6, (struct point){0, 0}));
    assert_true(path_holds(disc, 6, (struct point){68, 68}));
    assert_false(path_holds(disc, 6, (struct point){75, 75}));
    assert_false(path_holds(disc, 6, (struct point){101, 0}));
    const struct path_step ring[] = {
        {PATH_MOVE, {{0, 0}}},   {PATH_LINE, {{90, 0}}},  {PATH_LINE, {{90, 90}}},
        {PATH_LINE, {{0, 90}}},  {.kind = PATH_CLOSE},    {PATH_MOVE, {{30, 30}}},
        {PATH_LINE, {{30, 60}}}, {PATH_LINE, {{60, 60}}}, {PATH_LINE, {{60, 30}}},
    };
    assert_true(path_holds(ring, 9, (struct point){10, 10}));
    assert_false(path_holds(ring, 9, (struct point){45, 45}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(text_on_paper_needs_its_contrast), RULE(large_text_needs_less),
        RULE(the_topmost_fill_is_behind),       RULE(text_over_an_edge_is_seen),
        RULE(what_a_clip_hides_is_not_behind),  RULE(paths_are_filled_by_the_nonzero_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
