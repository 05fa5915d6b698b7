#include "page/page_grid.h"
#include "unit/unit.h"

static const struct page_grid grid = {LENGTH_PT(8), LENGTH_PT(64), LENGTH_PT(656)};

// Text whose baseline is to stand 12 pt below a line of the grid.
static struct page_item text_at(length y)
{
    struct page_item item = {.kind = ITEM_GLYPHS};
    item.as.glyphs.origin.y = y;
    item.as.glyphs.grid = (struct grid_claim){true, LENGTH_PT(12)};
    return item;
}

static void on_the_grid_is_any_line_of_it(void **state)
{
    (void)state;
    for (int line = 0; line < 82; line++) {
        struct page_item item = text_at(LENGTH_PT(76) + line * LENGTH_PT(8));
        assert_int_equal(page_item_beside(&grid, &item), 0);
    }
}

static void a_quarter_of_a_point_is_let_pass(void **state)
{
    (void)state;
    struct page_item near = text_at(LENGTH_PT(76.25)), far = text_at(LENGTH_PT(76.25) + 1);
    assert_int_equal(page_item_beside(&grid, &near), 0);
    assert_int_equal(page_item_beside(&grid, &far), LENGTH_PT(0.25) + 1);
    near = text_at(LENGTH_PT(75.75));
    far = text_at(LENGTH_PT(75.75) - 1);
    assert_int_equal(page_item_beside(&grid, &near), 0);
    assert_int_equal(page_item_beside(&grid, &far), -LENGTH_PT(0.25) - 1);
}

static void above_the_first_line_is_measured_too(void **state)
{
    (void)state;
    struct page_item item = text_at(LENGTH_PT(10));
    assert_int_equal(page_item_beside(&grid, &item), -LENGTH_PT(2));
}

static void only_promises_of_real_text_count(void **state)
{
    (void)state;
    struct page_item none = text_at(LENGTH_PT(79)), artifact = none, rule = none;
    none.as.glyphs.grid.held = false;
    artifact.artifact = ARTIFACT_HEADER;
    rule.kind = ITEM_PATH;
    assert_int_equal(page_item_beside(&grid, &none), 0);
    assert_int_equal(page_item_beside(&grid, &artifact), 0);
    assert_int_equal(page_item_beside(&grid, &rule), 0);
    struct page_grid without = {0};
    struct page_item item = text_at(LENGTH_PT(79));
    assert_int_equal(page_item_beside(&without, &item), 0);
}

static void a_page_is_counted(void **state)
{
    struct page_list *list = page_list_new(*state);
    struct page *page = page_add(list, LENGTH_PT(612), LENGTH_PT(792));
    list->grid = grid;
    *page_item_add(list, page, ITEM_GLYPHS) = text_at(LENGTH_PT(76));
    *page_item_add(list, page, ITEM_GLYPHS) = text_at(LENGTH_PT(80));
    page_item_add(list, page, ITEM_PATH);
    struct grid_count count = page_grid_count(list, page);
    assert_int_equal(count.held, 2);
    assert_int_equal(count.beside, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(on_the_grid_is_any_line_of_it),
        RULE(a_quarter_of_a_point_is_let_pass),
        RULE(above_the_first_line_is_measured_too),
        RULE(only_promises_of_real_text_count),
        RULE(a_page_is_counted),
    };
    return cmocka_run_group_tests_name("page_grid", tests, NULL, NULL);
}
