// Codes of glyphs: what they mean in a file's faces.
#include "pdf/fonts.h"
#include "unit/pages_fixture.h"
#include "unit/unit.h"

struct writing {
    struct arena arena;
    struct page_list *list;
    struct page *page;
    struct font *fonts[2];
};

static void writing_open(struct writing *writing)
{
    arena_init(&writing->arena);
    writing->list = page_list_new(&writing->arena);
    writing->page = page_add(writing->list, LENGTH_PT(600), LENGTH_PT(800));
    writing->fonts[0] = fixture_font(&writing->arena, 0, LATO);
    writing->fonts[1] = fixture_font(&writing->arena, 1, LATO_BOLD);
}

static void writing_close(struct writing *writing)
{
    fixture_close(writing->fonts[0]);
    fixture_close(writing->fonts[1]);
    arena_release(&writing->arena);
}

// Draws one glyph that says a text.
static void draw(struct writing *writing, size_t font, uint32_t glyph, struct str text)
{
    struct page_item *item = page_item_add(writing->list, writing->page, ITEM_GLYPHS);
    struct glyph *glyphs = ARENA_ARRAY(&writing->arena, struct glyph, 1);
    glyphs->id = glyph;
    item->as.glyphs.font = writing->fonts[font];
    item->as.glyphs.text = text;
    item->as.glyphs.glyphs = glyphs;
    item->as.glyphs.count = 1;
}

static void a_code_says_the_same_in_all_faces(void **state)
{
    (void)state;
    struct writing writing;
    writing_open(&writing);
    draw(&writing, 0, 40, STR("a"));
    draw(&writing, 0, 41, STR("b"));
    draw(&writing, 1, 52, STR("b"));
    draw(&writing, 0, 43, STR("a")); // in small capitals, say
    draw(&writing, 1, 54, STR("a"));
    draw(&writing, 1, 54, STR("A"));
    draw(&writing, 0, 43, STR("a"));
    draw(&writing, 1, 54, STR("A"));
    struct fonts *fonts = fonts_collect(&writing.arena, writing.list);
    assert_memory_equal(fonts->glyph_codes, ((const uint16_t[]){1, 2, 2, 3, 1, 4, 3, 4}), 16);
    assert_int_equal(fonts->texts.count, 5);
    assert_str(fonts->texts.items[3], "a");
    assert_str(fonts->texts.items[4], "A");
    assert_int_equal(fonts->faces[1]->items[4].glyph, 54);
    assert_false(fonts->faces[1]->items[3].used);
    writing_close(&writing);
}

static void a_file_with_more_texts_than_codes_is_not_written(void **state)
{
    (void)state;
    struct writing writing;
    struct sources sources;
    struct diags diags;
    struct str resources;
    writing_open(&writing);
    sources_init(&sources, &writing.arena);
    diags_init(&diags, &writing.arena, &sources);
    for (unsigned i = 0; i < 65536; i++)
        draw(&writing, 0, 40, str_format(&writing.arena, "%u", i));
    struct fonts *fonts = fonts_collect(&writing.arena, writing.list);
    struct haru *haru = haru_open(&writing.arena, 0, 1);
    assert_false(fonts_write(fonts, haru, &diags, &resources));
    assert_int_equal(diags.items[0].code, DIAG_FONT_BROKEN);
    haru_close(haru);
    writing_close(&writing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_says_the_same_in_all_faces),
        cmocka_unit_test(a_file_with_more_texts_than_codes_is_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
