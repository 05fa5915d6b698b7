// The writer's work grows with the pages, not with their square. With a number as its argument the
// program writes a file of so many pages to standard output instead, and says what it took.
#include "pdf/pdf.h"
#include "unit/pages_fixture.h"
#include "unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PARAGRAPHS = 8, LINES = 5 }; // on a page

struct work {
    size_t bytes;
    size_t memory; // of the list and the file
    double seconds;
};

// One shaped line serves all pages: shaping is not what is measured.
static void add_line(struct page_list *list, struct page *page, tag_id tag, length y,
                     const struct item_glyphs *line)
{
    struct page_item *item = page_item_add(list, page, ITEM_GLYPHS);
    item->tag = tag;
    item->color = &fixture_black;
    item->as.glyphs = *line;
    item->as.glyphs.origin = (struct point){LENGTH_PT(72), y};
    item->box = (struct box){LENGTH_PT(72), y - LENGTH_PT(10), LENGTH_PT(400), LENGTH_PT(14)};
}

static void add_link(struct page_list *list, struct page *page, tag_id parent)
{
    struct page_item *item = page_item_add(list, page, ITEM_LINK);
    item->tag = tag_add(&list->tags, parent, TAG_LINK, (struct span){0});
    item->box = (struct box){LENGTH_PT(72), LENGTH_PT(72), LENGTH_PT(40), LENGTH_PT(14)};
    item->as.link = (struct item_link){STR("https://example.org/"), 0, STR("Example")};
}

static void fill_page(struct page_list *list, uint32_t number, const struct item_glyphs *line)
{
    struct page *page = page_add(list, LENGTH_PT(612), LENGTH_PT(792));
    tag_id section = tag_add(&list->tags, 0, TAG_SECT, (struct span){0});
    for (int i = 0; i < PARAGRAPHS; i++) {
        tag_id leaf = fixture_leaf(list, section, TAG_P);
        for (int k = 0; k < LINES; k++)
            add_line(list, page, leaf, LENGTH_PT(90) + (i * (LINES + 1) + k) * LENGTH_PT(14), line);
    }
    add_link(list, page, section);
    uint32_t target = destination_add(
        list, (struct destination){STR("here"), number, {0, LENGTH_PT(72)}, section});
    outline_add(list, (struct outline_entry){STR("Section"), 1, target});
}

static struct work write_pages(uint32_t count, FILE *out)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    struct font *font = fixture_font(&arena, 0, LATO);
    struct item_glyphs line = {0};
    fixture_shape(&arena, &line, font, LENGTH_PT(11),
                  STR("The treatment takes some weeks; the team tells you what comes next. "));
    struct page_list *list = page_list_new(&arena);
    list->info = (struct document_info){.title = STR("Long"), .language = STR("en")};
    for (uint32_t i = 0; i < count; i++)
        fill_page(list, i, &line);
    clock_t start = clock();
    struct pdf_job job = {list, STR("brochure"), 6, pdf_standards_screen, NULL};
    struct str bytes;
    assert_true(pdf_write(&arena, &job, &diags, &bytes));
    struct work work = {bytes.len, arena.total, (double)(clock() - start) / CLOCKS_PER_SEC};
    if (out)
        (void)fwrite(bytes.data, 1, bytes.len, out);
    fixture_close(font);
    arena_release(&arena);
    return work;
}

static void eight_times_the_pages_take_eight_times_the_work(void **state)
{
    (void)state;
    struct work few = write_pages(100, NULL), many = write_pages(800, NULL);
    assert_true(many.bytes < 9 * few.bytes);
    assert_true(many.memory < 10 * few.memory);
    assert_true(many.seconds < 16 * few.seconds + 0.1);
}

int main(int argc, char **argv)
{
    if (argc == 2) {
        uint32_t count = (uint32_t)strtoul(argv[1], NULL, 10);
        struct work work = write_pages(count, stdout);
        (void)fprintf(stderr, "%u pages: %.3f s, %zu bytes a page, %zu bytes of memory a page\n",
                      count, work.seconds, work.bytes / count, work.memory / count);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_times_the_pages_take_eight_times_the_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
