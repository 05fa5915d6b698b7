#include "model_fixture.h"

static struct blocks read_body(struct arena *arena, const char *body)
{
    struct str yaml = str_format(arena, "%s%s|\n%s", HEAD, SECTION, body);
    return decode_fine(arena, str_cstr(arena, yaml))->sections[0].body;
}

static void assert_body_said(struct arena *arena, const char *body, const char *expected)
{
    struct str yaml = str_format(arena, "%s%s|\n%s", HEAD, SECTION, body);
    assert_said(decode_text(arena, str_cstr(arena, yaml)), expected);
}

static void lists_nest_and_keep_their_numbers(void **state)
{
    struct blocks body = read_body(*state, "    3. one\n    4. two\n       - in\n       - more\n");
    assert_int_equal(body.count, 1);
    const struct list *list = &body.items[0].as.list;
    assert_true(list->ordered);
    assert_true(list->tight);
    assert_int_equal(list->first_number, 3);
    assert_int_equal(list->count, 2);
    const struct blocks *second = &list->items[1].blocks;
    assert_int_equal(second->items[0].kind, BLOCK_PARAGRAPH);
    assert_int_equal(second->items[1].kind, BLOCK_LIST);
    assert_false(second->items[1].as.list.ordered);
}

static void headings_lie_below_their_section(void **state)
{
    struct blocks body = read_body(*state, "    # Costs\n\n    x\n\n    ## Insurance\n\n    y\n");
    assert_int_equal(body.items[0].kind, BLOCK_HEADING);
    assert_int_equal(body.items[0].as.heading.level, 2);
    assert_str(body.items[0].as.heading.id, "costs");
    assert_int_equal(body.items[2].as.heading.level, 3);
}

static void quotations_and_code_are_blocks(void **state)
{
    struct blocks body =
        read_body(*state, "    > said *so*\n\n    ```\n    a  b\n    \"c\"\n    ```\n");
    assert_int_equal(body.items[0].kind, BLOCK_QUOTE);
    assert_str(marked(*state, &body.items[0].as.blocks.items[0].as.text), "said *so*");
    assert_int_equal(body.items[1].kind, BLOCK_CODE);
    assert_str(marked(*state, &body.items[1].as.text), "`a  b`\\`\"c\"`");
    body = read_body(*state, "    ```\n    a\n\n      b\n    ```\n");
    assert_str(marked(*state, &body.items[0].as.text), "`a`\\\\`  b`");
}

static void a_body_may_be_a_list_of_texts(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "sections:\n- heading: H\n  body:\n  - One.\n  - text: Two.\n");
    const struct blocks *body = &brochure->sections[0].body;
    assert_int_equal(body->count, 2);
    assert_int_equal(body->items[1].kind, BLOCK_GROUP);
    assert_str(marked(*state, &body->items[1].as.blocks.items[0].as.text), "Two.");
}

static void a_text_block_may_lead_in_to_the_next(void **state)
{
    decode_fine(*state, HEAD "sections:\n- heading: H\n  body:\n  - text: 'Bring:'\n"
                             "  - checklist: [a, b]\n");
    assert_said(decode_text(*state, HEAD "sections:\n- heading: H\n  body:\n  - text: 'Bring:'\n"),
                "7:17 B0403 nothing follows this colon | write what it leads in to, or end the "
                "sentence with a point\n");
}

static void a_lead_in_needs_what_it_leads_to(void **state)
{
    assert_body_said(
        *state, "    Your team might include:\n",
        "7:28 B0403 nothing follows this colon | write what it leads in to, or end the "
        "sentence with a point\n");
    assert_body_said(
        *state, "    Choose below:\n\n    # Next\n\n    - ends in **a colon:**\n",
        "7:17 B0403 nothing follows this colon | write what it leads in to, or end the "
        "sentence with a point\n"
        "11:24 B0403 nothing follows this colon | write what it leads in to, or end the "
        "sentence with a point\n");
    assert_int_equal(read_body(*state, "    Your team:\n\n    - a doctor\n").count, 2);
}

static void sections_may_follow_a_lead_in(void **state)
{
    decode_fine(*state, HEAD "sections:\n- heading: H\n  body: 'Two parts:'\n"
                             "  sections: [{heading: A, body: x}]\n");
}

static void rules_are_errors(void **state)
{
    assert_body_said(*state, "    x\n\n    ***\n",
                     "9:5 B0405 a rule does not belong in the text | begin a section, or leave it "
                     "out\n");
}

static void items_of_a_task_list_have_boxes(void **state)
{
    struct blocks body = read_body(*state, "    - [ ] bring it\n    - [x] done\n    - plain\n");
    const struct list *list = &body.items[0].as.list;
    assert_int_equal(list->items[0].task, TASK_OPEN);
    assert_int_equal(list->items[1].task, TASK_DONE);
    assert_int_equal(list->items[2].task, TASK_NONE);
}

static void an_empty_item_is_an_error(void **state)
{
    assert_body_said(*state, "    - one\n    -\n",
                     "8:5 B0408 an empty list item | write its text, or take the mark away\n");
}

static void headings_go_six_levels_deep(void **state)
{
    assert_body_said(
        *state, "    ###### Deep\n\n    x\n",
        "7:12 B0409 a heading 7 levels deep; there are six | its section's heading is on "
        "level 1\n");
}

static void headings_go_down_one_level_at_a_time(void **state)
{
    assert_body_said(*state, "    ## Insurance\n\n    x\n",
                     "7:8 B0414 a heading that skips a level | take a `#` away: `#` is one level "
                     "below the section's own heading\n");
    assert_body_said(*state, "    # Costs\n\n    x\n\n    ### Plans\n\n    y\n",
                     "11:9 B0414 a heading that skips a level | take a `#` away: `#` is one level "
                     "below the section's own heading\n");
}

static void raw_html_hides_no_other_fault(void **state)
{
    assert_body_said(
        *state, "    - <b>x</b> [y](#nowhere)\n    - <br>\n\n    ---\n",
        "7:7 B0404 raw HTML cannot be laid out | use Markdown; for the signs themselves "
        "write `\\<` or `&lt;`\n"
        "7:11 B0404 raw HTML cannot be laid out | use Markdown; for the signs "
        "themselves write `\\<` or `&lt;`\n"
        "7:17 B0505 no section has the id `nowhere` | give the section that is meant `id: "
        "nowhere`\n"
        "8:7 B0404 raw HTML cannot be laid out | use Markdown; for the signs themselves "
        "write `\\<` or `&lt;`\n"
        "10:5 B0405 a rule does not belong in the text | begin a section, or leave it "
        "out\n");
}

static void an_empty_heading_is_an_error(void **state)
{
    assert_body_said(*state, "    #\n\n    x\n", "7:5 B0305 a heading without text\n");
}

static void a_body_of_definitions_alone_is_empty(void **state)
{
    struct decoded *said = decode_text(*state, HEAD SECTION "|\n    [a]: https://example.org\n");
    assert_null(said->brochure);
    bool found = false;
    for (size_t i = 0; i < said->diags.count; i++)
        found = found || said->diags.items[i].code == DIAG_EMPTY_BODY;
    assert_true(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(lists_nest_and_keep_their_numbers),
        RULE(headings_lie_below_their_section),
        RULE(quotations_and_code_are_blocks),
        RULE(a_body_may_be_a_list_of_texts),
        RULE(a_lead_in_needs_what_it_leads_to),
        RULE(sections_may_follow_a_lead_in),
        RULE(rules_are_errors),
        RULE(items_of_a_task_list_have_boxes),
        RULE(a_text_block_may_lead_in_to_the_next),
        RULE(an_empty_item_is_an_error),
        RULE(headings_go_six_levels_deep),
        RULE(headings_go_down_one_level_at_a_time),
        RULE(raw_html_hides_no_other_fault),
        RULE(an_empty_heading_is_an_error),
        RULE(a_body_of_definitions_alone_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
