// What must hold of the pages of any brochure: every word is there, in order; no line leaves its
// place or covers another; headings, first and last lines do not stand alone. With a seed as its
// argument the program writes that seed's YAML to standard output instead.
#include "base/file.h"
#include "model/terms.h"
#include "page/page_dump.h"
#include "pipeline/pipeline.h"
#include "property/generator.h"
#include "unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEEDS 24
#endif
#endif
#ifndef SEEDS
#define SEEDS 120
#endif

struct laid {
    struct run run;
    struct job job;
    const struct page_list *pages;
};

// A line of a paragraph or a heading, as it stands on the page.
struct set_line {
    tag_id element;
    size_t page;
    length y;
};

static struct str temporary_file(struct arena *arena)
{
    const char *folder = getenv("TMPDIR");
    return path_join(arena, str_from(folder ? folder : "/tmp"), STR("brochure-property.yaml"));
}

static void lay_out(struct laid *laid, struct arena *arena, struct str yaml)
{
    struct str path = temporary_file(arena);
    assert_int_equal(file_write(arena, str_cstr(arena, path), yaml), 0);
    struct run_options options = {
        .places = {.themes = STR("content/themes"),
                   .families = STR("fonts/families.yaml"),
                   .hyphenation = STR("out/build/release/hyphen")},
    };
    run_init(&laid->run, &options);
    job_init(&laid->job, &laid->run, path);
    struct edition screen = {.name = STR("screen"), .kind = EDITION_SCREEN};
    bool good = job_read(&laid->job) && job_model(&laid->job, &screen) && job_theme(&laid->job) &&
                job_pages(&laid->job, &screen, NULL, &laid->pages);
    if (!good || laid->job.diags.error_count > 0) {
        struct str_builder said = str_builder_in(arena);
        diags_write(&laid->job.diags, DIAG_FORMAT_SHORT, false, &said);
        fail_msg("%.*s", STR_ARGS(str_built(&said)));
    }
}

static void put_away(struct laid *laid)
{
    job_release(&laid->job);
    run_release(&laid->run);
}

static bool is_text(const struct page_item *item)
{
    return item->kind == ITEM_GLYPHS && item->artifact == ARTIFACT_NONE;
}

// words

static void add_printed(struct str_builder *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool soft_hyphen = str_starts_with(str_slice(text, i, text.len), STR("\xC2\xAD"));
        if (soft_hyphen)
            i++;
        else if (text.data[i] != ' ')
            str_add_byte(out, text.data[i]);
    }
}

static struct str words_on(struct arena *arena, const struct page_list *pages)
{
    struct str_builder words = str_builder_in(arena);
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->pages[i].count; j++)
            if (is_text(&pages->pages[i].items[j]))
                add_printed(&words, pages->pages[i].items[j].as.glyphs.text);
    return str_built(&words);
}

static struct str words_wanted(struct arena *arena, const struct generated *g, struct str language)
{
    struct str_builder wanted = str_builder_in(arena);
    struct str words = str_built(&g->words);
    size_t mark = str_find_byte(words, '\1', 0);
    str_add(&wanted, str_slice(words, 0, mark));
    str_add(&wanted, term_find(language, TERM_REFERENCES));
    str_add(&wanted, str_slice(words, mark + 1, words.len));
    return str_built(&wanted);
}

static void check_words(struct arena *arena, const struct laid *laid, const struct generated *g)
{
    struct str wanted = words_wanted(arena, g, laid->job.brochure->language);
    struct str read = words_on(arena, laid->pages);
    if (str_equal(wanted, read))
        return;
    size_t same = 0;
    while (same < wanted.len && same < read.len && wanted.data[same] == read.data[same])
        same++;
    size_t from = same > 30 ? same - 30 : 0;
    fail_msg("written: …%.*s…\nread:    …%.*s…", STR_ARGS(str_slice(wanted, from, same + 30)),
             STR_ARGS(str_slice(read, from, same + 30)));
}

// places

static void check_within_frame(const struct laid *laid, const struct page *page,
                               const struct page_item *item)
{
    const struct page_look *look = &laid->job.themes.of[EDITION_SCREEN]->page;
    const struct box *box = &item->box;
    struct point at = item->as.glyphs.origin;
    assert_true(at.y > look->top && at.y <= page->height - look->bottom);
    assert_true(box->x >= look->inner - LENGTH_PT(8)); // numbers of two digits hang out a little
    length space = item->as.glyphs.size / 3;           // of a line's end
    assert_true(box->x + box->width <= page->width - look->outer + space);
}

// Two pieces of text either stand on other baselines, far enough apart, or beside each other.
static bool covers(const struct page_item *a, const struct page_item *b)
{
    const length slack = LENGTH_PT(1);
    bool beside =
        a->box.x + a->box.width <= b->box.x + slack || b->box.x + b->box.width <= a->box.x + slack;
    length apart = a->as.glyphs.origin.y - b->as.glyphs.origin.y;
    const struct page_item *lower = apart > 0 ? a : b;
    return !beside && abs(apart) < length_scale(lower->as.glyphs.size, 9, 10);
}

static void check_places(const struct laid *laid)
{
    for (size_t i = 0; i < laid->pages->count; i++) {
        const struct page *page = &laid->pages->pages[i];
        for (size_t j = 0; j < page->count; j++) {
            if (!is_text(&page->items[j]))
                continue;
            check_within_frame(laid, page, &page->items[j]);
            for (size_t k = 0; k < j; k++)
                if (is_text(&page->items[k]) && covers(&page->items[k], &page->items[j]))
                    fail_msg("page %zu: \"%.*s\" covers \"%.*s\"", i + 1,
                             STR_ARGS(page->items[j].as.glyphs.text),
                             STR_ARGS(page->items[k].as.glyphs.text));
        }
    }
}

// keeps

static bool is_heading(const struct page_list *pages, tag_id id)
{
    enum tag_kind kind = pages->tags.items[id].kind;
    return kind >= TAG_H1 && kind <= TAG_H6;
}

static bool is_row(const struct page_list *pages, tag_id id)
{
    return pages->tags.items[id].kind == TAG_TR;
}

// The paragraph, heading, entry or row of a table that a leaf belongs to; TAG_NONE for the labels
// of items.
static tag_id element_of(const struct page_list *pages, tag_id id)
{
    for (; id != TAG_NONE; id = pages->tags.items[id].parent) {
        enum tag_kind kind = pages->tags.items[id].kind;
        if (kind == TAG_LBL)
            return TAG_NONE;
        if (kind == TAG_P || kind == TAG_BIBENTRY || is_row(pages, id) || is_heading(pages, id))
            return id;
    }
    return TAG_NONE;
}

static size_t collect_lines(struct arena *arena, const struct page_list *pages,
                            struct set_line **lines)
{
    size_t items = 0, count = 0;
    for (size_t i = 0; i < pages->count; i++)
        items += pages->pages[i].count;
    *lines = ARENA_ARRAY(arena, struct set_line, items);
    for (size_t i = 0; i < pages->count; i++) {
        for (size_t j = 0; j < pages->pages[i].count; j++) {
            const struct page_item *item = &pages->pages[i].items[j];
            tag_id element = is_text(item) ? element_of(pages, item->tag) : TAG_NONE;
            if (element == TAG_NONE)
                continue;
            struct set_line line = {element, i, item->as.glyphs.origin.y};
            const struct set_line *last = count > 0 ? &(*lines)[count - 1] : NULL;
            bool goes_on = last && last->element == element && last->page == i;
            bool raised = goes_on && abs(last->y - line.y) < LENGTH_PT(6);
            bool beside = goes_on && is_row(pages, element); // a row's cells stand side by side
            if (!raised && !beside)                          // on a line of its own
                (*lines)[count++] = line;
        }
    }
    return count;
}

static bool same_column(const struct set_line *a, const struct set_line *b)
{
    return a->page == b->page && b->y > a->y;
}

static void check_element(const struct page_list *pages, const struct set_line *lines, size_t count,
                          size_t after)
{
    size_t first = 1, last = 1;
    while (first < count && same_column(&lines[first - 1], &lines[first]))
        first++;
    while (last < count && same_column(&lines[count - last - 1], &lines[count - last]))
        last++;
    bool heading = is_heading(pages, lines[0].element);
    if (heading && first < count)
        fail_msg("page %zu: a heading is parted", lines[0].page + 1);
    if (heading && after > 0 && !same_column(&lines[count - 1], &lines[count]))
        fail_msg("page %zu: a heading stands alone", lines[0].page + 1);
    if (count > 1 && first == 1)
        fail_msg("page %zu: a first line stands alone", lines[0].page + 1);
    if (count > 1 && last == 1)
        fail_msg("page %zu: a last line stands alone", lines[count - 1].page + 1);
}

static void check_keeps(struct arena *arena, const struct page_list *pages)
{
    struct set_line *lines;
    size_t count = collect_lines(arena, pages, &lines);
    for (size_t start = 0, end; start < count; start = end) {
        end = start + 1;
        while (end < count && lines[end].element == lines[start].element)
            end++;
        check_element(pages, lines + start, end - start, count - end);
    }
}

static struct str dump(struct arena *arena, const struct page_list *pages)
{
    struct str_builder out = str_builder_in(arena);
    page_dump(pages, &out);
    tag_dump(pages, &out);
    return str_built(&out);
}

static void check_seed(struct arena *arena, uint64_t seed)
{
    struct generated g = generate_brochure(arena, seed);
    struct laid laid;
    print_message("# seed %u\n", (unsigned)seed);
    lay_out(&laid, arena, str_built(&g.yaml));
    check_words(arena, &laid, &g);
    check_places(&laid);
    check_keeps(arena, laid.pages);
    put_away(&laid);
}

static void each_seed_makes_good_pages(void **state)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++)
        check_seed(*state, seed);
}

static void what_once_failed_holds(void **state)
{
    check_seed(*state, 776); // the heading of the references stood at a page's foot
}

static void a_seed_makes_the_same_pages_twice(void **state)
{
    struct arena *arena = *state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct str dumps[2];
        for (int i = 0; i < 2; i++) {
            struct laid laid;
            struct generated g = generate_brochure(arena, seed);
            lay_out(&laid, arena, str_built(&g.yaml));
            dumps[i] = dump(arena, laid.pages);
            put_away(&laid);
        }
        assert_true(str_equal(dumps[0], dumps[1]));
    }
}

int main(int argc, char **argv)
{
    if (argc == 2) {
        struct arena arena;
        arena_init(&arena);
        struct generated g = generate_brochure(&arena, strtoull(argv[1], NULL, 10));
        (void)fwrite(g.yaml.data, 1, g.yaml.len, stdout);
        arena_release(&arena);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        RULE(each_seed_makes_good_pages),
        RULE(what_once_failed_holds),
        RULE(a_seed_makes_the_same_pages_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
