#include "model_fixture.h"

#include <string.h>

// Entries a to i, and a body that cites them.
static struct decoded *cite(struct arena *arena, const char *body, const char *settings)
{
    struct str_builder yaml = str_builder_in(arena);
    str_addf(&yaml,
             HEAD SECTION "|\n    %s\nreferences:\n  nocite: [a, b, c, d, e, f, g, h, i]\n%s"
                          "  items:\n",
             body, settings);
    for (int id = 'a'; id <= 'i'; id++)
        str_addf(&yaml, "  - {id: %c, text: Entry %c.}\n", id, id);
    return decode_text(arena, str_cstr(arena, str_built(&yaml)));
}

static void assert_cited(struct arena *arena, const char *body, const char *expected)
{
    struct decoded *decoded = cite(arena, body, "  order: listed\n");
    assert_said(decoded, "");
    assert_str(marked(arena, &decoded->brochure->sections[0].body.items[0].as.text), expected);
}

static void joins_runs_of_three_as_ama_does(void **state)
{
    assert_cited(*state, "x.[@e; @a; @c; @d; @c]", "x.^1,3-5^");
    assert_cited(*state, "x.[@b; @a]", "x.^1,2^");
    assert_cited(*state, "x.[@a; @b; @d; @e; @f; @i]", "x.^1,2,4-6,9^");
}

static void numbers_follow_the_first_citation_in_reading_order(void **state)
{
    struct decoded *decoded = cite(*state, "x [@c] y [@a; @c] z", "");
    assert_said(decoded, "");
    assert_str(marked(*state, &decoded->brochure->sections[0].body.items[0].as.text),
               "x^1^ y^1,2^ z");
    assert_str(decoded->brochure->references[0].id, "c");
    assert_str(decoded->brochure->references[1].id, "a");
    assert_str(decoded->brochure->references[2].id, "b");
}

// A brochure with a citation wherever text is read, and what its entries' order is then.
static void assert_order(struct arena *arena, const char *cover, const char *expected)
{
    struct str_builder yaml = str_builder_in(arena);
    str_addf(&yaml,
             "brochure: 1\nlanguage: en-US\ntitle: T [@b]\n%s"
             "subtitle: S [@c]\nlead: L [@g]\n"
             "publisher: {name: N, feedback: 'F [@q]'}\n"
             "document:\n  audience: A [@e]\n  more: {M: 'V [@f]'}\n"
             "sections:\n- heading: H [@h]\n  body:\n"
             "  - table:\n      caption: C [@i]\n"
             "      columns: [{head: 'D [@j]'}]\n"
             "      rows: [['x [@k]']]\n      notes: N [@l]\n"
             "  - callout: {kind: note, title: 'T [@m]', body: 'B [@n]'}\n"
             "  - checklist: ['I [@o]']\n"
             "  - definitions: {'X [@p]': Y}\n"
             "references:\n  items:\n",
             cover);
    for (size_t i = strlen(expected); i-- > 0;)
        str_addf(&yaml, "  - {id: %c, text: E}\n", expected[i]);
    const struct brochure *brochure = decode_fine(arena, str_cstr(arena, str_built(&yaml)));
    struct str_builder order = str_builder_in(arena);
    for (size_t i = 0; i < brochure->reference_count; i++)
        str_add(&order, brochure->references[i].id);
    assert_str(str_built(&order), expected);
}

static void numbers_follow_the_page_from_cover_to_back(void **state)
{
    assert_order(*state, "", "bcghijklmnopqef");
    assert_order(*state, "cover: {eyebrow: 'E [@a]'}\n", "abcefghijklmnopq");
}

static void each_number_links_to_its_entry(void **state)
{
    struct decoded *decoded = cite(*state, "x.[@a; @b; @c; @e]", "  order: listed\n");
    const struct brochure *brochure = decoded->brochure;
    const struct citation *citation =
        brochure->sections[0].body.items[0].as.text.first->next->citation;
    assert_int_equal(citation->count, 5);
    assert_ptr_equal(citation->pieces[0].reference, &brochure->references[0]);
    assert_null(citation->pieces[1].reference);
    assert_ptr_equal(citation->pieces[2].reference, &brochure->references[2]);
    assert_null(citation->pieces[3].reference);
    assert_ptr_equal(citation->pieces[4].reference, &brochure->references[4]);
}

static void pages_stand_in_parentheses_and_join_no_run(void **state)
{
    assert_cited(*state, "x.[@a; @b, p. 3; @c; @d]", "x.^1,2(p3),3,4^");
    assert_cited(*state, "x.[@a, pp. 3-5]", "x.^1(pp3-5)^");
}

static void a_group_may_break_over_lines(void **state)
{
    assert_cited(*state, "x.[@a;\n    @b]", "x.^1,2^");
}

static void brackets_and_addresses_are_not_citations(void **state)
{
    assert_cited(*state, "a [note] and mail a@b.org [me@b.org]",
                 "a [note] and mail a@b.org [me@b.org]");
}

static void an_unknown_id_is_an_error_with_the_nearest(void **state)
{
    struct decoded *decoded = decode_text(*state, HEAD SECTION "x.[@brudno2042; @nci]\n"
                                                               "references:\n  items:\n"
                                                               "  - {id: brudno2024, text: E.}\n");
    assert_said(decoded,
                "6:12 B0501 no reference has the id `brudno2042` | did you mean `brudno2024`?\n"
                "6:25 B0501 no reference has the id `nci` | add it under `references`, `items`: "
                "`{id: nci, …}`\n"
                "9:10 B0503 nothing cites the reference `brudno2024` | cite it with "
                "[@brudno2024], or list it under `nocite`\n");
}

static void what_cannot_be_printed_is_an_error(void **state)
{
    assert_said(cite(*state, "x.[@a, chapter two]", ""),
                "7:12 B0502 what follows the id must be a page or the like, as in `p. 3` | write "
                "[@id], [@id; @other] or [@id, p. 3]\n");
    assert_said(
        cite(*state, "x.[@a; ]", ""),
        "7:12 B0502 a part of the citation has no @id | write [@id], [@id; @other] or [@id, "
        "p. 3]\n");
    assert_said(cite(*state, "x.[@]", ""),
                "7:8 B0502 an @ without an id | write [@id], [@id; @other] or [@id, p. 3]\n");
}

static void words_before_an_id_keep_the_order(void **state)
{
    assert_cited(*state, "x [see @c, p. 4; @a; also @b].", "x^.see 3(p4),1; also 2^");
    assert_cited(*state, "x [-@c].", "x^.3^");
}

static void an_id_in_running_text_is_its_number(void **state)
{
    assert_cited(*state, "As A @a, @b [p. 3] and @c says.", "As A^,1^^2(p3)^ and^3^ says.");
    assert_cited(*state, "As A @a [note] says", "As A^1^ [note] says");
    assert_cited(*state, "As A [and @b](https://b.org).", "As A [and @b](https://b.org).");
}

static void other_signs_in_running_text_stay(void **state)
{
    assert_cited(*state,
                 "mail x@a or @MayoClinic, <https://b.org/@a>, b.org/@a \\@a \\[@a] [\\@a] `@a`",
                 "mail x@a or @MayoClinic, [https://b.org/@a](https://b.org/@a), b.org/@a @a "
                 "[^1^] [@a] `@a`");
}

static void a_slip_in_running_text_is_not_taken_for_a_word(void **state)
{
    assert_said(decode_text(*state,
                            HEAD SECTION "'As @brudno2042 says, @MayoClinic.[@brudno2024]'\n"
                                         "references:\n  items:\n"
                                         "  - {id: brudno2024, text: E.}\n"),
                "6:13 B0501 no reference has the id `brudno2042` | did you mean `@brudno2024`? "
                "What is no citation can stand as code: `@…`\n");
}

static void a_sentence_does_not_begin_with_a_number(void **state)
{
    assert_said(cite(*state, "@a says[@d]. @b says, and @c.", ""),
                "7:5 B0509 a sentence begins with a citation, which prints a number alone | name "
                "the source before it: `Brudno and others @a found`\n"
                "7:18 B0509 a sentence begins with a citation, which prints a number alone | name "
                "the source before it: `Brudno and others @b found`\n");
}

static void points_commas_and_quotes_belong_to_the_citation(void **state)
{
    assert_cited(*state, "x[@a]. Yy.[@b] Z [@c], w,[@d] v", "x^.1^ Yy^.2^ Z^,3^ w^,4^ v");
    assert_cited(*state, "\"x[@a].\" \"y[@b]\" 'z[@c].' «w[@d].»",
                 "“x^.”1^ “y^”2^ ‘z^.’3^ «w^.»4^");
    assert_cited(*state, "x[@a]... y[@b].5 z[@c]'s", "x^1^… y^2^.5 z^3^’s");
}

static void colons_come_after_the_number(void **state)
{
    assert_cited(*state, "x:[@a] y;[@b] z[@c]: w", "x^1^: y^2^; z^3^: w");
}

static void the_point_of_an_abbreviation_stays_with_it(void **state)
{
    assert_cited(*state, "Brudno et al.[@a] say, U.S.[@b] A.[@c]",
                 "Brudno et al.^1^ say, U.S.^2^ A.^3^");
}

static void groups_side_by_side_are_one(void **state)
{
    assert_cited(*state, "x.[@b][@a] [@c]", "x.^1-3^");
}

static void marks_keep_their_places(void **state)
{
    struct decoded *decoded = cite(*state, "x:[@a] Yy.[@b] Z[@c].", "  order: listed\n");
    const struct inline_node *node = decoded->brochure->sections[0].body.items[0].as.text.first;
    const struct inline_node *colon = node->next->next, *second = colon->next;
    const struct inline_node *third = second->next->next;
    assert_int_equal(srcmap_offset(&colon->map, 0), node->span.start + 1);
    assert_int_equal(srcmap_offset(&second->first->map, 0), second->span.start - 1);
    assert_int_equal(srcmap_offset(&third->first->map, 0), third->span.end);
}

// Appends the letters of the text, and holds each against the place that it says it comes from.
static void add_letters(struct str_builder *out, const struct inline_node *node, struct str source)
{
    for (; node; node = node->next) {
        for (size_t i = 0; i < node->text.len; i++) {
            if (node->text.data[i] == ' ')
                continue;
            str_add_byte(out, node->text.data[i]);
            assert_int_equal(node->text.data[i],
                             source.data[srcmap_offset(&node->map, (uint32_t)i)]);
        }
        add_letters(out, node->first, source);
    }
}

// However citations, points, quotes and words follow each other: all letters are there, in order,
// and know where they were typed.
static void nothing_typed_beside_a_citation_is_lost(void **state)
{
    static const char *const pieces[] = {
        "word", "Word", "et al",        " ",          " ", ".", ",",
        ";",    ":",    "\"",           "'",          "?", "”", "[@a]",
        "[@b]", " @c ", "[@d; see @a]", " [@b, p. 3]"};
    enum { COUNT = sizeof pieces / sizeof *pieces };
    uint32_t seed = 1;
    for (size_t round = 0; round < 400; round++) {
        struct str_builder body = str_builder_in(*state), letters = str_builder_in(*state);
        struct str_builder found = str_builder_in(*state);
        for (size_t i = 0; i < 12; i++) {
            const char *piece = pieces[unit_random(&seed) % COUNT];
            bool cites = strchr(piece, '@') != NULL;
            str_add(&body, str_from(piece));
            for (; !cites && *piece; piece++)
                if (*piece != ' ')
                    str_add_byte(&letters, *piece);
        }
        struct decoded *decoded = decode_text(
            *state,
            str_cstr(*state, str_format(*state,
                                        HEAD "typography: literal\n" SECTION "|\n    Text %.*s\n"
                                             "references:\n  nocite: all\n  items:\n"
                                             "  - {id: a, text: A}\n  - {id: b, text: B}\n"
                                             "  - {id: c, text: C}\n  - {id: d, text: D}\n",
                                        STR_ARGS(str_built(&body)))));
        if (!decoded->brochure)
            continue; // a colon at the end leads in to nothing
        const struct inline_text *text = &decoded->brochure->sections[0].body.items[0].as.text;
        struct source *source = sources_find(&decoded->sources, text->span.file);
        add_letters(&found, text->first, source->bytes);
        struct str expected = str_format(*state, "Text%.*s", STR_ARGS(str_built(&letters)));
        assert_str(str_built(&found), str_cstr(*state, expected));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(joins_runs_of_three_as_ama_does),
        RULE(numbers_follow_the_first_citation_in_reading_order),
        RULE(numbers_follow_the_page_from_cover_to_back),
        RULE(each_number_links_to_its_entry),
        RULE(pages_stand_in_parentheses_and_join_no_run),
        RULE(a_group_may_break_over_lines),
        RULE(brackets_and_addresses_are_not_citations),
        RULE(an_unknown_id_is_an_error_with_the_nearest),
        RULE(what_cannot_be_printed_is_an_error),
        RULE(words_before_an_id_keep_the_order),
        RULE(an_id_in_running_text_is_its_number),
        RULE(other_signs_in_running_text_stay),
        RULE(a_slip_in_running_text_is_not_taken_for_a_word),
        RULE(a_sentence_does_not_begin_with_a_number),
        RULE(points_commas_and_quotes_belong_to_the_citation),
        RULE(colons_come_after_the_number),
        RULE(the_point_of_an_abbreviation_stays_with_it),
        RULE(groups_side_by_side_are_one),
        RULE(marks_keep_their_places),
        RULE(nothing_typed_beside_a_citation_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
