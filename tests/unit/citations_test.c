#include "model_fixture.h"

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
    assert_said(cite(*state, "x.[see @a]", ""),
                "7:8 B0502 words before an @id cannot be printed with numbers | write [@id], [@id; "
                "@other] or [@id, p. 3]\n");
    assert_said(cite(*state, "x.[@a, chapter two]", ""),
                "7:12 B0502 what follows the id must be a page, like `p. 3` | write [@id], [@id; "
                "@other] or [@id, p. 3]\n");
    assert_said(
        cite(*state, "x.[@a; ]", ""),
        "7:12 B0502 a part of the citation has no @id | write [@id], [@id; @other] or [@id, "
        "p. 3]\n");
    assert_said(cite(*state, "x.[@]", ""),
                "7:8 B0502 an @ without an id | write [@id], [@id; @other] or [@id, p. 3]\n");
    assert_said(cite(*state, "As @a says", ""),
                "7:8 B0502 a citation in running text is not built yet | write [@a]\n");
}

static void a_slip_in_running_text_is_not_taken_for_a_word(void **state)
{
    assert_said(decode_text(*state, HEAD SECTION "'@brudno2042 says, @MayoClinic.[@brudno2024]'\n"
                                                 "references:\n  items:\n"
                                                 "  - {id: brudno2024, text: E.}\n"),
                "6:10 B0502 a citation in running text is not built yet | write [@brudno2024]\n");
}

static void raised_numbers_stand_outside_points_and_inside_colons(void **state)
{
    assert_said(cite(*state, "x [@a], y:[@b] z[@c].", ""),
                "7:7 B0509 the citation stands before a comma | put it after: text,[@id]\n"
                "7:15 B0509 the citation stands after a colon | put it before: text[@id]:\n"
                "7:21 B0509 the citation stands before a point | put it after: text.[@id]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(joins_runs_of_three_as_ama_does),
        RULE(numbers_follow_the_first_citation_in_reading_order),
        RULE(each_number_links_to_its_entry),
        RULE(pages_stand_in_parentheses_and_join_no_run),
        RULE(a_group_may_break_over_lines),
        RULE(brackets_and_addresses_are_not_citations),
        RULE(an_unknown_id_is_an_error_with_the_nearest),
        RULE(what_cannot_be_printed_is_an_error),
        RULE(a_slip_in_running_text_is_not_taken_for_a_word),
        RULE(raised_numbers_stand_outside_points_and_inside_colons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
