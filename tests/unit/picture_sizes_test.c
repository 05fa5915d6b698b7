// Each picture's largest place.
#include "page/picture_sizes.h"
#include "unit/unit.h"

static struct page_item image(const struct picture *picture, double width, double height)
{
    struct page_item item = {.kind = ITEM_IMAGE};
    item.box.width = LENGTH_PT(width);
    item.box.height = LENGTH_PT(height);
    item.as.image.picture = picture;
    return item;
}

static void add(struct page_list *list, struct page *page, struct page_item item)
{
    struct page_item *added = page_item_add(list, page, item.kind);
    *added = item;
}

static void the_largest_place_of_equal_files_counts(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena);
    struct page_list *list = page_list_new(&arena);
    struct page *page = page_add(list, LENGTH_PT(600), LENGTH_PT(600));
    const struct raster one = {.file = STR("one"), .orientation = 1};
    const struct raster again = {.file = STR("one"), .orientation = 1};
    const struct raster two = {.file = STR("two"), .orientation = 6};
    const struct picture pictures[] = {{.raster = &one}, {.raster = &again}, {.raster = &two}};
    add(list, page, image(&pictures[0], 100, 50));
    add(list, page, image(&pictures[2], 30, 40));
    page = page_add(list, LENGTH_PT(600), LENGTH_PT(600));
    add(list, page, image(&pictures[1], 200, 100));
    add(list, page, image(&pictures[0], 20, 10));
    struct picture_sizes sizes = picture_sizes_find(&arena, list);
    assert_int_equal(sizes.count, 2);
    assert_ptr_equal(sizes.items[0]->raster, &one);
    assert_int_equal(sizes.items[0]->width, LENGTH_PT(200));
    assert_int_equal(sizes.items[0]->height, LENGTH_PT(100));
    assert_int_equal(sizes.items[1]->width, LENGTH_PT(40)); // it lies on its side
    assert_int_equal(sizes.items[1]->height, LENGTH_PT(30));
    arena_release(&arena);
}

static void groups_enlarge_what_is_in_them(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena);
    struct page_list *list = page_list_new(&arena);
    struct page *page = page_add(list, LENGTH_PT(600), LENGTH_PT(600));
    const struct raster raster = {.file = STR("one"), .orientation = 1};
    const struct picture picture = {.raster = &raster};
    const struct page_item inner = image(&picture, 10, 20);
    const struct affine turned_and_doubled = {.b = 131072, .c = -131072};
    struct page_item group = {.kind = ITEM_GROUP};
    group.as.group.items = &inner;
    group.as.group.count = 1;
    group.as.group.placement = &turned_and_doubled;
    add(list, page, group);
    struct picture_sizes sizes = picture_sizes_find(&arena, list);
    assert_int_equal(sizes.items[0]->width, LENGTH_PT(20));
    assert_int_equal(sizes.items[0]->height, LENGTH_PT(40));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_place_of_equal_files_counts),
        cmocka_unit_test(groups_enlarge_what_is_in_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
