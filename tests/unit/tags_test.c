// Structure elements, read in the uncompressed object streams of a file.
#include "pdf/tags.h"
#include "unit/unit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAGES = 2 };

struct tree {
    struct arena arena;
    struct page_list *list;
    struct haru *haru;
    struct haru_page pages[PAGES];
    struct tags *tags;
    struct str file;
};

static void tree_open_for(struct tree *tree, struct pdf_standards standards)
{
    arena_init(&tree->arena);
    tree->list = page_list_new(&tree->arena);
    tree->haru = haru_open(&tree->arena, 0, PAGES);
    haru_set_standards(tree->haru, &standards);
    for (size_t i = 0; i < PAGES; i++) {
        page_add(tree->list, LENGTH_PT(600), LENGTH_PT(800));
        tree->pages[i] = haru_add_page(tree->haru);
    }
}

static void tree_open(struct tree *tree)
{
    tree_open_for(tree, pdf_standards_screen);
}

static tag_id add(struct tree *tree, tag_id parent, enum tag_kind kind)
{
    return tag_add(&tree->list->tags, parent, kind, (struct span){0});
}

// Ends the tree: its marks follow.
static void tree_begin(struct tree *tree)
{
    tree->tags = tags_open(&tree->arena, tree->list, tree->pages, tree->haru);
    tags_begin_page(tree->tags, 0);
}

static void tree_write(struct tree *tree)
{
    tags_write(tree->tags);
    assert_true(haru_write(tree->haru, &tree->file));
}

static void tree_close(struct tree *tree)
{
    haru_close(tree->haru);
    arena_release(&tree->arena);
}

// Returns the first object of the file that holds `part`, without the references' numbers.
static struct str object_with(struct tree *tree, const char *part)
{
    size_t found = str_find(tree->file, str_from(part), 0);
    assert_true(found < tree->file.len);
    size_t start = found, end = str_find(tree->file, STR(">>\n"), found);
    while (!str_starts_with(str_slice(tree->file, start, found + 1), STR("<<\n")))
        start--;
    return str_slice(tree->file, start + 3, end);
}

static struct str format_reference(struct tree *tree, const char *format, uint32_t object)
{
    struct str number = str_format(&tree->arena, "%u 0 R", (unsigned)object);
    struct str text = str_from(format);
    size_t place = str_find_byte(text, '@', 0);
    return str_format(&tree->arena, "%.*s%.*s%.*s", (int)place, format, STR_ARGS(number),
                      STR_ARGS(str_slice(text, place + 1, text.len)));
}

static bool contains(struct str text, struct str part)
{
    return str_find(text, part, 0) < text.len;
}

static void marks_stand_in_reading_order_among_the_children(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    tag_id paragraph = add(&tree, 0, TAG_P);
    tag_id before = add(&tree, paragraph, TAG_CONTENT);
    tag_id strong = add(&tree, paragraph, TAG_STRONG), inner = add(&tree, strong, TAG_CONTENT);
    tag_id after = add(&tree, paragraph, TAG_CONTENT);
    tree.list->tags.items[strong].language = STR("de");
    tree_begin(&tree);
    assert_false(tags_go_on(tree.tags, before, inner) || tags_go_on(tree.tags, inner, after));
    assert_int_equal(tags_add_mark(tree.tags, before), 0);
    assert_int_equal(tags_add_mark(tree.tags, inner), 1);
    assert_int_equal(tags_add_mark(tree.tags, after), 2);
    tree_write(&tree);
    struct str element = object_with(&tree, "/S/P/");
    assert_true(contains(element, STR("/K[0 ")));
    assert_true(str_ends_with(element, STR(" 0 R 2]")));
    assert_true(contains(object_with(&tree, "/S/Span/"), STR("/K 1")));
    assert_true(element.len < 300);
    tree_close(&tree);
}

// PDF 1.7 has no type for it; PDF 2.0 has.
static void mere_emphasis_is_content_of_the_element_above(void **state)
{
    (void)state;
    for (int pdf_2 = 0; pdf_2 < 2; pdf_2++) {
        struct tree tree;
        tree_open_for(&tree,
                      pdf_2 ? (struct pdf_standards){.access_part = 2} : pdf_standards_screen);
        tag_id paragraph = add(&tree, 0, TAG_P), before = add(&tree, paragraph, TAG_CONTENT);
        tag_id strong = add(&tree, paragraph, TAG_STRONG), inner = add(&tree, strong, TAG_CONTENT);
        tag_id link = add(&tree, strong, TAG_LINK), text = add(&tree, link, TAG_CONTENT);
        tag_id after = add(&tree, paragraph, TAG_CONTENT);
        tree_begin(&tree);
        assert_true(tags_go_on(tree.tags, before, before));
        assert_int_equal(tags_go_on(tree.tags, before, inner), !pdf_2);
        assert_false(tags_go_on(tree.tags, inner, text) || tags_go_on(tree.tags, before, after));
        assert_false(tags_go_on(tree.tags, inner, after) || tags_go_on(tree.tags, inner, before));
        assert_str(tags_type_of_leaf(tree.tags, inner), pdf_2 ? "Strong" : "P");
        tags_add_mark(tree.tags, before);
        tags_add_mark(tree.tags, inner);
        tags_add_mark(tree.tags, text);
        tags_add_mark(tree.tags, after);
        tree_write(&tree);
        struct str element = object_with(&tree, "/S/P/");
        assert_int_equal(contains(element, STR("/K[0 1 ")), !pdf_2);
        assert_true(str_ends_with(element, STR(" 0 R 3]")));
        assert_int_equal(contains(tree.file, STR("/S/Span")), false);
        assert_true(contains(object_with(&tree, "/S/Link/"), STR("/K 2")));
        tree_close(&tree);
    }
}

static void the_one_paragraph_of_an_item_is_its_body(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    tag_id list = add(&tree, 0, TAG_L);
    tag_id one = add(&tree, add(&tree, list, TAG_LI), TAG_LBODY);
    tag_id alone = add(&tree, add(&tree, one, TAG_P), TAG_CONTENT);
    tag_id two = add(&tree, add(&tree, list, TAG_LI), TAG_LBODY);
    tag_id first = add(&tree, add(&tree, two, TAG_P), TAG_CONTENT);
    add(&tree, two, TAG_P);
    tree_begin(&tree);
    assert_str(tags_type_of_leaf(tree.tags, alone), "LBody");
    assert_str(tags_type_of_leaf(tree.tags, first), "P");
    tags_add_mark(tree.tags, alone);
    tree_write(&tree);
    struct str body = object_with(&tree, "/S/LBody/");
    assert_true(str_ends_with(body, STR("/K 0")));
    assert_true(contains(body, format_reference(&tree, "/Pg @/", tree.pages[0].object)));
    tree_close(&tree);
}

static void marks_on_a_later_page_name_it(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    tag_id leaf = add(&tree, add(&tree, 0, TAG_P), TAG_CONTENT);
    tree_begin(&tree);
    tags_add_mark(tree.tags, leaf);
    tags_begin_page(tree.tags, 1);
    assert_int_equal(tags_add_mark(tree.tags, leaf), 0);
    tree_write(&tree);
    struct str element = object_with(&tree, "/S/P/");
    struct str kids = STR("/K[0 <</Type/MCR");
    assert_true(contains(element, format_reference(&tree, "/Pg @/K[0 ", tree.pages[0].object)));
    assert_true(contains(element, kids));
    assert_true(
        contains(element, format_reference(&tree, "/MCR/Pg @/MCID 0", tree.pages[1].object)));
    tree_close(&tree);
}

static void a_link_holds_its_text_and_then_its_annotations(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    tag_id link = add(&tree, add(&tree, 0, TAG_P), TAG_LINK);
    tag_id text = add(&tree, link, TAG_CONTENT);
    tree_begin(&tree);
    tags_add_mark(tree.tags, text);
    assert_int_equal(tags_add_link(tree.tags, link, 4711), PAGES);
    assert_int_equal(tags_add_link(tree.tags, link, 4712), PAGES + 1);
    tree_write(&tree);
    assert_true(contains(object_with(&tree, "/S/Link/"),
                         STR("/K[0 <</Type/OBJR/Obj 4711 0 R>> <</Type/OBJR/Obj 4712 0 R>>]")));
    tree_close(&tree);
}

static void attributes_follow_the_kind(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    struct tag_tree *tags = &tree.list->tags;
    tags->items[add(&tree, 0, TAG_L)].numbering = NUMBERING_DECIMAL;
    tag_id table = add(&tree, 0, TAG_TABLE);
    add(&tree, add(&tree, add(&tree, table, TAG_THEAD), TAG_TR), TAG_TH);
    tag_id note = add(&tree, 0, TAG_NOTE);
    tags->items[note].language = STR("de");
    tag_id figure = add(&tree, 0, TAG_FIGURE), drawing = add(&tree, figure, TAG_CONTENT);
    tags->items[figure].alt = STR("A cell");
    tags->items[figure].bbox =
        (struct box){LENGTH_PT(10), LENGTH_PT(20), LENGTH_PT(5), LENGTH_PT(7)};
    tree_begin(&tree);
    tags_add_mark(tree.tags, drawing);
    tree_write(&tree);
    assert_true(contains(tree.file, STR("/A<</O/List/ListNumbering/Decimal>>")));
    assert_true(contains(tree.file, STR("/A<</O/Table/Scope/Column>>")));
    assert_true(contains(tree.file, STR("/Lang(de)/ID(tag")));
    assert_true(
        contains(tree.file, str_format(&tree.arena, "/IDTree<</Names[(tag%010u)", (unsigned)note)));
    assert_true(contains(tree.file, STR("/Alt(A cell)/A<</O/Layout/BBox[10 773 15 780]>>/K 0")));
    tree_close(&tree);
}

static void right_to_left_text_is_said_in_logical_order(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    tag_id leaf = add(&tree, add(&tree, 0, TAG_P), TAG_CONTENT);
    struct page_item *item = page_item_add(tree.list, &tree.list->pages[0], ITEM_GLYPHS);
    item->tag = leaf;
    item->as.glyphs.right_to_left = true;
    tree_begin(&tree);
    assert_str(tags_type_of_leaf(tree.tags, leaf), "Span");
    tags_add_mark(tree.tags, leaf);
    tags_add_text(tree.tags, leaf,
                  &(struct item_glyphs){.text = STR("two"), .right_to_left = true});
    tags_add_text(tree.tags, leaf,
                  &(struct item_glyphs){.text = STR("one, "), .right_to_left = true});
    tree_write(&tree);
    assert_true(contains(object_with(&tree, "/S/Span/"), STR("/ActualText(one, two)/K 0")));
    tree_close(&tree);
}

// Drawn in a text that runs from left to right; read as the language above it runs.
static void a_part_in_another_language_is_said_in_its_own_order(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    tag_id span = add(&tree, add(&tree, 0, TAG_P), TAG_SPAN), leaf = add(&tree, span, TAG_CONTENT);
    tree.list->tags.items[span].language = STR("ar");
    struct page_item *item = page_item_add(tree.list, &tree.list->pages[0], ITEM_GLYPHS);
    item->tag = leaf;
    item->as.glyphs.right_to_left = true;
    tree_begin(&tree);
    tags_add_mark(tree.tags, leaf);
    tags_add_text(tree.tags, leaf, &(struct item_glyphs){.text = STR("CAR-T")});
    tags_add_text(tree.tags, leaf,
                  &(struct item_glyphs){.text = STR("cells "), .right_to_left = true});
    tree_write(&tree);
    assert_true(contains(tree.file, STR("/ActualText(cells CAR-T)")));
    tree_close(&tree);
}

static void an_element_without_content_is_written(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    add(&tree, 0, TAG_BLOCKQUOTE);
    tree_begin(&tree);
    tree_write(&tree);
    assert_false(contains(object_with(&tree, "/S/BlockQuote/"), STR("/K")));
    tree_close(&tree);
}

// PDF 2.0: each element says whose type it has, and a link which element it leads to.
static void types_of_pdf_2_have_a_namespace(void **state)
{
    (void)state;
    struct tree tree;
    tree_open_for(&tree, (struct pdf_standards){.access_part = 2});
    tag_id quote = add(&tree, 0, TAG_BLOCKQUOTE);
    add(&tree, quote, TAG_STRONG);
    tag_id list = add(&tree, 0, TAG_L);
    tree.list->tags.items[list].numbering = NUMBERING_DESCRIPTION;
    tag_id link = add(&tree, add(&tree, add(&tree, 0, TAG_ASIDE), TAG_P), TAG_LINK);
    tree_begin(&tree);
    tags_add_target(tree.tags, link, quote);
    tree_write(&tree);
    struct str key = STR("/Namespaces[");
    char *behind; // " 0 R 13 0 R]"
    const char *numbers = tree.file.data + str_find(tree.file, key, 0) + key.len;
    uint32_t own[2] = {(uint32_t)strtoul(numbers, &behind, 10)};
    own[1] = (uint32_t)strtoul(behind + sizeof " 0 R", NULL, 10);
    assert_int_not_equal(own[1], own[0]);
    assert_true(contains(object_with(&tree, "(http://iso.org/pdf/ssn)"), STR("/Namespace")));
    assert_true(
        contains(object_with(&tree, "/S/BlockQuote/"), format_reference(&tree, "/NS @", own[0])));
    const char *const types[] = {"/S/Strong/", "/S/Aside/", "/S/Document/"};
    for (size_t i = 0; i < 3; i++)
        assert_true(
            contains(object_with(&tree, types[i]), format_reference(&tree, "/NS @", own[1])));
    assert_true(contains(object_with(&tree, "/S/L/"), STR("/ListNumbering/Description")));
    assert_true(contains(object_with(&tree, "/S/Link/"),
                         format_reference(&tree, "/Ref[@]", tags_element(tree.tags, quote))));
    tree_close(&tree);
}

static void in_pdf_1_types_are_those_that_there_are(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    add(&tree, 0, TAG_ASIDE);
    tag_id list = add(&tree, 0, TAG_L), link = add(&tree, 0, TAG_LINK);
    tree.list->tags.items[list].numbering = NUMBERING_DESCRIPTION;
    tree_begin(&tree);
    tags_add_target(tree.tags, link, list);
    tree_write(&tree);
    assert_true(contains(object_with(&tree, "/S/L/"), STR("/ListNumbering/None")));
    assert_true(contains(tree.file, STR("/S/Div/")));
    assert_false(contains(tree.file, STR("/NS ")));
    assert_false(contains(tree.file, STR("/Namespaces")));
    assert_false(contains(tree.file, STR("/Ref[")));
    tree_close(&tree);
}

// Content that belongs to an element and not to a leaf of it is a fault of the program.
static void marked_content_outside_a_leaf_stops_the_program(void **state)
{
    (void)state;
    struct tree tree;
    tree_open(&tree);
    tag_id paragraph = add(&tree, 0, TAG_P);
    tree_begin(&tree);
    pid_t child = fork();
    if (child == 0) {
        assert_true(freopen("/dev/null", "w", stderr) != NULL);
        (void)signal(SIGABRT, SIG_DFL);
        tags_add_mark(tree.tags, paragraph);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    tree_close(&tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_stand_in_reading_order_among_the_children),
        cmocka_unit_test(mere_emphasis_is_content_of_the_element_above),
        cmocka_unit_test(the_one_paragraph_of_an_item_is_its_body),
        cmocka_unit_test(marks_on_a_later_page_name_it),
        cmocka_unit_test(a_link_holds_its_text_and_then_its_annotations),
        cmocka_unit_test(attributes_follow_the_kind),
        cmocka_unit_test(right_to_left_text_is_said_in_logical_order),
        cmocka_unit_test(a_part_in_another_language_is_said_in_its_own_order),
        cmocka_unit_test(an_element_without_content_is_written),
        cmocka_unit_test(types_of_pdf_2_have_a_namespace),
        cmocka_unit_test(in_pdf_1_types_are_those_that_there_are),
        cmocka_unit_test(marked_content_outside_a_leaf_stops_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
