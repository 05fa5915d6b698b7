#include "impose/bleed.h"
#include "unit/unit.h"

static const struct color teal = {.rgb = {0x1F, 0x6F, 0x7A}};

enum { WIDE = 100, HIGH = 200, BLEED = 9 }; // points

static const struct path_step *rectangle(struct arena *arena, struct box box)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, 5);
    struct point from = {box.x, box.y}, to = {box.x + box.width, box.y + box.height};
    steps[0] = (struct path_step){PATH_MOVE, {from}};
    steps[1] = (struct path_step){PATH_LINE, {{to.x, from.y}}};
    steps[2] = (struct path_step){PATH_LINE, {to}};
    steps[3] = (struct path_step){PATH_LINE, {{from.x, to.y}}};
    steps[4] = (struct path_step){PATH_CLOSE, {{0, 0}}};
    return steps;
}

static struct page_item fill(struct arena *arena, struct box box)
{
    return (struct page_item){.kind = ITEM_PATH,
                              .tag = TAG_NONE,
                              .artifact = ARTIFACT_LAYOUT,
                              .box = box,
                              .color = &teal,
                              .as.path = {rectangle(arena, box), 5, 0, NULL}};
}

static struct page_item bled(struct arena *arena, struct page_item item)
{
    struct page page = {.width = LENGTH_PT(WIDE),
                        .height = LENGTH_PT(HIGH),
                        .bleed = LENGTH_PT(BLEED),
                        .items = &item,
                        .count = 1};
    return bleed_items(arena, &page)[0];
}

static void assert_box(struct box box, int x, int y, int width, int height)
{
    assert_int_equal(box.x, LENGTH_PT(x));
    assert_int_equal(box.y, LENGTH_PT(y));
    assert_int_equal(box.width, LENGTH_PT(width));
    assert_int_equal(box.height, LENGTH_PT(height));
}

static struct box points(int x, int y, int width, int height)
{
    return (struct box){LENGTH_PT(x), LENGTH_PT(y), LENGTH_PT(width), LENGTH_PT(height)};
}

static void a_fill_goes_on_over_the_sides_that_it_touches(void **state)
{
    struct page_item item = bled(*state, fill(*state, points(0, 0, 100, 50)));
    assert_box(item.box, -9, -9, 118, 59);
    assert_int_equal(item.as.path.steps[2].points[0].x, LENGTH_PT(109));
    assert_int_equal(item.as.path.steps[2].points[0].y, LENGTH_PT(50));
}

static void a_fill_within_the_page_stays(void **state)
{
    struct page_item item = bled(*state, fill(*state, points(1, 1, 98, 198)));
    assert_box(item.box, 1, 1, 98, 198);
}

static void a_fill_beyond_the_bleed_stays(void **state)
{
    struct page_item item = bled(*state, fill(*state, points(-20, 10, 140, 20)));
    assert_box(item.box, -20, 10, 140, 20);
}

static void a_clip_opens_and_what_is_within_goes_on(void **state)
{
    struct page_item inner = fill(*state, points(0, 150, 100, 50));
    const struct path_outline clip = {inner.as.path.steps, 5, false};
    struct page_item group = {.kind = ITEM_GROUP,
                              .tag = TAG_NONE,
                              .artifact = ARTIFACT_LAYOUT,
                              .box = inner.box,
                              .as.group = {&inner, 1, &clip, NULL, DRAWING_OPAQUE, NULL}};
    struct page_item out = bled(*state, group);
    assert_box(out.box, -9, 150, 118, 59);
    assert_int_equal(out.as.group.clip->steps[0].points[0].x, LENGTH_PT(-9));
    assert_box(out.as.group.items[0].box, -9, 150, 118, 59);
}

// A picture over the whole width grows to 118, and in proportion upwards, to 59.
static void a_picture_grows_in_proportion(void **state)
{
    static const struct picture picture = {.kind = PICTURE_PNG};
    struct page_item image = {.kind = ITEM_IMAGE,
                              .tag = TAG_NONE,
                              .artifact = ARTIFACT_LAYOUT,
                              .box = points(0, 100, 100, 50),
                              .as.image = {&picture}};
    struct page_item out = bled(*state, image);
    assert_int_equal(out.box.x, LENGTH_PT(-9));
    assert_int_equal(out.box.width, LENGTH_PT(118));
    assert_int_equal(out.box.height, LENGTH_PT(59));
    assert_true(out.box.y <= LENGTH_PT(100));
    assert_true(out.box.y + out.box.height >= LENGTH_PT(150));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_fill_goes_on_over_the_sides_that_it_touches),
        RULE(a_fill_within_the_page_stays),
        RULE(a_fill_beyond_the_bleed_stays),
        RULE(a_clip_opens_and_what_is_within_goes_on),
        RULE(a_picture_grows_in_proportion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
