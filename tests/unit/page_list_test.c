#include "page/page_dump.h"
#include "page/page_list.h"
#include "unit/unit.h"

static void children_stand_in_the_order_of_their_adding(void **state)
{
    struct page_list *list = page_list_new(*state);
    tag_id section = tag_add(&list->tags, 0, TAG_SECT, (struct span){0});
    tag_id heading = tag_add(&list->tags, section, TAG_H1, (struct span){0});
    tag_id second = tag_add(&list->tags, 0, TAG_P, (struct span){0});
    tag_id text = tag_add(&list->tags, section, TAG_P, (struct span){0});
    const struct tag *tags = list->tags.items;
    assert_int_equal(tags[0].kind, TAG_DOCUMENT);
    assert_int_equal(tags[0].first, section);
    assert_int_equal(tags[section].next, second);
    assert_int_equal(tags[0].last, second);
    assert_int_equal(tags[section].first, heading);
    assert_int_equal(tags[heading].next, text);
    assert_int_equal(tags[text].next, TAG_NONE);
}

static void tags_that_are_made_again_take_the_same_places(void **state)
{
    struct page_list *list = page_list_new(*state);
    tag_id section = tag_add(&list->tags, 0, TAG_SECT, (struct span){0});
    tag_id kept = tag_add(&list->tags, section, TAG_P, (struct span){0});
    size_t count = list->tags.count;
    tag_id heading = tag_add(&list->tags, section, TAG_H1, (struct span){0});
    (void)tag_add(&list->tags, heading, TAG_EM, (struct span){0});
    tags_cut(&list->tags, count);
    assert_int_equal(list->tags.count, count);
    assert_int_equal(list->tags.items[section].last, kept);
    assert_int_equal(list->tags.items[kept].next, TAG_NONE);
    assert_int_equal(tag_add(&list->tags, section, TAG_H1, (struct span){0}), heading);
    assert_int_equal(list->tags.items[kept].next, heading);
    tags_cut(&list->tags, section + (size_t)1);
    assert_int_equal(list->tags.items[section].first, TAG_NONE);
    assert_int_equal(list->tags.items[section].last, TAG_NONE);
}

static void dumps_the_tags_as_an_indented_tree(void **state)
{
    struct page_list *list = page_list_new(*state);
    tag_id items = tag_add(&list->tags, 0, TAG_L, (struct span){0});
    list->tags.items[items].numbering = NUMBERING_DISC;
    tag_add(&list->tags, items, TAG_LI, (struct span){0});
    tag_id link = tag_add(&list->tags, 0, TAG_LINK, (struct span){0});
    list->tags.items[link].alt = STR("the \"costs\"");
    struct str_builder out = str_builder_in(*state);
    tag_dump(list, &out);
    assert_str(str_built(&out), "Document\n"
                                "  L Disc\n"
                                "    LI\n"
                                "  Link alt \"the \\\"costs\\\"\"\n");
}

static void dumps_pages_with_their_paths_and_links(void **state)
{
    static const struct color teal = {.name = STR_INIT("teal")};
    struct page_list *list = page_list_new(*state);
    struct page *page = page_add(list, LENGTH_PT(612), LENGTH_PT(792));
    struct page_item *rule = page_item_add(list, page, ITEM_PATH);
    rule->artifact = ARTIFACT_LAYOUT;
    rule->color = &teal;
    rule->box = (struct box){LENGTH_PT(48), LENGTH_PT(64), LENGTH_PT(246), LENGTH_PT(0.75)};
    destination_add(list, (struct destination){.name = STR("costs")});
    struct page_item *link = page_item_add(list, page, ITEM_LINK);
    link->box = (struct box){LENGTH_PT(48), LENGTH_PT(76), LENGTH_PT(20), LENGTH_PT(16)};
    link->as.link.contents = STR("Costs");
    struct str_builder out = str_builder_in(*state);
    page_dump(list, &out);
    assert_str(str_built(&out), "page 1 612 792\n"
                                "  path 48 64 246 0.75 teal layout\n"
                                "  link 48 76 20 16 #costs \"Costs\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(children_stand_in_the_order_of_their_adding),
        RULE(tags_that_are_made_again_take_the_same_places),
        RULE(dumps_the_tags_as_an_indented_tree),
        RULE(dumps_pages_with_their_paths_and_links),
    };
    return cmocka_run_group_tests_name("page_list", tests, NULL, NULL);
}
