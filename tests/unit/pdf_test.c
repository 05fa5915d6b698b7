// The writer as a whole: page lists in, files out. With a folder as its argument the program writes
// its sample files there, for tests/pdf/readers.sh.
#include "base/file.h"
#include "pdf/pdf.h"
#include "unit/pages_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct color fixture_teal = {.rgb = {11, 74, 88}};

struct sample {
    struct arena arena;
    struct sources sources;
    struct diags diags;
    struct page_list *list;
    struct font *fonts[3];
    size_t font_count;
};

static void sample_open(struct sample *sample)
{
    *sample = (struct sample){0};
    arena_init(&sample->arena);
    sources_init(&sample->sources, &sample->arena);
    diags_init(&sample->diags, &sample->arena, &sample->sources);
    sample->list = page_list_new(&sample->arena);
    sample->list->info = (struct document_info){.title = STR("CAR-T cell therapy & more"),
                                                .subject = STR("What to expect"),
                                                .author = STR("Hämatologie"),
                                                .keywords = STR("CAR-T, leukemia"),
                                                .language = STR("en-US"),
                                                .date = STR("2025-06-27"),
                                                .identifier = STR("PE-0421"),
                                                .version = STR("2.0")};
}

static void sample_close(struct sample *sample)
{
    for (size_t i = 0; i < sample->font_count; i++)
        fixture_close(sample->fonts[i]);
    arena_release(&sample->arena);
}

static const struct font *sample_font(struct sample *sample, const char *path)
{
    struct font *font = fixture_font(&sample->arena, (uint32_t)sample->font_count, path);
    sample->fonts[sample->font_count++] = font;
    return font;
}

static struct str sample_write(struct sample *sample)
{
    struct pdf_job job = {sample->list, STR("brochure 0.1"), 6, pdf_standards_screen, NULL};
    struct str bytes;
    assert_true(pdf_write(&sample->arena, &job, &sample->diags, &bytes));
    assert_int_equal(sample->diags.count, 0);
    return bytes;
}

static struct page *add_page(struct page_list *list, const char *label)
{
    struct page *page = page_add(list, LENGTH_PT(612), LENGTH_PT(792));
    page->label = str_from(label);
    return page;
}

static void add_link(struct page_list *list, struct page *page, tag_id link, struct box box,
                     struct item_link target)
{
    struct page_item *item = page_item_add(list, page, ITEM_LINK);
    item->tag = link;
    item->box = box;
    item->as.link = target;
}

static const struct path_step rule_steps[] = {
    {PATH_MOVE, {{LENGTH_PT(72), LENGTH_PT(60)}}},
    {PATH_LINE, {{LENGTH_PT(540), LENGTH_PT(60)}}},
};

static void add_furniture(struct sample *sample, struct page *page, const struct font *font)
{
    fixture_text(sample->list, page,
                 (struct fixture_place){TAG_NONE, ARTIFACT_HEADER, LENGTH_PT(72), LENGTH_PT(50),
                                        LENGTH_PT(9)},
                 font, "CAR-T cell therapy");
    struct page_item *rule = page_item_add(sample->list, page, ITEM_PATH);
    rule->artifact = ARTIFACT_LAYOUT;
    rule->color = &fixture_black;
    rule->box = (struct box){LENGTH_PT(72), LENGTH_PT(60), LENGTH_PT(468), 0};
    rule->as.path =
        (struct item_path){.steps = rule_steps, .count = 2, .stroke_width = LENGTH_PT(0.5)};
}

static struct fixture_place at(tag_id tag, double x, double y)
{
    return (struct fixture_place){tag, ARTIFACT_NONE, LENGTH_PT(x), LENGTH_PT(y), LENGTH_PT(12)};
}

// A heading, a paragraph that goes over a page's end and is hyphenated, a list, two links.
static void fill_brochure(struct sample *sample)
{
    struct page_list *list = sample->list;
    const struct font *lato = sample_font(sample, LATO), *bold = sample_font(sample, LATO_BOLD);
    tag_id section = tag_add(&list->tags, 0, TAG_SECT, (struct span){0});
    list->tags.items[section].title = STR("Différence");
    tag_id heading = fixture_leaf(list, section, TAG_H1);
    tag_id paragraph = fixture_leaf(list, section, TAG_P);
    tag_id link =
        tag_add(&list->tags, list->tags.items[paragraph].parent, TAG_LINK, (struct span){0});
    tag_id link_text = tag_add(&list->tags, link, TAG_CONTENT, (struct span){0});
    tag_id items = tag_add(&list->tags, section, TAG_L, (struct span){0});
    list->tags.items[items].numbering = NUMBERING_DECIMAL;

    struct page *page = add_page(list, "1");
    add_furniture(sample, page, lato);
    fixture_text(list, page, at(heading, 72, 100), bold, "An efficient office: Différence");
    fixture_text(list, page, at(paragraph, 72, 130), lato,
                 "AVATAR Waffles To. The treatment is effi\xC2\xAD");
    length width = fixture_text(list, page, at(paragraph, 72, 146), lato, "cient. Read more at ");
    struct fixture_place place = at(link_text, 72, 146);
    place.x += width;
    width = fixture_text(list, page, place, lato, "example.org");
    add_link(list, page, link, (struct box){place.x, LENGTH_PT(134), width, LENGTH_PT(14)},
             (struct item_link){STR("https://example.org/ä"), 0, STR("Example, a web site")});
    for (int i = 0; i < 3; i++) {
        tag_id item = tag_add(&list->tags, items, TAG_LI, (struct span){0});
        tag_id label = fixture_leaf(list, item, TAG_LBL),
               body = fixture_leaf(list, item, TAG_LBODY);
        const char *labels[] = {"1. ", "2. ", "3. "};
        fixture_text(list, page, at(label, 72, 170 + 16 * i), lato, labels[i]);
        fixture_text(list, page, at(body, 90, 170 + 16 * i), lato, "An item of the list ");
    }
    tag_id over = fixture_leaf(list, section, TAG_P);
    fixture_text(list, page, at(over, 72, 700), lato, "This paragraph goes over the page ");

    page = add_page(list, "2");
    add_furniture(sample, page, lato);
    fixture_text(list, page, at(over, 72, 100), lato, "and ends here. See ");
    tag_id inner = tag_add(&list->tags, list->tags.items[over].parent, TAG_LINK, (struct span){0});
    tag_id inner_text = tag_add(&list->tags, inner, TAG_CONTENT, (struct span){0});
    fixture_text(list, page, at(inner_text, 200, 100), lato, "the start");
    uint32_t target = destination_add(
        list, (struct destination){STR("start"), 0, {LENGTH_PT(72), LENGTH_PT(88)}, heading});
    add_link(list, page, inner,
             (struct box){LENGTH_PT(200), LENGTH_PT(88), LENGTH_PT(50), LENGTH_PT(14)},
             (struct item_link){STR(""), target, STR("Go to the start")});
    outline_add(list, (struct outline_entry){STR("Différence"), 1, target});
    outline_add(list, (struct outline_entry){STR("Within"), 2, target});
    outline_add(list, (struct outline_entry){STR("After"), 1, target});
}

// A table, a figure, a note, an abbreviation, a CFF face.
static void fill_elements(struct sample *sample)
{
    struct page_list *list = sample->list;
    const struct font *roman = sample_font(sample, NIMBUS);
    struct page *page = add_page(list, "i");
    fixture_text(list, page, at(fixture_leaf(list, 0, TAG_H1), 72, 80), roman, "Elements ");
    tag_id table = tag_add(&list->tags, 0, TAG_TABLE, (struct span){0});
    for (int row = 0; row < 2; row++) {
        tag_id part = tag_add(&list->tags, table, row ? TAG_TBODY : TAG_THEAD, (struct span){0});
        tag_id line = tag_add(&list->tags, part, TAG_TR, (struct span){0});
        for (int cell = 0; cell < 2; cell++)
            fixture_text(
                list, page,
                at(fixture_leaf(list, line, row ? TAG_TD : TAG_TH), 72 + 60 * cell, 100 + 14 * row),
                roman, "fiancé ");
    }
    tag_id figure = fixture_leaf(list, 0, TAG_FIGURE);
    struct tag *drawing = &list->tags.items[list->tags.items[figure].parent];
    drawing->alt = STR("A line");
    drawing->bbox = (struct box){LENGTH_PT(72), LENGTH_PT(60), LENGTH_PT(468), LENGTH_PT(1)};
    struct page_item *rule = page_item_add(list, page, ITEM_PATH);
    rule->tag = figure;
    rule->color = &fixture_teal;
    rule->box = drawing->bbox;
    rule->as.path =
        (struct item_path){.steps = rule_steps, .count = 2, .stroke_width = LENGTH_PT(1)};
    fixture_text(list, page, at(fixture_leaf(list, 0, TAG_NOTE), 72, 700), roman, "A note ");
    tag_id short_form = fixture_leaf(list, list->tags.items[figure].parent, TAG_SPAN);
    list->tags.items[list->tags.items[short_form].parent].expansion = STR("chimeric");
    fixture_text(list, page, at(short_form, 72, 180), roman, "CAR ");
}

// Arabic beside Latin, with vowel signs; the page is bound on the right.
static void fill_arabic(struct sample *sample)
{
    struct page_list *list = sample->list;
    const struct font *naskh = sample_font(sample, NASKH), *lato = sample_font(sample, LATO);
    list->info.language = STR("ar");
    list->info.right_to_left = true;
    struct page *page = add_page(list, "1");
    tag_id leaf = fixture_leaf(list, 0, TAG_P);
    fixture_text(list, page, at(leaf, 230, 100), lato, "CAR-T ");
    fixture_text(list, page, at(leaf, 300, 100), naskh, "السَّلامُ عليكم ");
    fixture_text(list, page, at(leaf, 72, 130), naskh, "العلاج بالخلايا ");
}

// A CID-keyed face, whose codes are its own.
static void fill_japanese(struct sample *sample)
{
    struct page_list *list = sample->list;
    const struct font *serif = sample_font(sample, CJK);
    list->info.language = STR("ja");
    struct page *page = add_page(list, "1");
    fixture_text(list, page, at(fixture_leaf(list, 0, TAG_P), 72, 100), serif, "細胞療法 CAR-T ");
}

// A letter drawn in two parts, of which the second has no text of its own.
static void fill_parts(struct sample *sample)
{
    struct page_list *list = sample->list;
    const struct font *lato = sample_font(sample, LATO);
    struct page *page = add_page(list, "1");
    fixture_text(list, page, at(fixture_leaf(list, 0, TAG_P), 72, 100), lato, "ab cd ");
    struct glyph *glyphs = (struct glyph *)(uintptr_t)page->items[0].as.glyphs.glyphs;
    for (size_t i = 1; i < page->items[0].as.glyphs.count; i++)
        glyphs[i].cluster--;
    page->items[0].as.glyphs.text = STR("a cd ");
}

static void write_sample(const char *folder, const char *name, void (*fill)(struct sample *))
{
    struct sample sample;
    sample_open(&sample);
    fill(&sample);
    struct str path = path_join(&sample.arena, str_from(folder), str_from(name));
    int error = file_write(&sample.arena, str_cstr(&sample.arena, path), sample_write(&sample));
    assert_int_equal(error, 0);
    sample_close(&sample);
}

static void writes_the_same_bytes_twice(void **state)
{
    (void)state;
    struct sample first, second;
    sample_open(&first);
    sample_open(&second);
    fill_brochure(&first);
    fill_brochure(&second);
    struct str a = sample_write(&first), b = sample_write(&second);
    assert_int_equal(a.len, b.len);
    assert_memory_equal(a.data, b.data, a.len);
    sample_close(&first);
    sample_close(&second);
}

static void a_face_that_cannot_be_read_is_a_diagnostic(void **state)
{
    (void)state;
    struct sample sample;
    sample_open(&sample);
    fill_brochure(&sample);
    struct font *font = sample.fonts[0];
    hb_face_destroy(font->face);
    font->face = hb_face_reference(hb_face_get_empty());
    struct pdf_job job = {sample.list, STR("brochure 0.1"), 6, pdf_standards_screen, NULL};
    struct str bytes;
    assert_false(pdf_write(&sample.arena, &job, &sample.diags, &bytes));
    assert_int_equal(sample.diags.count, 1);
    assert_int_equal(sample.diags.items[0].code, DIAG_FONT_BROKEN);
    sample_close(&sample);
}

static void another_content_gives_another_id(void **state)
{
    (void)state;
    struct sample first, second;
    sample_open(&first);
    sample_open(&second);
    fill_brochure(&first);
    fill_brochure(&second);
    second.list->info.title = STR("Another title");
    struct str a = sample_write(&first), b = sample_write(&second);
    struct str id_a = str_slice(a, str_find(a, STR("/ID["), 0), a.len);
    struct str id_b = str_slice(b, str_find(b, STR("/ID["), 0), b.len);
    assert_memory_not_equal(id_a.data, id_b.data, 70);
    sample_close(&first);
    sample_close(&second);
}

int main(int argc, char **argv)
{
    if (argc == 2) {
        write_sample(argv[1], "brochure.pdf", fill_brochure);
        write_sample(argv[1], "parts.pdf", fill_parts);
        if (fixture_has(NIMBUS))
            write_sample(argv[1], "elements.pdf", fill_elements);
        if (fixture_has(NASKH))
            write_sample(argv[1], "arabic.pdf", fill_arabic);
        if (fixture_has(CJK))
            write_sample(argv[1], "japanese.pdf", fill_japanese);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_the_same_bytes_twice),
        cmocka_unit_test(another_content_gives_another_id),
        cmocka_unit_test(a_face_that_cannot_be_read_is_a_diagnostic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
