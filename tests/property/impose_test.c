// Sheets that are folded, cut and stacked by the test: what comes out are the pages in their order,
// each once, with blanks behind them.
#include "impose/booklet.h"
#include "impose/plan.h"
#include "unit/unit.h"

#include <stdlib.h>

struct folded {
    size_t pages[600];
    size_t count;
};

// The page at a place of a side as one sees it who has turned the sheet about its upright axis.
static size_t at(const struct plan_job *job, const struct plan_side *side, uint32_t column,
                 uint32_t row)
{
    bool turned = side->back && job->turned_backs;
    if (turned) {
        column = job->columns - 1 - column;
        row = job->rows - 1 - row;
    }
    for (size_t i = 0; i < side->count; i++)
        if (side->places[i].column == column && side->places[i].row == row) {
            bool foot_to_foot = job->method == BOOKLET_TUMBLE && row == 1;
            assert_int_equal(side->places[i].upside_down, turned != foot_to_foot);
            return side->places[i].page;
        }
    fail_msg("a place is empty");
    return PLAN_BLANK;
}

static void take(struct folded *out, size_t page)
{
    assert_true(out->count < sizeof out->pages / sizeof out->pages[0]);
    out->pages[out->count++] = page;
}

// Sides from `first` on: sheets within each other, the fold between the columns. Who reads from
// left to right has the spine at the left.
static void fold(const struct plan_job *job, const struct plan *plan, size_t first, size_t sheets,
                 struct folded *out)
{
    uint32_t leading = job->right_to_left ? 0 : 1, other = 1 - leading;
    for (size_t s = 0; s < sheets; s++) {
        take(out, at(job, &plan->sides[first + 2 * s], leading, 0));
        take(out, at(job, &plan->sides[first + 2 * s + 1], other, 0));
    }
    for (size_t s = sheets; s-- > 0;) {
        take(out, at(job, &plan->sides[first + 2 * s + 1], leading, 0));
        take(out, at(job, &plan->sides[first + 2 * s], other, 0));
    }
}

static void gather(const struct plan_job *job, const struct plan *plan, struct folded *out)
{
    size_t most = job->method == BOOKLET_SADDLE ? job->pages : job->signature;
    for (size_t side = 0; side < plan->count;) {
        size_t rest = (plan->count - side) * 2, pages = rest < most ? rest : most;
        fold(job, plan, side, pages / 4, out);
        side += pages / 2;
    }
}

static uint32_t reading_column(const struct plan_job *job, uint32_t k)
{
    uint32_t column = k % job->columns;
    return job->right_to_left ? job->columns - 1 - column : column;
}

static void stack(const struct plan_job *job, const struct plan *plan, struct folded *out)
{
    for (uint32_t k = 0; k < job->columns * job->rows; k++)
        for (size_t side = 0; side < plan->count; side += 2) {
            uint32_t column = reading_column(job, k), row = k / job->columns;
            take(out, at(job, &plan->sides[side], column, row));
            take(out, at(job, &plan->sides[side + 1], job->columns - 1 - column, row));
        }
}

// Front and back of a leaf on one form: beside each other, or one above the other.
static void turn(const struct plan_job *job, const struct plan *plan, struct folded *out)
{
    for (size_t side = 0; side < plan->count; side++)
        for (uint32_t k = 0; k < job->columns * job->rows; k++) {
            bool tumbled = job->method == BOOKLET_TUMBLE;
            uint32_t column = tumbled ? reading_column(job, k / 2) : reading_column(job, k);
            take(out, at(job, &plan->sides[side], column, tumbled ? k % 2 : k / job->columns));
        }
}

static void read_back(const struct plan_job *job, const struct plan *plan, struct folded *out)
{
    switch (job->method) {
    case BOOKLET_SADDLE:
    case BOOKLET_PERFECT: gather(job, plan, out); break;
    case BOOKLET_CUT_STACK: stack(job, plan, out); break;
    case BOOKLET_TURN:
    case BOOKLET_TUMBLE:
    case BOOKLET_IN_ORDER: turn(job, plan, out); break;
    }
}

static void check_plan(struct arena *arena, const struct plan_job *job)
{
    struct arena_mark mark = arena_mark(arena);
    struct plan plan = plan_make(arena, job);
    struct folded *folded = ARENA_NEW(arena, struct folded);
    read_back(job, &plan, folded);
    assert_true(folded->count >= job->pages);
    for (size_t i = 0; i < folded->count; i++)
        assert_int_equal(folded->pages[i], i < job->pages ? i : PLAN_BLANK);
    assert_true(folded->count - job->pages < 2 * (size_t)job->columns * job->rows);
    arena_rewind(arena, mark);
}

static void folding_and_cutting_give_the_pages_in_their_order(void **state)
{
    for (enum booklet_method method = BOOKLET_SADDLE; method <= BOOKLET_IN_ORDER; method++) {
        bool folded = method == BOOKLET_SADDLE || method == BOOKLET_PERFECT;
        for (uint32_t places = folded ? 2 : 1; places <= (folded ? 2 : 4); places *= 2) {
            if (places == 1 && (method == BOOKLET_TURN || method == BOOKLET_TUMBLE))
                continue;
            uint32_t columns = plan_columns(method, places);
            for (size_t pages = 1; pages <= 80; pages++) {
                size_t multiple = plan_multiple(method, places);
                struct plan_job job = {method,
                                       (pages + multiple - 1) / multiple * multiple,
                                       columns,
                                       places / columns,
                                       8 + 8 * (uint32_t)(pages % 3),
                                       false,
                                       false};
                check_plan(*state, &job);
                job.right_to_left = true;
                check_plan(*state, &job);
                job.turned_backs = true;
                check_plan(*state, &job);
            }
        }
    }
}

// sheets

enum { WIDE = 200, HIGH = 300 };

static const struct page_list *pages_of(struct arena *arena, size_t count)
{
    struct page_list *list = page_list_new(arena);
    for (size_t i = 0; i < count; i++)
        page_add(list, LENGTH_PT(WIDE), LENGTH_PT(HIGH))->bleed = LENGTH_PT(9);
    return list;
}

static struct booklet_made make(struct arena *arena, const struct booklet_job *job)
{
    struct sources sources;
    struct diags diags;
    struct booklet_made made;
    sources_init(&sources, arena);
    diags_init(&diags, arena, &sources);
    assert_true(booklet_make(arena, job, &diags, &made));
    return made;
}

static void assert_within(const struct page *sheet, struct box box)
{
    assert_true(box.x >= 0 && box.y >= 0);
    assert_true(box.x + box.width <= sheet->width && box.y + box.height <= sheet->height);
}

// Each page once, at its own size, whole, on the sheet; so are its clip and all marks.
static void every_page_stands_whole_on_a_sheet(void **state)
{
    static const struct booklet_settings settings[] = {
        {.method = BOOKLET_SADDLE, .caliper = LENGTH_PT(0.3)},
        {.method = BOOKLET_PERFECT, .signature = 8, .caliper = LENGTH_PT(0.3)},
        {.method = BOOKLET_CUT_STACK, .places = 4, .gutter = LENGTH_PT(12)},
        {.method = BOOKLET_TURN},
        {.method = BOOKLET_TUMBLE, .places = 4},
        {.method = BOOKLET_IN_ORDER, .places = 1},
        {.method = BOOKLET_SADDLE, .sheet_width = LENGTH_PT(700), .sheet_height = LENGTH_PT(500)},
        {.method = BOOKLET_SADDLE,
         .sheet_width = LENGTH_PT(500),
         .sheet_height = LENGTH_PT(700),
         .duplex = DUPLEX_LONG_EDGE},
    };
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        for (size_t count = 1; count <= 21; count += 5) {
            struct booklet_job job = {.pages = pages_of(*state, count),
                                      .settings = &settings[i],
                                      .bleed = LENGTH_PT(9),
                                      .marks = MARK_CROP | MARK_FOLD | MARK_REGISTRATION};
            struct booklet_made made = make(*state, &job);
            size_t seen = 0;
            for (size_t s = 0; s < made.sheets->count; s++) {
                const struct page *sheet = &made.sheets->pages[s];
                for (size_t k = 0; k < sheet->count; k++) {
                    assert_within(sheet, sheet->items[k].box);
                    const struct item_group *group = &sheet->items[k].as.group;
                    if (sheet->items[k].kind != ITEM_GROUP)
                        continue;
                    assert_int_equal(group->placement->a, group->placement->d);
                    assert_int_equal(labs(group->placement->a), LENGTH_ONE_PT);
                    assert_int_equal(group->page->width, LENGTH_PT(WIDE));
                    seen++;
                }
            }
            assert_int_equal(seen, count);
            assert_true(made.sheets->untagged);
        }
    }
}

// Outer sheets stay, inner ones move towards the fold, evenly, by 1.3 of the paper each.
static void inner_pages_move_towards_the_spine(void **state)
{
    const struct booklet_settings settings = {.method = BOOKLET_SADDLE, .caliper = LENGTH_PT(1)};
    const struct booklet_job job = {.pages = pages_of(*state, 12), .settings = &settings};
    struct booklet_made made = make(*state, &job);
    assert_int_equal(made.sheet_count, 3);
    assert_int_equal(made.blanks, 0);
    assert_int_equal(made.creep, LENGTH_PT(2.6));
    for (size_t side = 0; side < 6; side++) {
        const struct page *sheet = &made.sheets->pages[side];
        length shift = (length)(side / 2) * LENGTH_PT(1.3);
        assert_int_equal(sheet->items[0].as.group.placement->shift.x, shift);
        assert_int_equal(sheet->items[1].as.group.placement->shift.x, LENGTH_PT(WIDE) - shift);
    }
}

static void blanks_stand_before_the_last_page(void **state)
{
    const struct booklet_settings settings = {.method = BOOKLET_SADDLE};
    const struct page_list *pages = pages_of(*state, 6);
    const struct booklet_job job = {.pages = pages, .settings = &settings};
    struct booklet_made made = make(*state, &job);
    assert_int_equal(made.blanks, 2);
    const struct page *outside = &made.sheets->pages[0], *inside = &made.sheets->pages[1];
    assert_int_equal(outside->count, 2);
    assert_ptr_equal(outside->items[0].as.group.page, &pages->pages[5]);
    assert_ptr_equal(outside->items[1].as.group.page, &pages->pages[0]);
    assert_int_equal(inside->count, 1); // behind the back cover there is none
}

static void a_page_alone_is_the_front_cover(void **state)
{
    const struct booklet_settings settings = {.method = BOOKLET_SADDLE};
    const struct page_list *pages = pages_of(*state, 1);
    const struct booklet_job job = {.pages = pages, .settings = &settings};
    struct booklet_made made = make(*state, &job);
    assert_int_equal(made.blanks, 3);
    const struct page *outside = &made.sheets->pages[0];
    assert_int_equal(outside->count, 1);
    assert_int_equal(outside->items[0].as.group.placement->shift.x, LENGTH_PT(WIDE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(folding_and_cutting_give_the_pages_in_their_order),
        RULE(every_page_stands_whole_on_a_sheet),
        RULE(inner_pages_move_towards_the_spine),
        RULE(blanks_stand_before_the_last_page),
        RULE(a_page_alone_is_the_front_cover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
