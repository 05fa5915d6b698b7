#include "pdf/links.h"
#include "unit/unit.h"

struct site {
    struct arena arena;
    struct page_list *list;
    struct haru *haru;
    struct haru_page pages[2];
    struct tags *tags;
    struct places places;
};

static void site_open(struct site *site, struct pdf_standards standards)
{
    arena_init(&site->arena);
    site->list = page_list_new(&site->arena);
    site->haru = haru_open(&site->arena, 0, 2);
    haru_set_standards(site->haru, &standards);
    for (size_t i = 0; i < 2; i++) {
        page_add(site->list, LENGTH_PT(600), LENGTH_PT(800));
        site->pages[i] = haru_add_page(site->haru);
    }
    site->places = (struct places){&site->arena, site->list, site->pages, NULL};
    destination_add(site->list,
                    (struct destination){STR("costs"), 1, {LENGTH_PT(72), LENGTH_PT(100)}, 0});
}

static struct str site_written(struct site *site)
{
    struct str bytes;
    assert_true(haru_write(site->haru, &bytes));
    return bytes;
}

static void site_close(struct site *site)
{
    haru_close(site->haru);
    arena_release(&site->arena);
}

static void assert_holds(struct str file, const char *part)
{
    if (str_find(file, str_from(part), 0) == file.len)
        fail_msg("the file does not hold %s", part);
}

static struct str written_link(struct site *site, struct item_link link)
{
    struct page_item *item = page_item_add(site->list, &site->list->pages[0], ITEM_LINK);
    item->tag = tag_add(&site->list->tags, 0, TAG_LINK, (struct span){0});
    item->box = (struct box){LENGTH_PT(72), LENGTH_PT(100), LENGTH_PT(50), LENGTH_PT(14)};
    item->as.link = link;
    site->tags = tags_open(&site->arena, site->list, site->pages, site->haru);
    tags_begin_page(site->tags, 0);
    site->places.tags = site->tags;
    struct str_builder annotations = str_builder_in(&site->arena);
    links_write(&site->places, 0, site->haru, &annotations);
    assert_true(annotations.len > 0);
    return site_written(site);
}

static void a_link_says_where_it_is_and_what_it_is(void **state)
{
    (void)state;
    struct site site;
    site_open(&site, pdf_standards_screen);
    struct str file = written_link(
        &site, (struct item_link){STR("https://example.org/"), 0, STR("Example's page")});
    assert_holds(file, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[72 686 122 700]"
                       "/Contents(Example's page)/A<</S/URI/URI(https://example.org/)>>"
                       "/StructParent 2");
    site_close(&site);
}

static void an_address_is_written_in_ascii(void **state)
{
    (void)state;
    struct site site;
    site_open(&site, pdf_standards_screen);
    assert_holds(
        written_link(&site, (struct item_link){STR("https://é.org/a b(1)%20"), 0, STR("x")}),
        "/URI(https://%C3%A9.org/a%20b\\(1\\)%20)");
    site_close(&site);
}

static void a_link_within_the_file_names_page_and_place(void **state)
{
    (void)state;
    struct site site;
    site_open(&site, pdf_standards_screen);
    struct str file = written_link(&site, (struct item_link){STR(""), 0, STR("Costs")});
    struct str destination =
        str_format(&site.arena, "/Dest[%u 0 R/XYZ 72 700 null]", (unsigned)site.pages[1].object);
    assert_holds(file, str_cstr(&site.arena, destination));
    site_close(&site);
}

static void in_pdf_2_it_names_the_element_too(void **state)
{
    (void)state;
    struct site site;
    site_open(&site, (struct pdf_standards){.access_part = 2});
    tag_id section = tag_add(&site.list->tags, 0, TAG_SECT, (struct span){0});
    site.list->destinations[0].tag = section;
    struct str file = written_link(&site, (struct item_link){STR(""), 0, STR("Costs")});
    struct str action = str_format(
        &site.arena, "/A<</S/GoTo/D[%u 0 R/XYZ 72 700 null]/SD[%u 0 R/XYZ 72 700 null]>>",
        (unsigned)site.pages[1].object, (unsigned)tags_element(site.tags, section));
    assert_holds(file, str_cstr(&site.arena, action));
    assert_int_equal(str_find(file, STR("/Dest"), 0), file.len);
    site_close(&site);
}

static void the_outline_nests_as_its_levels_do(void **state)
{
    (void)state;
    struct site site;
    site_open(&site, pdf_standards_screen);
    const struct outline_entry entries[] = {{STR_INIT("One"), 1, 0},
                                            {STR_INIT("Inner"), 2, 0},
                                            {STR_INIT("Last inner"), 2, 0},
                                            {STR_INIT("Two"), 1, 0}};
    for (size_t i = 0; i < 4; i++)
        outline_add(site.list, entries[i]);
    uint32_t root = outline_write(&site.places, site.haru);
    // Objects are taken off the spare ones first, so the numbers are read, not counted.
    struct str file = site_written(&site);
    assert_true(root != 0);
    size_t one = str_find(file, STR("/Title(One)"), 0), end = str_find(file, STR(">>"), one);
    assert_holds(str_slice(file, one, end), "/Count -2");
    assert_holds(str_slice(file, one, end), "/Next ");
    size_t inner = str_find(file, STR("/Title(Inner)"), 0);
    end = str_find(file, STR(">>"), inner);
    assert_holds(str_slice(file, inner, end), "/Next ");
    assert_int_equal(str_find(str_slice(file, inner, end), STR("/Prev"), 0), end - inner);
    assert_int_equal(str_find(str_slice(file, inner, end), STR("/Count"), 0), end - inner);
    assert_holds(file, "/Count 2");
    site_close(&site);
}

static void no_entries_make_no_outline(void **state)
{
    (void)state;
    struct site site;
    site_open(&site, pdf_standards_screen);
    assert_int_equal(outline_write(&site.places, site.haru), 0);
    site_close(&site);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_says_where_it_is_and_what_it_is),
        cmocka_unit_test(an_address_is_written_in_ascii),
        cmocka_unit_test(a_link_within_the_file_names_page_and_place),
        cmocka_unit_test(in_pdf_2_it_names_the_element_too),
        cmocka_unit_test(the_outline_nests_as_its_levels_do),
        cmocka_unit_test(no_entries_make_no_outline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
