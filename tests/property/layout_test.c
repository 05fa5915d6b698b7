// What must hold of the pages of any brochure: every word is there, in order; no line leaves its
// place or covers another; headings, first and last lines do not stand alone. With a seed as its
// argument the program writes that seed's YAML to standard output instead, after --words what must
// be read from its pages; with two seeds it checks those between them.
#include "base/file.h"
#include "page/page_dump.h"
#include "page/page_grid.h"
#include "pipeline/pipeline.h"
#include "property/block_rules.h"
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

static const struct edition screen = {.name = STR_INIT("screen"), .kind = EDITION_SCREEN};

struct laid {
    struct run run;
    struct job job;
    const struct page_list *pages;
};

// The element of pictures: the document's own, which has no lines.
enum { PICTURE = 0 };

// A line of a paragraph or a heading, as it stands on the page.
struct set_line {
    tag_id element;
    size_t page;
    length y;
};

static struct str temporary_folder(void)
{
    const char *folder = getenv("TMPDIR");
    return str_from(folder ? folder : "/tmp");
}

static struct str temporary_file(struct arena *arena)
{
    return path_join(arena, temporary_folder(), STR("brochure-property.yaml"));
}

// The picture of all figures, beside the brochure.
static void write_picture(struct arena *arena)
{
    struct str path = path_join(arena, temporary_folder(), STR("property-cells.svg"));
    struct str svg = STR("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">"
                         "<circle cx=\"10\" cy=\"10\" r=\"9\" fill=\"#1F6F7A\"/>"
                         "<path d=\"M22 2h16v16h-16z\" fill=\"#B0341F\"/></svg>");
    assert_int_equal(file_write(arena, str_cstr(arena, path), svg), 0);
}

static void lay_out_edition(struct laid *laid, struct arena *arena, struct str yaml,
                            const struct edition *edition)
{
    struct str path = temporary_file(arena);
    assert_int_equal(file_write(arena, str_cstr(arena, path), yaml), 0);
    write_picture(arena);
    const char *out = getenv("OUT");
    struct run_options options = {
        .places = {.themes = STR("content/themes"),
                   .families = STR("fonts/families.yaml"),
                   .hyphenation =
                       path_join(arena, str_from(out ? out : "out/build/release"), STR("hyphen"))},
    };
    run_init(&laid->run, &options);
    job_init(&laid->job, &laid->run, path);
    bool good = job_read(&laid->job) && job_model(&laid->job, edition) &&
                job_theme(&laid->job, edition) &&
                job_pages(&laid->job, edition, NULL, &laid->pages);
    if (!good || laid->job.diags.error_count > 0) {
        struct str_builder said = str_builder_in(arena);
        diags_write(&laid->job.diags, DIAG_FORMAT_SHORT, false, &said);
        fail_msg("%.*s", STR_ARGS(str_built(&said)));
    }
}

static void lay_out(struct laid *laid, struct arena *arena, struct str yaml)
{
    lay_out_edition(laid, arena, yaml, &screen);
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

// Blanks are not compared: not those that may not break a line, either.
static bool is_left_out(struct str text, size_t at)
{
    struct str rest = str_slice(text, at, text.len);
    return str_starts_with(rest, STR("\xC2\xAD")) || str_starts_with(rest, STR("\xC2\xA0"));
}

static void add_printed(struct str_builder *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (is_left_out(text, i))
            i++;
        else if (text.data[i] != ' ')
            str_add_byte(out, text.data[i]);
    }
}

// In the order of the tag tree: what floats may stand on a later page than what is read after it.
static struct str words_on(struct arena *arena, const struct page_list *pages)
{
    struct str_builder *leaves = ARENA_ARRAY(arena, struct str_builder, pages->tags.count);
    struct str_builder words = str_builder_in(arena);
    for (size_t i = 0; i < pages->tags.count; i++)
        leaves[i] = str_builder_in(arena);
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->pages[i].count; j++)
            if (is_text(&pages->pages[i].items[j]))
                add_printed(&leaves[pages->pages[i].items[j].tag],
                            pages->pages[i].items[j].as.glyphs.text);
    for (size_t i = 0; i < pages->tags.count; i++)
        str_add(&words, str_built(&leaves[i]));
    return str_built(&words);
}

// Page numbers are known once there are pages.
static struct str words_wanted(struct arena *arena, const struct ruled *ruled, bool on_paper)
{
    struct str_builder wanted = str_builder_in(arena);
    struct str words = str_built(&ruled->made->words);
    for (size_t i = 0; i < words.len; i++) {
        if (is_left_out(words, i))
            i++;
        else if (words.data[i] == GENERATED_PAGE)
            str_addf(&wanted, "%zu", page_of_section(ruled, words.data[++i] - 1));
        else if (words.data[i] == GENERATED_PAPER && !on_paper)
            i = str_find(words, STR("\x7E"), i);
        else if (words.data[i] != GENERATED_PAPER && words.data[i] != GENERATED_PAPER_END)
            str_add_byte(&wanted, words.data[i]);
    }
    return str_built(&wanted);
}

static void compare_words(struct str wanted, struct str read)
{
    if (str_equal(wanted, read))
        return;
    size_t same = 0;
    while (same < wanted.len && same < read.len && wanted.data[same] == read.data[same])
        same++;
    size_t from = same > 30 ? same - 30 : 0;
    fail_msg("written: …%.*s…\nread:    …%.*s…", STR_ARGS(str_slice(wanted, from, same + 30)),
             STR_ARGS(str_slice(read, from, same + 30)));
}

static void check_words(struct arena *arena, const struct ruled *ruled)
{
    compare_words(words_wanted(arena, ruled, false), words_on(arena, ruled->pages));
}

// places

// A cover's text stands between the sides of the frame, and where the theme says.
static void check_within_frame(const struct ruled *ruled, const struct page *page,
                               const struct page_item *item)
{
    const struct page_look *look = &ruled->theme->page;
    const struct box *box = &item->box;
    struct point at = item->as.glyphs.origin;
    bool cover = ruled->brochure->cover.present && page == ruled->pages->pages;
    const length hang = LENGTH_PT(10); // of numbers of two digits, and opening quotation marks
    assert_true(at.y > (cover ? 0 : look->top));
    assert_true(at.y <= page->height - (cover ? 0 : look->bottom));
    if (box->x < look->inner - hang || box->x + box->width > page->width - look->outer + hang)
        fail_msg("page %td: \"%.*s\" leaves the frame", page - ruled->pages->pages + 1,
                 STR_ARGS(item->as.glyphs.text));
}

static bool is_in_table(const struct tag_tree *tags, tag_id id)
{
    while (id != TAG_NONE && tags->items[id].kind != TAG_TABLE)
        id = tags->items[id].parent;
    return id != TAG_NONE;
}

// Type of the body's size stands on the grid; a table's rows keep a rhythm of their own.
static void check_on_grid(const struct ruled *ruled, const struct page *page,
                          const struct page_item *item)
{
    const struct role *body = &ruled->theme->roles[ROLE_BODY];
    const struct page_look *look = &ruled->theme->page;
    bool cover = ruled->brochure->cover.present && page == ruled->pages->pages;
    if (item->as.glyphs.size != body->size || cover || is_in_table(&ruled->pages->tags, item->tag))
        return;
    if ((item->as.glyphs.origin.y - look->top - body->base) % look->grid != 0)
        fail_msg("page %td: \"%.*s\" stands beside the grid", page - ruled->pages->pages + 1,
                 STR_ARGS(item->as.glyphs.text));
}

// Whatever else promises to stand on it does.
static void check_promises(const struct ruled *ruled, const struct page *page)
{
    for (size_t i = 0; i < page->count; i++)
        if (page_item_beside(&ruled->pages->grid, &page->items[i]) != 0)
            fail_msg("page %td: \"%.*s\" breaks its promise", page - ruled->pages->pages + 1,
                     STR_ARGS(page->items[i].as.glyphs.text));
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

// Text stands on no picture and no symbol.
static bool meets(const struct page_item *picture, const struct page_item *text)
{
    const struct box *a = &picture->box;
    length right = text->box.x + text->box.width, y = text->as.glyphs.origin.y;
    return text->box.x < a->x + a->width && right > a->x &&
           y - text->as.glyphs.size / 2 < a->y + a->height && y > a->y;
}

static bool is_drawn(const struct page_item *item)
{
    return item->kind == ITEM_IMAGE || item->kind == ITEM_GROUP;
}

static bool is_picture(const struct page_item *item)
{
    return (is_real(item) && item->kind != ITEM_GLYPHS) || is_drawn(item);
}

static void check_apart(const struct page_item *a, const struct page_item *b)
{
    if (is_text(a) && is_text(b) && covers(a, b))
        fail_msg("\"%.*s\" covers \"%.*s\"", STR_ARGS(b->as.glyphs.text),
                 STR_ARGS(a->as.glyphs.text));
    const struct page_item *text = is_text(a) ? a : b, *picture = is_text(a) ? b : a;
    if (is_text(text) && is_picture(picture) && meets(picture, text))
        fail_msg("\"%.*s\" stands on a picture", STR_ARGS(text->as.glyphs.text));
}

static void check_places(const struct ruled *ruled)
{
    for (size_t i = 0; i < ruled->pages->count; i++) {
        const struct page *page = &ruled->pages->pages[i];
        check_promises(ruled, page);
        for (size_t j = 0; j < page->count; j++) {
            if (is_text(&page->items[j])) {
                check_within_frame(ruled, page, &page->items[j]);
                check_on_grid(ruled, page, &page->items[j]);
            }
            for (size_t k = 0; k < j; k++)
                check_apart(&page->items[k], &page->items[j]);
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
        if (kind == TAG_P || kind == TAG_BIBENTRY || kind == TAG_TOCI || kind == TAG_LBODY ||
            is_row(pages, id) || is_heading(pages, id))
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
            if (is_drawn(item))
                element = PICTURE;
            if (element == TAG_NONE)
                continue;
            struct set_line line = {element, i, item->box.y + item->box.height};
            if (is_text(item))
                line.y = item->as.glyphs.origin.y;
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
    // A small page may be too low for a heading and what cannot be parted below it.
    bool low = pages->pages[lines[0].page].height < LENGTH_PT(500);
    bool runs_in = after > 0 && lines[count].page == lines[count - 1].page &&
                   lines[count].y == lines[count - 1].y;
    if (heading && after > 0 && !low && !runs_in && !same_column(&lines[count - 1], &lines[count]))
        fail_msg("page %zu: a heading stands alone", lines[0].page + 1);
    if (lines[0].element == PICTURE)
        return;
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
    struct generated *g = generate_brochure(arena, seed);
    struct laid laid;
    print_message("# seed %u\n", (unsigned)seed);
    lay_out(&laid, arena, str_built(&g->yaml));
    struct ruled ruled = {laid.pages, laid.job.brochure, laid.job.themes.of[EDITION_SCREEN], g};
    check_words(arena, &ruled);
    check_places(&ruled);
    check_keeps(arena, laid.pages);
    check_blocks(&ruled);
    check_chapters(&ruled);
    check_links(&ruled);
    put_away(&laid);
}

static void each_seed_makes_good_pages(void **state)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++)
        check_seed(*state, seed);
}

// Returns the text without a part, and says how often that stood in it.
static struct str taken_out(struct arena *arena, struct str text, struct str part, size_t *times)
{
    struct str_builder out = str_builder_in(arena);
    size_t start = 0;
    *times = 0;
    for (size_t at; (at = str_find(text, part, start)) < text.len; start = at + part.len) {
        str_add(&out, str_slice(text, start, at));
        ++*times;
    }
    str_add(&out, str_slice(text, start, text.len));
    return str_built(&out);
}

// Lays a seed out for the press, holds its pages to the rules, and returns how often `part` stands
// beside what is read on screens, too.
static size_t check_on_paper(struct arena *arena, uint64_t seed, enum press_links links,
                             struct str part)
{
    struct generated *g = generate_brochure(arena, seed);
    struct edition print = {.name = STR("print"), .kind = EDITION_PRINT, .press = {.links = links}};
    struct laid laid;
    size_t times;
    print_message("# seed %u on paper\n", (unsigned)seed);
    lay_out_edition(&laid, arena, str_built(&g->yaml), &print);
    struct ruled ruled = {laid.pages, laid.job.brochure, laid.job.themes.of[EDITION_PRINT], g};
    struct str words = taken_out(arena, words_on(arena, laid.pages), part, &times);
    if (links == LINKS_TEXT)
        compare_words(words_wanted(arena, &ruled, true), words);
    check_places(&ruled);
    check_keeps(arena, laid.pages);
    check_blocks(&ruled);
    check_links(&ruled);
    put_away(&laid);
    return times;
}

static void each_seed_has_its_addresses_on_paper(void **state)
{
    size_t all = 0;
    for (uint64_t seed = 1; seed <= SEEDS / 4; seed++) {
        size_t times = check_on_paper(*state, seed, LINKS_TEXT, STR("(https://example.org/x)"));
        assert_int_equal(check_on_paper(*state, seed, LINKS_LIST, STR("[a]")), times);
        assert_int_equal(check_on_paper(*state, seed, LINKS_QR, STR("[a]")), times);
        all += times;
    }
    assert_true(all > SEEDS / 4);
}

static void what_once_failed_holds(void **state)
{
    check_seed(*state, 776);  // the heading of the references stood at a page's foot
    check_seed(*state, 3949); // a contact was parted below the title and its subtitle
    check_seed(*state, 4295); // and so was a figure
    check_seed(*state, 3658); // a line stood alone there, since no page held the whole
}

static void a_seed_makes_the_same_pages_twice(void **state)
{
    struct arena *arena = *state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct str dumps[2];
        for (int i = 0; i < 2; i++) {
            struct laid laid;
            struct generated *g = generate_brochure(arena, seed);
            lay_out(&laid, arena, str_built(&g->yaml));
            dumps[i] = dump(arena, laid.pages);
            put_away(&laid);
        }
        assert_true(str_equal(dumps[0], dumps[1]));
    }
}

static uint64_t first_seed, last_seed;

static void asked_seeds_make_good_pages(void **state)
{
    for (uint64_t seed = first_seed; seed <= last_seed; seed++)
        check_seed(*state, seed);
}

static int write_seed(uint64_t seed)
{
    struct arena arena;
    arena_init(&arena);
    struct generated *g = generate_brochure(&arena, seed);
    (void)fwrite(g->yaml.data, 1, g->yaml.len, stdout);
    arena_release(&arena);
    return 0;
}

static int write_words(uint64_t seed)
{
    struct arena arena;
    struct laid laid;
    arena_init(&arena);
    struct generated *g = generate_brochure(&arena, seed);
    lay_out(&laid, &arena, str_built(&g->yaml));
    struct ruled ruled = {laid.pages, laid.job.brochure, laid.job.themes.of[EDITION_SCREEN], g};
    struct str words = words_wanted(&arena, &ruled, false);
    (void)fwrite(words.data, 1, words.len, stdout);
    put_away(&laid);
    arena_release(&arena);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--words") == 0)
        return write_words(strtoull(argv[2], NULL, 10));
    if (argc == 2)
        return write_seed(strtoull(argv[1], NULL, 10));
    if (argc == 3) {
        const struct CMUnitTest asked[] = {RULE(asked_seeds_make_good_pages)};
        first_seed = strtoull(argv[1], NULL, 10);
        last_seed = strtoull(argv[2], NULL, 10);
        return cmocka_run_group_tests(asked, NULL, NULL);
    }
    const struct CMUnitTest tests[] = {
        RULE(each_seed_makes_good_pages),
        RULE(each_seed_has_its_addresses_on_paper),
        RULE(what_once_failed_holds),
        RULE(a_seed_makes_the_same_pages_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
