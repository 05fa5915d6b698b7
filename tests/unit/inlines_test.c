#include "model_fixture.h"

static void assert_body(struct arena *arena, const char *body, const char *expected)
{
    assert_str(marked_body(arena, HEAD, body), expected);
}

static void marks_become_nodes(void **state)
{
    assert_body(*state, "*a* **b** `c  d` ***e***", "*a* **b** `c  d` ***e***");
    assert_body(*state, "one\\\n    two", "one\\two");
}

static void a_soft_break_is_a_space_and_spaces_are_one(void **state)
{
    assert_body(*state, "one\n    two  three", "one two three");
}

static void typography_goes_through_marks(void **state)
{
    assert_body(*state, "\"*It's* here\" -- see...", "“*It’s* here” – see…");
    assert_body(*state, "*\"a\"*", "*“a”*");
}

static void code_and_addresses_are_printed_exactly(void **state)
{
    assert_body(*state, "`\"x\" -- y...` <https://a.org/it's--x>",
                "`\"x\" -- y...` [https://a.org/it's--x](https://a.org/it's--x)");
}

static void an_address_in_brackets_is_live_and_breaks_as_an_address(void **state)
{
    const struct brochure *brochure = decode_fine(*state, HEAD SECTION "<https://a.org/x>\n");
    const struct inline_node *link = brochure->sections[0].body.items[0].as.text.first;
    assert_int_equal(link->kind, INLINE_LINK);
    assert_int_equal(link->first->kind, INLINE_LITERAL);
    assert_int_equal(link->first->literal, LITERAL_URL);
}

static void headings_and_titles_are_inline_text(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, "brochure: 1\ntitle: The *new* \"way\"\nlanguage: en\n"
                            "sections:\n- {heading: 1. First - *or* last, body: x}\n");
    assert_str(marked(*state, &brochure->title), "The *new* “way”");
    assert_str(brochure->title_plain, "The new “way”");
    assert_str(brochure->sections[0].heading.plain, "1. First - or last");
}

static void a_link_within_goes_to_its_section(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "sections:\n"
                                 "- {heading: A, body: 'See [b](#b-c) and [below](#part).'}\n"
                                 "- heading: B c\n"
                                 "  body: |\n    # Part\n\n    x\n");
    const struct inline_node *link = brochure->sections[0].body.items[0].as.text.first->next;
    assert_int_equal(link->kind, INLINE_CROSS_REFERENCE);
    assert_ptr_equal(link->section, &brochure->sections[1]);
    assert_ptr_equal(link->next->next->section, &brochure->sections[1]);
    assert_str(link->next->next->target, "part");
}

static void a_link_to_no_section_is_an_error_with_the_nearest(void **state)
{
    assert_said(decode_text(*state, HEAD "sections:\n- {heading: Costs, body: 'x [y](#cots)'}\n"),
                "5:30 B0505 no section has the id `cots` | did you mean `costs`?\n");
}

static void a_link_to_anything_else_is_an_error(void **state)
{
    assert_said(decode_text(*state, HEAD SECTION "'[y](ftp://a.org)'\n"),
                "6:11 B0507 a link cannot go to `ftp://a.org` | write https://…, "
                "mailto:name@example.org, tel:+15550100100 or #a-section\n");
}

static void a_link_has_a_text_and_no_title(void **state)
{
    assert_said(decode_text(*state, HEAD SECTION "'[](https://a.org) [b](https://b.org \"t\")'\n"),
                "6:10 B0305 a link without text | write what it leads to: [the cost "
                "page](https://a.org)\n"
                "6:29 B0406 a link's title is not printed | write it in the text\n");
}

static void a_picture_does_not_stand_in_a_line(void **state)
{
    assert_said(
        decode_text(*state, HEAD SECTION "'x ![a](b.png) y'\n"),
        "6:14 B0406 a picture cannot stand in a line of text | give it a paragraph of its own, or "
        "make it a `figure` block\n");
}

static void a_span_has_its_language_and_its_quotes(void **state)
{
    assert_body(*state, "\"[ja \"oder\" *nein*]{lang=de}\" [x]{ lang=\"AR\" }",
                "“[ja „oder“ *nein*]{de}” [x]{ar}");
    assert_body(*state, "[a [b]{lang=he} c]{lang=es-mx} d", "[a [b]{he} c]{es-MX} d");
    assert_body(*state, "[see [us](https://a.org)\n    and so]{lang=fr}",
                "[see [us](https://a.org) and so]{fr}");
}

static void brackets_and_braces_that_mark_no_span_are_text(void **state)
{
    assert_body(*state, "[a] {b} [c] [[d]] e] f{g}", "[a] {b} [c] [[d]] e] f{g}");
    assert_body(*state, "\\[a\\]\\{lang=x\\} [b]\\{c}", "[a]{lang=x} [b]{c}");
}

static void a_span_that_cannot_be_read_is_an_error(void **state)
{
#define HINT " | write [word]{lang=ar}; a brace that is text is written \\{\n"
    assert_said(decode_text(*state, HEAD SECTION "|\n    [a]{.red} [b]{lang=} [c]{lang=ar\n"),
                "7:8 B0416 a span can have a language only" HINT
                "7:18 B0416 the span has no language" HINT
                "7:28 B0416 the span's braces are not closed" HINT);
    assert_said(decode_text(*state, HEAD SECTION "|\n    a]{lang=ar} *b*{lang=ar} c{lang=ar}\n"),
                "7:6 B0416 no bracket opens this span among the words around it" HINT
                "7:20 B0416 braces that stand behind no brackets" HINT
                "7:31 B0416 braces that stand behind no brackets" HINT);
    assert_said(decode_text(*state, HEAD SECTION "|\n    [a](https://b.org){.c} *[d*]{lang=fr}\n"),
                "7:23 B0416 braces that stand behind no brackets" HINT
                "7:32 B0416 no bracket opens this span among the words around it" HINT);
#undef HINT
}

static void a_spans_language_is_checked_at_its_place(void **state)
{
    assert_said(decode_text(*state, HEAD SECTION "|\n    x [a]{lang=en_GB} []{lang=fr}\n"),
                "7:16 B0310 this is no language tag: `en_GB` | write en-GB\n"
                "7:23 B0305 a span without text | write the words between the brackets\n");
}

static void spans_within_spans_have_a_bound(void **state)
{
    struct str_builder yaml = str_builder_in(*state);
    str_add(&yaml, STR(HEAD SECTION "'"));
    for (int i = 0; i < 2000; i++)
        str_add(&yaml, STR("[a "));
    for (int i = 0; i < 2000; i++)
        str_add(&yaml, STR("b]{lang=fr}"));
    str_add(&yaml, STR("'\n"));
    struct decoded *decoded = decode_text(*state, str_cstr(*state, str_built(&yaml)));
    assert_null(decoded->brochure);
    assert_int_equal(decoded->diags.items[0].code, DIAG_MARKDOWN_TOO_DEEP);
}

static void literal_typography_leaves_what_was_typed(void **state)
{
    assert_str(
        marked_body(*state, HEAD "typography: literal\n", "\"It's -- so...\" ['a']{lang=de}"),
        "\"It's -- so...\" ['a']{de}");
}

static void every_character_keeps_its_place(void **state)
{
    struct decoded *decoded = decode_text(*state, HEAD SECTION "|\n    It's...\n    \"so\"\n");
    const struct inline_node *node = decoded->brochure->sections[0].body.items[0].as.text.first;
    struct str source = sources_find(&decoded->sources, 1)->bytes;
    assert_str(node->text, "It’s… “so”");
    size_t so = str_find(node->text, STR("so"), 0), s = str_find(node->text, STR("s…"), 0);
    struct span span = srcmap_span(&node->map, (uint32_t)so, (uint32_t)so + 2);
    assert_str(str_slice(source, span.start, span.end), "so");
    span = srcmap_span(&node->map, (uint32_t)s, (uint32_t)s + 1);
    assert_str(str_slice(source, span.start, span.end), "s");
    span = srcmap_span(&node->map, (uint32_t)s + 1, (uint32_t)s + 4);
    assert_str(str_slice(source, span.start, span.end), "...");
    span = srcmap_span(&node->map, (uint32_t)so - 3, (uint32_t)so);
    assert_str(str_slice(source, span.start, span.end), "\"");
}

static void marks_within_marks_have_a_bound(void **state)
{
    struct str_builder yaml = str_builder_in(*state);
    str_add(&yaml, STR(HEAD SECTION "'"));
    for (int i = 0; i < 40; i++)
        str_add(&yaml, i % 2 ? STR("**a ") : STR("*a "));
    for (int i = 39; i >= 0; i--)
        str_add(&yaml, i % 2 ? STR(" b**") : STR(" b*"));
    str_add(&yaml, STR("'\n"));
    struct decoded *decoded = decode_text(*state, str_cstr(*state, str_built(&yaml)));
    assert_null(decoded->brochure);
    assert_int_equal(decoded->diags.items[0].code, DIAG_MARKDOWN_TOO_DEEP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(marks_become_nodes),
        RULE(a_soft_break_is_a_space_and_spaces_are_one),
        RULE(typography_goes_through_marks),
        RULE(code_and_addresses_are_printed_exactly),
        RULE(an_address_in_brackets_is_live_and_breaks_as_an_address),
        RULE(headings_and_titles_are_inline_text),
        RULE(a_link_within_goes_to_its_section),
        RULE(a_link_to_no_section_is_an_error_with_the_nearest),
        RULE(a_link_to_anything_else_is_an_error),
        RULE(a_link_has_a_text_and_no_title),
        RULE(a_picture_does_not_stand_in_a_line),
        RULE(every_character_keeps_its_place),
        RULE(marks_within_marks_have_a_bound),
        RULE(a_span_has_its_language_and_its_quotes),
        RULE(brackets_and_braces_that_mark_no_span_are_text),
        RULE(a_span_that_cannot_be_read_is_an_error),
        RULE(a_spans_language_is_checked_at_its_place),
        RULE(spans_within_spans_have_a_bound),
        RULE(literal_typography_leaves_what_was_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
