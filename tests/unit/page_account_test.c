#include "page/page_account.h"
#include "unit/unit.h"

static struct page *page_of(struct page_list *list)
{
    struct page *page = page_add(list, LENGTH_PT(612), LENGTH_PT(792));
    list->grid = (struct page_grid){LENGTH_PT(8), LENGTH_PT(64), LENGTH_PT(656)};
    page->account.kept = true;
    page->account.filled = LENGTH_PT(328);
    return page;
}

static void a_page_without_an_account_says_nothing(void **state)
{
    struct page_list *list = page_list_new(*state);
    struct page *page = page_of(list);
    struct str_builder out = str_builder_in(*state);
    page->account.kept = false;
    page_account_dump(list, page, &out);
    assert_int_equal(out.len, 0);
}

static void it_says_how_full_and_where_columns_end(void **state)
{
    struct page_list *list = page_list_new(*state);
    struct page *page = page_of(list);
    struct str_builder out = str_builder_in(*state);
    page_columns_add(list, 0, (struct page_columns){LENGTH_PT(64), 1, {LENGTH_PT(96)}});
    page_columns_add(list, 0,
                     (struct page_columns){LENGTH_PT(112), 2, {LENGTH_PT(392), LENGTH_PT(383.5)}});
    page_account_dump(list, page, &out);
    assert_str(str_built(&out), "  filled 50.0 % of the frame\n"
                                "  column from 64 to 96\n"
                                "  columns from 112 to 392 383.5\n"
                                "  off-grid 0 of 0\n");
}

static void each_note_is_a_line(void **state)
{
    struct page_list *list = page_list_new(*state);
    struct page *page = page_of(list);
    struct str_builder out = str_builder_in(*state);
    const struct str name = STR("A \"B\"");
    page_note_add(list, 0, (struct page_note){.kind = NOTE_HEADING, .name = name, .column = 2});
    page_note_add(list, 0, (struct page_note){.kind = NOTE_WHOLE, .name = name, .page = 3});
    page_note_add(list, 0, (struct page_note){.kind = NOTE_BALANCED, .number = 2});
    page_note_add(list, 0, (struct page_note){.kind = NOTE_SPACED, .number = -1, .share = 105});
    page_account_dump(list, page, &out);
    assert_str(str_built(&out),
               "  filled 50.0 % of the frame\n"
               "  kept heading \"A \\\"B\\\"\" with what follows: went to column 2\n"
               "  kept \"A \\\"B\\\"\" whole: went to page 3\n"
               "  balanced 2 columns: the text ends here\n"
               "  spaces above headings narrowed by 1u: the last page would have been 10.5 % full\n"
               "  off-grid 0 of 0\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_page_without_an_account_says_nothing),
        RULE(it_says_how_full_and_where_columns_end),
        RULE(each_note_is_a_line),
    };
    return cmocka_run_group_tests_name("page_account", tests, NULL, NULL);
}
