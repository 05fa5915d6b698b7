#include "page/page_check.h"
#include "unit/unit.h"

struct fixture {
    struct sources sources;
    struct diags diags;
    struct page_list *list;
    struct page *page;
    tag_id heading, paragraph, link;
};

static struct page_item *add_path(struct fixture *fixture, tag_id leaf)
{
    struct page_item *item = page_item_add(fixture->list, fixture->page, ITEM_PATH);
    item->tag = leaf;
    item->box = (struct box){0, 0, LENGTH_PT(10), LENGTH_PT(10)};
    return item;
}

static tag_id leaf_below(struct fixture *fixture, tag_id parent)
{
    return tag_add(&fixture->list->tags, parent, TAG_CONTENT, (struct span){0});
}

static struct fixture open_fixture(struct arena *arena)
{
    struct fixture fixture = {.list = page_list_new(arena)};
    sources_init(&fixture.sources, arena);
    fixture.page = page_add(fixture.list, LENGTH_PT(100), LENGTH_PT(100));
    fixture.heading = tag_add(&fixture.list->tags, 0, TAG_H1, (struct span){0});
    add_path(&fixture, leaf_below(&fixture, fixture.heading));
    fixture.paragraph = tag_add(&fixture.list->tags, 0, TAG_P, (struct span){0});
    add_path(&fixture, leaf_below(&fixture, fixture.paragraph));
    return fixture;
}

// What the check says about the fixture: nothing, or its one message.
static struct str verdict(struct arena *arena, struct fixture *fixture)
{
    diags_init(&fixture->diags, arena, &fixture->sources);
    bool good = page_check(fixture->list, &fixture->diags);
    assert_int_equal(good, fixture->diags.count == 0);
    return good ? STR("") : fixture->diags.items[0].message;
}

static void takes_pages_that_agree_with_their_tags(void **state)
{
    struct fixture fixture = open_fixture(*state);
    assert_str(verdict(*state, &fixture), "");
}

static void objects_to_text_that_is_on_no_page(void **state)
{
    struct fixture fixture = open_fixture(*state);
    leaf_below(&fixture, fixture.paragraph);
    assert_str(verdict(*state, &fixture), "page check: a text is in the tag tree but on no page");
}

static void objects_to_an_element_that_holds_nothing(void **state)
{
    struct fixture fixture = open_fixture(*state);
    tag_add(&fixture.list->tags, 0, TAG_SECT, (struct span){0});
    assert_str(verdict(*state, &fixture), "page check: an element of the tag tree holds nothing");
}

static void objects_to_content_out_of_reading_order(void **state)
{
    struct fixture fixture = open_fixture(*state);
    tag_id first = leaf_below(&fixture, fixture.paragraph);
    tag_id second = leaf_below(&fixture, fixture.paragraph);
    add_path(&fixture, second);
    add_path(&fixture, first);
    assert_str(verdict(*state, &fixture),
               "page check: content comes before what is read ahead of it");
}

static void objects_to_content_that_is_neither_tagged_nor_artifact(void **state)
{
    struct fixture fixture = open_fixture(*state);
    add_path(&fixture, TAG_NONE);
    assert_str(verdict(*state, &fixture),
               "page check: content is not at a content leaf of the tag tree");
}

static void objects_to_an_artifact_with_a_tag(void **state)
{
    struct fixture fixture = open_fixture(*state);
    add_path(&fixture, leaf_below(&fixture, fixture.paragraph))->artifact = ARTIFACT_LAYOUT;
    assert_str(verdict(*state, &fixture), "page check: an artifact has a tag");
}

static void objects_to_an_item_outside_its_page(void **state)
{
    struct fixture fixture = open_fixture(*state);
    struct page_item *item = add_path(&fixture, TAG_NONE);
    item->artifact = ARTIFACT_LAYOUT;
    item->box.x = LENGTH_PT(95);
    assert_str(verdict(*state, &fixture), "page check: an item lies outside its page");
}

static void objects_to_a_skipped_heading_level(void **state)
{
    struct fixture fixture = open_fixture(*state);
    tag_id deep = tag_add(&fixture.list->tags, 0, TAG_H3, (struct span){0});
    add_path(&fixture, leaf_below(&fixture, deep));
    assert_str(verdict(*state, &fixture), "page check: a heading level is skipped");
}

static void objects_to_a_link_that_says_nothing_or_leads_nowhere(void **state)
{
    struct fixture fixture = open_fixture(*state);
    tag_id tag = tag_add(&fixture.list->tags, fixture.paragraph, TAG_LINK, (struct span){0});
    add_path(&fixture, leaf_below(&fixture, tag));
    struct page_item *item = page_item_add(fixture.list, fixture.page, ITEM_LINK);
    item->tag = tag;
    item->as.link = (struct item_link){.uri = STR("https://example.org")};
    assert_str(verdict(*state, &fixture),
               "page check: a live area has nothing to say to a screen reader");
    item->as.link = (struct item_link){.contents = STR("Costs"), .target = 3};
    assert_str(verdict(*state, &fixture), "page check: a live area leads nowhere");
    destination_add(fixture.list, (struct destination){.name = STR("costs")});
    item->as.link.target = 0;
    assert_str(verdict(*state, &fixture), "");
}

static void objects_to_tags_within_a_group(void **state)
{
    struct fixture fixture = open_fixture(*state);
    struct page_item inner = {.kind = ITEM_PATH, .tag = TAG_NONE};
    struct page_item *group = page_item_add(fixture.list, fixture.page, ITEM_GROUP);
    group->tag = leaf_below(&fixture, fixture.paragraph);
    group->as.group = (struct item_group){.items = &inner, .count = 1, .alpha = DRAWING_OPAQUE};
    assert_str(verdict(*state, &fixture), "");
    inner.tag = group->tag;
    assert_str(verdict(*state, &fixture), "page check: an item of a group has a tag of its own");
    inner = (struct page_item){.kind = ITEM_LINK, .tag = TAG_NONE};
    assert_str(verdict(*state, &fixture), "page check: a live area is in a group");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(takes_pages_that_agree_with_their_tags),
        RULE(objects_to_text_that_is_on_no_page),
        RULE(objects_to_an_element_that_holds_nothing),
        RULE(objects_to_content_out_of_reading_order),
        RULE(objects_to_content_that_is_neither_tagged_nor_artifact),
        RULE(objects_to_an_artifact_with_a_tag),
        RULE(objects_to_an_item_outside_its_page),
        RULE(objects_to_a_skipped_heading_level),
        RULE(objects_to_a_link_that_says_nothing_or_leads_nowhere),
        RULE(objects_to_tags_within_a_group),
    };
    return cmocka_run_group_tests_name("page_check", tests, NULL, NULL);
}
