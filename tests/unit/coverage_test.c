// The ink on pages that are made by hand.
#include "preflight/coverage.h"
#include "text/outline.h"
#include "unit/pages_fixture.h"
#include "unit/unit.h"

static const struct color brick = {.name = STR_INIT("brick"),
                                   .inks = INKS_PROCESS,
                                   .amounts = {150, 900, 950, 200}},
                          black = {.name = STR_INIT("black"),
                                   .inks = INKS_PROCESS,
                                   .amounts = {0, 0, 0, 1000},
                                   .overprints = true},
                          white = {.name = STR_INIT("white"), .inks = INKS_PROCESS},
                          brand = {.name = STR_INIT("brand"),
                                   .inks = INKS_SPOT,
                                   .spot = STR_INIT("PANTONE 185 C"),
                                   .amounts = {1000}},
                          every = {.name = STR_INIT("registration"),
                                   .inks = INKS_ALL,
                                   .amounts = {1000}};

// 15 mm are 42.52 pt: a page that is 4 squares wide and high.
static const length page_side = LENGTH_PT(4 * 15 * 72 / 25.4);

static struct page_list *blank(struct arena *arena)
{
    struct page_list *list = page_list_new(arena);
    page_add(list, page_side, page_side);
    return list;
}

static const struct path_step *rectangle(struct arena *arena, struct box box)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, RECTANGLE_STEPS);
    path_rectangle(box, steps);
    return steps;
}

static struct page_item filled(struct arena *arena, struct box box, const struct color *color)
{
    return (struct page_item){.kind = ITEM_PATH,
                              .artifact = ARTIFACT_LAYOUT,
                              .tag = TAG_NONE,
                              .box = box,
                              .color = color,
                              .as.path = {.steps = rectangle(arena, box), .count = 5}};
}

static void fill(struct page_list *list, struct box box, const struct color *color)
{
    *page_item_add(list, &list->pages[0], ITEM_PATH) = filled(list->arena, box, color);
}

static struct box left_half(void)
{
    return (struct box){0, 0, page_side / 2, page_side};
}

static void ink_is(const struct page_list *list, const char *name, uint32_t mean, uint32_t highest)
{
    struct coverage *c = coverage_open(list->arena, list, COVERAGE_QUICK);
    struct page_inks inks = coverage_page(c, 0);
    struct ink_amount amount = {.mean = 0};
    if (str_equal(str_from(name), STR("all")))
        amount = inks.total;
    for (size_t i = 0; i < inks.count; i++)
        if (str_equal(inks.items[i].name, str_from(name)))
            amount = inks.items[i];
    assert_in_range(amount.mean + 5, mean, mean + 10);
    assert_in_range(amount.highest + 5, highest, highest + 10);
}

static void what_is_painted_takes_the_place_of_what_was_there(void **state)
{
    struct page_list *list = blank(*state);
    fill(list, (struct box){0, 0, page_side, page_side}, &brick);
    fill(list, left_half(), &white);
    ink_is(list, "Cyan", 750, 1500);
    ink_is(list, "Magenta", 4500, 9000);
    ink_is(list, "Black", 1000, 2000);
    ink_is(list, "all", 11000, 22000);
}

static void what_overprints_leaves_the_other_inks(void **state)
{
    struct page_list *list = blank(*state);
    fill(list, (struct box){0, 0, page_side, page_side}, &brick);
    fill(list, left_half(), &black);
    ink_is(list, "Magenta", 9000, 9000);
    ink_is(list, "Black", 6000, 10000);
    ink_is(list, "all", 26000, 30000);
}

static void an_ink_of_its_own_has_a_plate(void **state)
{
    struct page_list *list = blank(*state);
    fill(list, (struct box){0, 0, page_side, page_side}, &brick);
    fill(list, left_half(), &brand);
    ink_is(list, "PANTONE 185 C", 5000, 10000);
    ink_is(list, "Magenta", 4500, 9000);
    fill(list, left_half(), &every);
    ink_is(list, "Cyan", 5750, 10000);
    ink_is(list, "all", 36000, 50000);
}

static void a_group_is_clipped_and_shines_through(void **state)
{
    struct page_list *list = blank(*state);
    struct box whole = {0, 0, page_side, page_side};
    struct page_item within = filled(list->arena, whole, &brand);
    struct path_outline clip = {rectangle(list->arena, left_half()), 5, false};
    fill(list, whole, &brick);
    struct page_item *group = page_item_add(list, &list->pages[0], ITEM_GROUP);
    group->artifact = ARTIFACT_LAYOUT;
    group->tag = TAG_NONE;
    group->as.group = (struct item_group){&within, 1, &clip, NULL, DRAWING_OPAQUE / 4, NULL};
    ink_is(list, "PANTONE 185 C", 1250, 2500);
    ink_is(list, "Magenta", 9000 - 1125, 9000);
}

static void a_placement_moves_what_is_within(void **state)
{
    struct page_list *list = blank(*state);
    struct page_item within = filled(list->arena, left_half(), &brand);
    // half as high, and a quarter turn: then moved back onto the page
    const struct affine turn = {0, LENGTH_ONE_PT / 2, -LENGTH_ONE_PT, 0, {page_side, 0}};
    struct page_item *group = page_item_add(list, &list->pages[0], ITEM_GROUP);
    group->artifact = ARTIFACT_LAYOUT;
    group->tag = TAG_NONE;
    group->as.group = (struct item_group){&within, 1, NULL, &turn, DRAWING_OPAQUE, NULL};
    ink_is(list, "PANTONE 185 C", 2500, 10000);
}

static void a_gradient_has_its_mean(void **state)
{
    struct page_list *list = blank(*state);
    const struct gradient_stop stops[] = {{&white, 0, DRAWING_OPAQUE},
                                          {&brick, 1000000, DRAWING_OPAQUE}};
    const struct gradient across = {
        .x_axis = {page_side, 0}, .y_axis = {0, page_side}, .stops = stops, .count = 2};
    const struct path_look look = {
        .fill = {.kind = PAINT_GRADIENT, .alpha = DRAWING_OPAQUE, .gradient = &across}};
    fill(list, (struct box){0, 0, page_side, page_side}, NULL);
    list->pages[0].items[0].as.path.look = &look;
    ink_is(list, "Magenta", 4500, 9000 * 7 / 8);
}

static void place_picture(struct page_list *list, struct picture *picture,
                          const struct raster *raster)
{
    picture->raster = raster;
    struct page_item *item = page_item_add(list, &list->pages[0], ITEM_IMAGE);
    item->box = (struct box){0, 0, page_side, page_side};
    item->artifact = ARTIFACT_LAYOUT;
    item->tag = TAG_NONE;
    item->as.image.picture = picture;
}

static void pictures_in_inks_are_measured(void **state)
{
    struct page_list *list = blank(*state);
    struct picture picture = {.kind = PICTURE_PNG};
    // two pixels side by side: full cyan, and half black
    const struct raster raster = {.packing = RASTER_SAMPLES,
                                  .color = RASTER_CMYK,
                                  .width = 2,
                                  .height = 1,
                                  .bits = 8,
                                  .orientation = 6,
                                  .samples = STR_INIT("\xFF\0\0\0\0\0\0\x80")};
    place_picture(list, &picture, &raster);
    ink_is(list, "Cyan", 5000, 10000);
    ink_is(list, "Black", 2510, 5020);
    struct coverage *c = coverage_open(list->arena, list, COVERAGE_QUICK);
    assert_int_equal(coverage_page(c, 0).items[0].at.y, 0); // turned: the cyan one is above
    assert_int_equal(coverage_page(c, 0).uncounted, 0);
}

static void pictures_that_are_damaged_are_told(void **state)
{
    struct page_list *list = blank(*state);
    struct picture picture = {.kind = PICTURE_JPEG};
    const struct raster raster = {.packing = RASTER_JPEG, .color = RASTER_CMYK, .bits = 8};
    place_picture(list, &picture, &raster);
    struct coverage *c = coverage_open(list->arena, list, COVERAGE_QUICK);
    assert_int_equal(coverage_page(c, 0).uncounted, 1);
    assert_int_equal(coverage_page(c, 0).total.mean, 0);
}

// The same letters, small and large: spread over their boxes, and by their outlines.
static void letters_have_the_ink_of_their_outlines(void **state)
{
    if (!fixture_has(LATO))
        skip();
    const char *text = "Hamburgefonstiv";
    struct font *font = fixture_font(*state, 0, LATO);
    struct page_list *small = blank(*state), *large = blank(*state);
    length sizes[] = {LENGTH_PT(10), LENGTH_PT(20)};
    struct page_list *lists[] = {small, large};
    uint32_t means[2];
    for (size_t i = 0; i < 2; i++) {
        fixture_text(lists[i], &lists[i]->pages[0],
                     (struct fixture_place){TAG_NONE, ARTIFACT_LAYOUT, LENGTH_PT(4), LENGTH_PT(40),
                                            sizes[i]},
                     font, text);
        lists[i]->pages[0].items[0].color = &black;
        means[i] = coverage_page(coverage_open(*state, lists[i], i == 0 ? 20 : COVERAGE_FINE), 0)
                       .total.mean;
    }
    assert_true(means[0] > 20);
    assert_in_range(means[1], means[0] * 4 - means[0] / 5, means[0] * 4 + means[0] / 5);
    fixture_close(font);
}

static void an_outline_is_closed_and_above_its_baseline(void **state)
{
    if (!fixture_has(LATO))
        skip();
    struct font *font = fixture_font(*state, 0, LATO);
    hb_codepoint_t glyph = 0, space = 0;
    hb_font_get_nominal_glyph(font->shaper, 'H', &glyph);
    hb_font_get_nominal_glyph(font->shaper, ' ', &space);
    struct outline outline = outline_read(*state, font, glyph);
    assert_true(outline.count > 12);
    assert_int_equal(outline.steps[0].kind, PATH_MOVE);
    assert_int_equal(outline.steps[outline.count - 1].kind, PATH_CLOSE);
    for (size_t i = 0; i < outline.count; i++)
        assert_in_range(-outline.steps[i].points[0].y, 0, font->cap_height);
    assert_int_equal(outline_read(*state, font, space).count, 0);
    fixture_close(font);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(what_is_painted_takes_the_place_of_what_was_there),
        RULE(what_overprints_leaves_the_other_inks),
        RULE(an_ink_of_its_own_has_a_plate),
        RULE(a_group_is_clipped_and_shines_through),
        RULE(a_placement_moves_what_is_within),
        RULE(a_gradient_has_its_mean),
        RULE(pictures_in_inks_are_measured),
        RULE(pictures_that_are_damaged_are_told),
        RULE(letters_have_the_ink_of_their_outlines),
        RULE(an_outline_is_closed_and_above_its_baseline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
