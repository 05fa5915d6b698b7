#include "unit/plain_fixture.h"

static void headings_have_a_rule_for_each_level(void **state)
{
    assert_str(plain_text(*state,
                          HEAD "subtitle: S\nlead: L\nsections:\n- heading: One\n  sections:\n"
                               "  - heading: Two\n    body: |\n      # Three\n\n      Words.\n"
                               "- heading: 你好\n  body: x\n",
                          0),
               "T\n=\nS\n\nL\n\n\nOne\n---\n\nTwo\n~~~\n\nThree\n^^^^^\n\nWords.\n\n\n"
               "你好\n----\n\nx\n");
}

static void a_rule_is_forty_columns_wide_at_most(void **state)
{
    struct str text =
        plain_text(*state,
                   HEAD "sections:\n- heading: A heading that is a good deal longer than forty\n"
                        "  body: x\n",
                   0);
    assert_true(str_ends_with(text, STR("forty\n----------------------------------------\n\nx\n")));
}

static void a_cover_says_its_words_and_the_control_data_stand_at_the_end(void **state)
{
    assert_str(plain_text(*state,
                          HEAD
                          "cover: {eyebrow: Guide}\npublisher: {name: Clinic, address: 1 Road, "
                          "phone: +1 555 010 0100, web: https://example.org}\n"
                          "document: {id: X-1, summary: Sum., status: draft, "
                          "issued: 2025-06-27, online: https://example.org/x, "
                          "more: {Read by: A Board}}\n" SECTION "x\n",
                          0),
               "Guide\n\nT\n=\n\nSum.\n\n\nH\n-\n\nx\n\n\n"
               "Read online: https://example.org/x\n\n"
               "Clinic\n1 Road\n+1 555 010 0100\nhttps://example.org\n\n"
               "Document: X-1\nIssued: June 27, 2025\nStatus: Draft\nRead by: A Board\n");
}

static void contents_and_references_are_lists(void **state)
{
    assert_str(plain_text(*state,
                          HEAD "contents: 2\nsections:\n- heading: A\n  sections:\n"
                               "  - {heading: B, body: 'Word.[@a] More[@b], and [see @a].'}\n"
                               "references:\n  items:\n  - {id: a, text: First.}\n"
                               "  - {id: b, type: webpage, title: Second, DOI: 10.1000/x}\n",
                          0),
               "T\n=\n\n\nContents\n--------\n\n- A\n  - B\n- References\n\n\nA\n-\n\nB\n~\n\n"
               "Word [1]. More [2], and [see 1].\n\n\nReferences\n----------\n\n"
               "1. First.\n2. Second. doi:10.1000/x\n");
}

static void lists_keep_their_marks_and_nest_by_indentation(void **state)
{
    assert_body(" |\n    Lead:\n\n    - a\n      - b\n        1. c\n        2. d\n    - e\n",
                "Lead:\n\n- a\n  - b\n    1. c\n    2. d\n- e\n");
    assert_body(" |\n    9. a\n\n       b\n    10. c\n\n        d\n",
                "9. a\n\n   b\n\n10. c\n\n    d\n");
    assert_body(" |\n    - - a\n      - b\n", "- - a\n  - b\n");
    assert_body(" |\n    - [ ] a\n    - [x] b\n", "[ ] a\n[x] b\n");
    assert_body("\n  - checklist: [a, b]", "[ ] a\n[ ] b\n");
}

static void callouts_say_what_they_are(void **state)
{
    assert_body("\n  - callout: {kind: warning, title: Call us, body: \"a\\n\\nb\"}\n  - c",
                "Warning: Call us\n  a\n\n  b\n\nc\n");
    assert_body("\n  - callout: {kind: tip, body: a}", "Tip:\n  a\n");
    assert_body("\n  - callout: {kind: note, title: Note well, body: a}", "Note well\n  a\n");
    assert_str(plain_body(*state, "fr", "\n  - callout: {kind: note, title: a, body: b}", 0),
               "Remarque\u00a0: a\n  b\n");
    assert_str(plain_body(*state, "ja", "\n  - callout: {kind: note, title: a, body: b}", 0),
               "注記：a\n  b\n");
}

static void steps_are_numbered(void **state)
{
    assert_body("\n  - steps: [{title: A, body: b}, {title: C}]", "1. A\n   b\n\n2. C\n");
    assert_body("\n  - steps: [a, b]", "1. a\n2. b\n");
}

static void quotations_have_marks_once(void **state)
{
    assert_body(" |\n    > a\n    >\n    > b\n", "  “a\n\n  b”\n");
    assert_body("\n  - quote: {text: '\"a\"', source: S}", "  “a”\n  — S\n");
    assert_body(" |\n    > - a\n", "  - a\n");
    assert_str(plain_body(*state, "de", "\n  - quote: a", 0), "  „a“\n");
}

static void entries_are_labels_with_a_colon(void **state)
{
    assert_body("\n  - facts: [{value: '24', label: hours}, {value: 'Who?', label: We}]",
                "24: hours\nWho? We\n");
    assert_body("\n  - definitions: {a: b, c: d}", "a: b\nc: d\n");
    assert_body("\n  - contacts: [{name: A, phone: 555 0100 200, email: a@b.org, hours: always}, "
                "{name: B, web: 'https://b.org'}]",
                "A\n555 0100 200\na@b.org\nalways\n\nB\nhttps://b.org\n");
    assert_body("\n  - write-in: [{label: Name}, {label: Notes, lines: 4}, "
                "{label: Well?, options: ['Yes', 'No']}]",
                "Name: ____\nNotes: ____\nWell? [ ] Yes  [ ] No\n");
    assert_body("\n  - qr: {url: 'https://a.org', caption: Read}", "Read: https://a.org\n");
}

static void tables_are_records_that_say_every_head(void **state)
{
    assert_body("\n  - table: {caption: C, columns: [A, ''], rows: [[x, '1'], ['', '']], notes: N}",
                "Table 1. C\n\n- A: x\n  1\n- A: –\n\nN\n");
    assert_body("\n  - table: {columns: [A, B], rows: [[x, [\"- y\\n- z\"]]]}",
                "- A: x\n  B:\n    - y\n    - z\n");
}

static void parts_for_the_pages_alone_are_not_there(void **state)
{
    assert_body("\n  - a\n  - break: page\n  - b\n  - break: cut\n  - c", "a\n\nb\n\nc\n");
}

static void parts_in_another_language_have_its_words(void **state)
{
    assert_body("\n  - callout: {kind: warning, title: a, body: b}\n    language: es\n"
                "  - callout: {kind: warning, title: a, body: b}",
                "Advertencia: a\n  b\n\nWarning: a\n  b\n");
}

static void a_language_without_a_word_that_is_needed_is_an_error(void **state)
{
    struct decoded *decoded =
        decode_text(*state, PLAIN_HEAD "language: cy\nsections:\n- heading: H\n  body:\n"
                                       "  - callout: {kind: note, title: a, body: b}\n");
    struct str text;
    assert_non_null(decoded->brochure);
    assert_false(plain_write(*state, decoded->brochure, 0, &decoded->diags, &text));
    assert_said(decoded, "3:11 B0316 `cy` has no built-in words, and `labels` has no `note` | add "
                         "your own word for \"Note\": `labels: {note: \"…\"}`\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(headings_have_a_rule_for_each_level),
        RULE(a_rule_is_forty_columns_wide_at_most),
        RULE(a_cover_says_its_words_and_the_control_data_stand_at_the_end),
        RULE(contents_and_references_are_lists),
        RULE(lists_keep_their_marks_and_nest_by_indentation),
        RULE(callouts_say_what_they_are),
        RULE(steps_are_numbered),
        RULE(quotations_have_marks_once),
        RULE(entries_are_labels_with_a_colon),
        RULE(tables_are_records_that_say_every_head),
        RULE(parts_for_the_pages_alone_are_not_there),
        RULE(parts_in_another_language_have_its_words),
        RULE(a_language_without_a_word_that_is_needed_is_an_error),
    };
    return cmocka_run_group_tests_name("plain", tests, NULL, NULL);
}
