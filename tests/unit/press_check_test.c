// The rules of the press, on pages that are made by hand.
#include "model/theme_rule_tables.h"
#include "preflight/press_check.h"
#include "unit/unit.h"

#define PROCESS(c, m, y, k) .inks = INKS_PROCESS, .amounts = {c, m, y, k}

static const struct color
    teal = {.name = STR_INIT("teal"), PROCESS(850, 350, 400, 250)},
    wet = {.name = STR_INIT("wet"), PROCESS(900, 900, 900, 600), .span = {2, 4, 7}},
    rich = {.name = STR_INIT("rich"), PROCESS(700, 600, 600, 950)},
    grey = {.name = STR_INIT("grey"), PROCESS(0, 0, 0, 800)},
    white = {.name = STR_INIT("white"), PROCESS(0, 0, 0, 0)},
    ghost = {.name = STR_INIT("ghost"), PROCESS(0, 0, 0, 0), .overprints = true},
    black = {.name = STR_INIT("black"), PROCESS(0, 0, 0, 1000), .overprints = true},
    knocking = {.name = STR_INIT("black"), PROCESS(0, 0, 0, 1000)},
    every = {.name = STR_INIT("registration"), .inks = INKS_ALL, .amounts = {1000}};

static const struct font face = {.units_per_em = 1000};
static const struct press_intent intent = {.condition = STR_INIT("FOGRA39"), .ink_limit = 3200};

struct checked {
    struct arena *arena;
    struct page_list *list;
    struct page *page;
    struct sources sources;
    struct diags diags;
    struct theme_rule rules[RULE_COUNT];
};

static void begin(struct checked *c, struct arena *arena)
{
    const struct draft_checks none = {0};
    c->arena = arena;
    c->list = page_list_new(arena);
    c->list->intent = &intent;
    c->page = page_add(c->list, LENGTH_PT(200), LENGTH_PT(300));
    c->page->bleed = LENGTH_PT(9);
    sources_init(&c->sources, arena);
    sources_add(&c->sources, STR("b.yaml"), STR("brochure\nlines\n"));
    sources_add(&c->sources, STR("t.yaml"), STR("theme\nlines\n"));
    diags_init(&c->diags, arena, &c->sources);
    theme_rules_decode(&c->diags, &none, c->rules);
}

// What is said, in the short form; "" where the pages may be written without a word.
static void says(struct checked *c, const char *expected)
{
    struct press_check check = {c->list, c->rules, {1, 0, 1}};
    bool good = press_check(c->arena, &check, &c->diags);
    struct str_builder said = str_builder_in(c->arena);
    diags_write(&c->diags, DIAG_FORMAT_SHORT, false, &said);
    assert_str(str_built(&said), expected);
    assert_int_equal(good, c->diags.error_count == 0);
}

static struct page_item *add(struct checked *c, enum page_item_kind kind, struct box box)
{
    struct page_item *item = page_item_add(c->list, c->page, kind);
    item->artifact = ARTIFACT_LAYOUT;
    item->tag = TAG_NONE;
    item->box = box;
    item->span = (struct span){1, 9, 12};
    return item;
}

static struct box inside(void)
{
    return (struct box){LENGTH_PT(50), LENGTH_PT(50), LENGTH_PT(60), LENGTH_PT(60)};
}

static struct page_item *type(struct checked *c, const struct color *color, double size)
{
    struct page_item *item = add(c, ITEM_GLYPHS, inside());
    item->color = color;
    item->as.glyphs.font = &face;
    item->as.glyphs.size = LENGTH_PT(size);
    return item;
}

static const struct path_step *rectangle(struct arena *arena, struct box box)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, RECTANGLE_STEPS);
    path_rectangle(box, steps);
    return steps;
}

static struct page_item *fill(struct checked *c, const struct color *color, struct box box)
{
    struct page_item *item = add(c, ITEM_PATH, box);
    item->color = color;
    item->as.path.steps = rectangle(c->arena, box);
    item->as.path.count = 5;
    return item;
}

static void nothing_is_said_of_sound_pages(void **state)
{
    struct checked c;
    begin(&c, *state);
    fill(&c, &teal, (struct box){-LENGTH_PT(9), -LENGTH_PT(9), LENGTH_PT(218), LENGTH_PT(100)});
    fill(&c, &teal, inside())->as.path.stroke_width = LENGTH_PT(0.25);
    type(&c, &black, 6);
    type(&c, &grey, 6);
    type(&c, &teal, 8);
    type(&c, &white, 8);
    type(&c, &knocking, 12);
    says(&c, "");
}

static void a_colour_has_no_more_ink_than_the_press_takes(void **state)
{
    struct checked c;
    begin(&c, *state);
    c.rules[RULE_INK_SQUARE].severity = RULE_OFF;
    fill(&c, &wet, inside());
    says(&c, "t.yaml:1:5: error: `wet` has 330 % of ink; FOGRA39 takes 320 % [B1001]\n");
    begin(&c, *state);
    c.rules[RULE_INK_LIMIT].limit = 180 * LENGTH_ONE_PT;
    type(&c, &teal, 9);
    says(&c, "b.yaml:2:1: error: `teal` has 185 % of ink; FOGRA39 takes 180 % [B1001]\n");
}

static void what_lies_over_each_other_is_measured(void **state)
{
    struct checked c;
    begin(&c, *state);
    c.rules[RULE_INK_SQUARE].limit = 250 * LENGTH_ONE_PT;
    fill(&c, &teal, inside()); // 160 without its black
    says(&c, "");
    fill(&c, &black, inside());
    says(&c, "b.yaml:2:1: warning: a square of 15 mm on page 1, 18 mm from the left and 18 mm from "
             "the top, has 260 % of ink; 250 % is the most [B1002]\n");
}

static void text_keeps_clear_of_the_trim(void **state)
{
    struct checked c;
    begin(&c, *state);
    type(&c, &black, 12)->box.x = LENGTH_PT(8.4);
    type(&c, &black, 12)->box.y = LENGTH_PT(9);
    says(&c, "b.yaml:2:1: warning: text on page 1 stands nearer to the trim than 3 mm [B1003]\n");
    begin(&c, *state);
    type(&c, &black, 12)->box.x = LENGTH_PT(8.6);
    says(&c, "");
}

static void colour_goes_on_over_the_trim(void **state)
{
    struct checked c;
    begin(&c, *state);
    fill(&c, &teal, (struct box){0, LENGTH_PT(20), LENGTH_PT(50), LENGTH_PT(50)});
    says(&c, "b.yaml:2:1: warning: colour on page 1 ends at the trim [B1004]\n");
    begin(&c, *state);
    fill(&c, &white, (struct box){0, LENGTH_PT(20), LENGTH_PT(50), LENGTH_PT(50)});
    says(&c, "");
}

// What a clip cuts off does not count, and what it lets through does.
static void a_clip_is_the_edge_of_what_is_within(void **state)
{
    struct checked c;
    struct page_item within = {.kind = ITEM_PATH, .tag = TAG_NONE, .color = &teal};
    struct path_outline clip = {NULL, 5, false};
    begin(&c, *state);
    within.box = (struct box){-LENGTH_PT(9), 0, LENGTH_PT(90), LENGTH_PT(90)};
    within.as.path.steps = rectangle(c.arena, within.box);
    within.as.path.count = 5;
    clip.steps = rectangle(
        c.arena, (struct box){-LENGTH_PT(9), -LENGTH_PT(9), LENGTH_PT(60), LENGTH_PT(80)});
    struct page_item *group = add(&c, ITEM_GROUP, within.box);
    group->as.group = (struct item_group){&within, 1, &clip, NULL, DRAWING_OPAQUE, NULL};
    says(&c, "b.yaml:2:1: warning: colour on page 1 ends at the trim [B1004]\n");
    begin(&c, *state);
    within.box.y = -LENGTH_PT(9);
    group = add(&c, ITEM_GROUP, within.box);
    group->as.group = (struct item_group){&within, 1, &clip, NULL, DRAWING_OPAQUE, NULL};
    says(&c, "");
}

static void pixels_are(void **state, uint8_t bits, uint32_t wide, const char *expected)
{
    struct checked c;
    const struct raster raster = {.packing = RASTER_PNG, .bits = bits};
    struct picture picture = {.kind = PICTURE_PNG, .pixel_width = wide, .pixel_height = 5000};
    begin(&c, *state);
    picture.raster = &raster;
    struct box box = inside();
    box.width = LENGTH_PT(72);
    add(&c, ITEM_IMAGE, box)->as.image.picture = &picture;
    says(&c, expected);
}

static void pictures_have_their_pixels(void **state)
{
    pixels_are(
        state, 8, 149,
        "b.yaml:2:1: error: the picture has 149 pixels an inch where it stands on page 1; it "
        "needs 150 [B1005]\n");
    pixels_are(state, 8, 224,
               "b.yaml:2:1: warning: the picture has 224 pixels an inch where it stands on page 1; "
               "it is sharp from 225 [B1006]\n");
    pixels_are(state, 8, 225, "");
    pixels_are(
        state, 1, 549,
        "b.yaml:2:1: error: the picture has 549 pixels an inch where it stands on page 1; it "
        "needs 550 [B1007]\n");
    pixels_are(state, 1, 799,
               "b.yaml:2:1: warning: the picture has 799 pixels an inch where it stands on page 1; "
               "it is sharp from 800 [B1008]\n");
    pixels_are(state, 1, 800, "");
}

static void lines_are_thick_enough(void **state)
{
    struct checked c;
    begin(&c, *state);
    fill(&c, &grey, inside())->as.path.stroke_width = LENGTH_PT(0.2);
    struct box thin = inside();
    thin.height = LENGTH_PT(0.1);
    fill(&c, &grey, thin);
    says(&c, "b.yaml:2:1: warning: a line on page 1 is 0.2 pt thick; 0.25 pt is the least [B1009]\n"
             "b.yaml:2:1: warning: a line on page 1 is 0.1 pt thick; 0.25 pt is the least "
             "[B1009]\n");
}

static void what_is_scaled_is_judged_as_it_is_drawn(void **state)
{
    struct checked c;
    const struct affine half = {LENGTH_ONE_PT / 2, 0, 0, LENGTH_ONE_PT / 2, {0, 0}};
    begin(&c, *state);
    struct page_item within = *type(&c, &teal, 14);
    c.page->count = 0;
    struct page_item *group = add(&c, ITEM_GROUP, inside());
    group->as.group = (struct item_group){&within, 1, NULL, &half, DRAWING_OPAQUE, NULL};
    says(&c, "b.yaml:2:1: warning: type of 7 pt in `teal` is of 4 inks and smaller than 8 pt "
             "[B1011]\n");
}

static void type_is_of_the_inks_that_it_bears(void **state)
{
    struct checked c;
    begin(&c, *state);
    type(&c, &ghost, 20);
    type(&c, &white, 7);
    type(&c, &rich, 20);
    type(&c, &knocking, 11.5);
    says(&c, "b.yaml:2:1: error: white overprints on page 1 [B1010]\n"
             "b.yaml:2:1: warning: white type of 7 pt is smaller than 8 pt [B1011]\n"
             "b.yaml:2:1: warning: type in `rich` is nearly black and has 285 % of ink; 280 % is "
             "the most [B1012]\n"
             "b.yaml:2:1: warning: black type of 11.5 pt does not overprint [B1013]\n");
}

static void black_lines_overprint(void **state)
{
    struct checked c;
    const struct path_look look = {
        .stroke = {
            .paint = {.kind = PAINT_SOLID, .alpha = DRAWING_OPAQUE, .color = &knocking},
            .width = LENGTH_PT(1.5),
        }};
    begin(&c, *state);
    fill(&c, NULL, inside())->as.path.look = &look;
    says(&c, "b.yaml:2:1: warning: a black line of 1.5 pt does not overprint [B1014]\n");
}

static void the_marks_colour_is_for_marks(void **state)
{
    struct checked c;
    begin(&c, *state);
    fill(&c, &teal, inside());
    fill(&c, &every, inside())->artifact = ARTIFACT_PAGE;
    says(&c, "");
    c.rules[RULE_INK_SQUARE].severity = RULE_OFF;
    fill(&c, &every, inside());
    says(&c, "b.yaml:2:1: warning: something within the trim of page 1 is printed in every ink "
             "[B1015]\n");
}

static void a_page_with_its_folio_alone_is_empty(void **state)
{
    struct checked c;
    begin(&c, *state);
    type(&c, &black, 9)->artifact = ARTIFACT_FOOTER;
    says(&c, "b.yaml:1:1: warning: page 1 is empty [B1016]\n");
}

static void what_has_no_place_is_told_at_what_follows(void **state)
{
    struct checked c;
    begin(&c, *state);
    struct page_item *rule = fill(&c, &grey, inside());
    rule->as.path.stroke_width = LENGTH_PT(0.1);
    rule->span = (struct span){0};
    type(&c, &black, 9)->span = (struct span){1, 3, 5};
    says(&c, "b.yaml:1:4: warning: a line on page 1 is 0.1 pt thick; 0.25 pt is the least "
             "[B1009]\n");
}

static void a_theme_says_how_grave_a_finding_is(void **state)
{
    struct checked c;
    begin(&c, *state);
    type(&c, &teal, 7);
    c.rules[RULE_SMALL_TEXT].severity = RULE_ERROR;
    says(&c, "b.yaml:2:1: error: type of 7 pt in `teal` is of 4 inks and smaller than 8 pt "
             "[B1011]\n");
    begin(&c, *state);
    type(&c, &teal, 7);
    c.rules[RULE_SMALL_TEXT].severity = RULE_OFF;
    says(&c, "");
    begin(&c, *state);
    type(&c, &ghost, 20);
    c.rules[RULE_WHITE_OVERPRINT] = (struct theme_rule){RULE_WARNING, 0, STR("a dry run")};
    says(&c, "b.yaml:2:1: warning: white overprints on page 1 [B1010]\n");
    assert_str(c.diags.items[0].hint,
               "it would vanish; the theme changes the rule `white-overprint`: a dry run");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(nothing_is_said_of_sound_pages),
        RULE(a_colour_has_no_more_ink_than_the_press_takes),
        RULE(what_lies_over_each_other_is_measured),
        RULE(text_keeps_clear_of_the_trim),
        RULE(colour_goes_on_over_the_trim),
        RULE(a_clip_is_the_edge_of_what_is_within),
        RULE(pictures_have_their_pixels),
        RULE(lines_are_thick_enough),
        RULE(what_is_scaled_is_judged_as_it_is_drawn),
        RULE(type_is_of_the_inks_that_it_bears),
        RULE(black_lines_overprint),
        RULE(the_marks_colour_is_for_marks),
        RULE(a_page_with_its_folio_alone_is_empty),
        RULE(what_has_no_place_is_told_at_what_follows),
        RULE(a_theme_says_how_grave_a_finding_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
