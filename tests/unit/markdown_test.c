#include "input/markdown.h"
#include "input/yaml.h"
#include "unit/unit.h"

struct reading {
    struct sources sources;
    struct diags diags;
    const struct node *scalar;
};

// A scalar whose text is `text`, read from YAML as a literal block.
static struct reading *scalar_of(struct arena *arena, struct str text)
{
    struct reading *reading = ARENA_NEW(arena, struct reading);
    sources_init(&reading->sources, arena);
    diags_init(&reading->diags, arena, &reading->sources);
    struct str_builder yaml = str_builder_in(arena);
    str_add(&yaml, STR("t: |\n"));
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_byte(text, '\n', at);
        str_addf(&yaml, "  %.*s\n", STR_ARGS(str_slice(text, at, end)));
        at = end + 1;
    }
    struct source *source = sources_add(&reading->sources, STR("a.yaml"), str_built(&yaml));
    const struct node *root;
    assert_true(yaml_read(arena, source, &yaml_limits_default, &reading->diags, &root));
    reading->scalar = root->pairs[0].value;
    return reading;
}

static const char *const names[] = {"document", "p",    "h",     "ul",  "ol",   "li",   "quote",
                                    "pre",      "hr",   "table", "tr",  "td",   "text", "em",
                                    "strong",   "code", "a",     "img", "soft", "hard"};

static void dump(const struct markdown *node, struct reading *reading, struct str_builder *out)
{
    str_addf(out, "(%s", names[node->kind]);
    if (node->kind == MARKDOWN_TEXT) {
        struct position at = source_position(
            &reading->sources, sources_find(&reading->sources, node->span.file), node->span.start);
        str_addf(out, " %u:%u '%.*s'", at.line, at.column, STR_ARGS(node->text));
    }
    if (node->target.len > 0)
        str_addf(out, " %s<%.*s>", node->autolink ? "auto" : "", STR_ARGS(node->target));
    for (const struct markdown *child = node->first; child; child = child->next)
        dump(child, reading, out);
    str_add(out, STR(")"));
}

#define assert_blocks(arena, markdown_, expected)                                                  \
    do {                                                                                           \
        struct reading *reading_ = scalar_of((arena), STR(markdown_));                             \
        const struct markdown *document_;                                                          \
        struct str_builder out_ = str_builder_in(arena);                                           \
        assert_true(                                                                               \
            markdown_read_blocks((arena), reading_->scalar, &reading_->diags, &document_));        \
        for (const struct markdown *block_ = document_->first; block_; block_ = block_->next)      \
            dump(block_, reading_, &out_);                                                         \
        assert_str(str_built(&out_), expected);                                                    \
    } while (0)

#define assert_said(arena, markdown_, expected)                                                    \
    do {                                                                                           \
        struct reading *reading_ = scalar_of((arena), STR(markdown_));                             \
        const struct markdown *document_;                                                          \
        struct str_builder out_ = str_builder_in(arena);                                           \
        markdown_read_blocks((arena), reading_->scalar, &reading_->diags, &document_);             \
        diags_sort(&reading_->diags);                                                              \
        diags_write(&reading_->diags, DIAG_FORMAT_SHORT, false, &out_);                            \
        assert_str(str_built(&out_), expected);                                                    \
    } while (0)

static void reads_paragraphs_marks_and_breaks_at_their_places(void **state)
{
    assert_blocks(*state, "one *two* three\nfour **five**\n\nsix  \nseven",
                  "(p(text 2:3 'one ')(em(text 2:8 'two'))(text 2:12 ' three')(soft)"
                  "(text 3:3 'four ')(strong(text 3:10 'five')))"
                  "(p(text 5:3 'six')(hard)(text 6:3 'seven'))");
}

static void items_hold_blocks_whether_tight_or_loose(void **state)
{
    assert_blocks(
        *state, "- one\n  - two\n- three\n",
        "(ul(li(p(text 2:5 'one'))(ul(li(p(text 3:7 'two')))))(li(p(text 4:5 'three'))))");
    assert_blocks(*state, "1. one\n\n2. two\n",
                  "(ol(li(p(text 2:6 'one')))(li(p(text 4:6 'two'))))");
}

static void links_keep_their_targets(void **state)
{
    assert_blocks(*state, "see [costs](#costs) or <https://a.org/b>",
                  "(p(text 2:3 'see ')(a <#costs>(text 2:8 'costs'))(text 2:22 ' or ')"
                  "(a auto<https://a.org/b>(text 2:27 'https://a.org/b')))");
}

static void entities_and_escapes_stand_for_their_characters(void **state)
{
    assert_blocks(*state, "a &amp; b \\* c &#x41;", "(p(text 2:3 'a & b * c A'))");
}

static void citations_and_variables_stay_as_typed(void **state)
{
    assert_blocks(*state, "so.[@a_b; @c, p. 3] {{clinic_phone}}",
                  "(p(text 2:3 'so.[@a_b; @c, p. 3] {{clinic_phone}}'))");
}

static void says_what_markdown_would_take_in_silence(void **state)
{
    assert_said(*state, "a <b>bold</b> word\n",
                "a.yaml:2:5: error: raw HTML cannot be laid out [B0404]\n"
                "a.yaml:2:12: error: raw HTML cannot be laid out [B0404]\n");
    assert_said(*state, "[note]: this-is-a-remark\n",
                "a.yaml:2:3: error: a link definition that nothing uses: Markdown would drop this "
                "line [B0410]\n");
    assert_said(*state, "Costs\n-----\n\n\xE2\x80\xA2 one\n\na) two\n",
                "a.yaml:3:3: warning: this line makes the text above it a heading [B0411]\n"
                "a.yaml:5:3: warning: a typed bullet makes no list [B0411]\n"
                "a.yaml:7:3: warning: a letter makes no list [B0411]\n");
    assert_said(*state, "&nosuch; thing\n",
                "a.yaml:2:3: warning: `&nosuch;` is no known character: it is printed as typed "
                "[B0411]\n");
    assert_said(*state, "a **bold word, and \\*\\* as meant, `**` in code\n",
                "a.yaml:2:5: warning: `**` without its partner is printed as typed [B0411]\n");
}

static void reads_no_byte_behind_the_text(void **state)
{
    const struct str text = str_slice(STR("plain*[x](y)*&amp;`z`"), 0, 5);
    const struct srcmap_piece piece = {0};
    const struct node scalar = {.text = text,
                                .map = {.pieces = &piece, .count = 1, .source_end = 5}};
    struct sources sources;
    struct diags diags;
    sources_init(&sources, *state);
    diags_init(&diags, *state, &sources);
    const struct markdown *document;
    assert_true(markdown_read_blocks(*state, &scalar, &diags, &document));
    assert_str(document->first->first->text, "plain");
    assert_null(document->first->first->next);
}

static void only_a_definition_that_would_be_dropped_is_unused(void **state)
{
    assert_said(*state, "[note]: this is a remark\n", "");
    assert_said(*state, "Some text\n[a]: /x\n", "");
    assert_said(*state, "See [A  b] and [c][D].\n\n[a b]: /x\n[d]: </y z> \"title\"\n", "");
    assert_said(*state, "[a]: /x\n[b]: /y\n\nSee [a].\n",
                "a.yaml:3:3: error: a link definition that nothing uses: Markdown would drop this "
                "line [B0410]\n");
}

static void rows_with_too_few_cells_are_not_filled_up(void **state)
{
#define LESS ": error: this row has fewer cells than the table's head, which has 2 [B0415]\n"
    assert_said(*state, "| a | b |\n|---|---|\n| c |\n| d | e |\n", "a.yaml:4:3" LESS);
    assert_said(*state, "a | b\n--- | ---\nc\n", "a.yaml:4:3" LESS);
    assert_said(*state, "a | b\n--- | ---\nc \\|\n", "a.yaml:4:3" LESS);
    assert_said(*state, "a | b\n--- | ---\n| c | \n", "a.yaml:4:3" LESS);
    assert_said(*state, "a | b\n--- | ---\nc | \\|\n", "");
#undef LESS
}

static void short_rules_make_no_table(void **state)
{
#define SHORT                                                                                      \
    ": warning: these rules are too short for a table's head above them: all is one paragraph "    \
    "[B0411]\n"
    assert_said(*state, "| a | b |\n|-|-|\n| c | d |\n", "a.yaml:3:3" SHORT);
    assert_said(*state, "a | b\n:-|---:\nc | d\n", "a.yaml:3:3" SHORT);
    assert_said(*state, "| a | b |\n|:-:|---|\n| c | d |\n", "");
    assert_said(*state, "| a |\n\n|-|\n", "");
    assert_said(*state, "```\na|b\n-|-\n```\n", "");
    assert_said(*state, "a | b\n- | c\n", "");
#undef SHORT
}

static void cells_beyond_the_head_are_not_dropped(void **state)
{
#define MORE ": error: this row has more cells than the table's head, which has 2 [B0415]\n"
    assert_said(*state, "| a | b |\n|---|---|\n| c | d | lost |\n", "a.yaml:4:12" MORE);
    assert_said(*state, "a | b\n--- | ---\nc | d | lost | more\n", "a.yaml:4:10" MORE);
    assert_said(*state, "| | |\n|---|---|\n| | | lost |\n|x| |\n", "a.yaml:4:8" MORE);
    assert_said(*state, "> | a | b |\n> |---|---|\n> | | | lost |\n", "a.yaml:4:10" MORE);
    assert_said(*state, "| a | b |\n|---|---|\n| `c|d` | e \\| f |\n", "");
#undef MORE
}

static void what_has_no_text_has_its_line(void **state)
{
    struct reading *reading = scalar_of(*state, STR("**one**\n\n---\n\n***\n\n- a\n-\n-\n"));
    const struct markdown *document;
    assert_true(markdown_read_blocks(*state, reading->scalar, &reading->diags, &document));
    const struct markdown *rule = document->first->next, *items = rule->next->next->first;
    const struct markdown *const nodes[] = {rule, rule->next, items->next, items->next->next};
    static const uint32_t lines[] = {4, 6, 9, 10};
    for (size_t i = 0; i < 4; i++) {
        struct position at =
            source_position(&reading->sources, sources_find(&reading->sources, nodes[i]->span.file),
                            nodes[i]->span.start);
        assert_int_equal(at.line, lines[i]);
        assert_int_equal(at.column, 3);
    }
}

static void indented_text_is_code_that_may_not_be_meant(void **state)
{
    assert_said(*state, "one\n\n    two\n",
                "a.yaml:4:7: warning: text that is indented by four spaces becomes code [B0411]\n");
    assert_said(*state, "```\ntwo\n```\n", "");
}

static void refuses_emphasis_that_crosses_an_address(void **state)
{
    static const char *const texts[] = {"[](*)*", "*[a](*)", "- **[](*)*", "> *a [b](_) c_",
                                        "| a |\n|---|\n| [](*)* |"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct reading *reading = scalar_of(*state, str_from(texts[i]));
        const struct markdown *document;
        if (markdown_read_blocks(*state, reading->scalar, &reading->diags, &document))
            continue; // another md4c may read it well
        for (size_t k = 0; k < reading->diags.count; k++)
            assert_int_equal(reading->diags.items[k].code, DIAG_MARKDOWN_CROSSED);
    }
}

static void refuses_quotations_2000_deep(void **state)
{
    struct str_builder text = str_builder_in(*state);
    for (int i = 0; i < 2000; i++)
        str_add(&text, STR("> "));
    str_add(&text, STR("x"));
    struct reading *reading = scalar_of(*state, str_built(&text));
    const struct markdown *document;
    assert_false(markdown_read_blocks(*state, reading->scalar, &reading->diags, &document));
    assert_int_equal(reading->diags.count, 1);
    assert_int_equal(reading->diags.items[0].code, DIAG_MARKDOWN_TOO_DEEP);
}

static void joined_text(const struct markdown *node, struct str_builder *out)
{
    if (node->kind == MARKDOWN_TEXT)
        str_add(out, node->text);
    for (const struct markdown *child = node->first; child; child = child->next)
        joined_text(child, out);
}

// Block markers are ordinary characters in inline text: what goes in without inline marks comes
// out.
static void inline_text_has_no_block_markers(void **state)
{
    static const char *const parts[] = {"- ",           "1. ", "# ",   "> ", "| ", "    ", "---",
                                        "===",          "+",   "word", "5",  ".",  " ",    "a)",
                                        "\xE2\x80\xA2", ":",   "~",    "="};
    uint32_t seed = 11;
    for (int round = 0; round < 3000; round++) {
        struct str_builder text = str_builder_in(*state);
        str_add(&text, STR("x"));
        text.len = 0;
        for (uint32_t i = 0, count = 1 + unit_random(&seed) % 8; i < count; i++)
            str_add(&text, str_from(parts[unit_random(&seed) % (sizeof parts / sizeof parts[0])]));
        struct str typed = str_built(&text);
        struct node scalar = {
            .kind = NODE_SCALAR,
            .text = typed,
            .map = {.pieces = &(struct srcmap_piece){0, 0},
                    .count = 1,
                    .source_end = (uint32_t)typed.len},
        };
        struct sources sources;
        struct diags diags;
        sources_init(&sources, *state);
        diags_init(&diags, *state, &sources);
        const struct markdown *paragraph;
        assert_true(markdown_read_inline(*state, &scalar, &diags, &paragraph));
        struct str_builder out = str_builder_in(*state);
        joined_text(paragraph, &out);
        struct str wanted = str_trim(typed), got = str_trim(str_built(&out));
        if (!str_equal(got, wanted))
            print_error("'%.*s' came out as '%.*s'\n", STR_ARGS(wanted), STR_ARGS(got));
        assert_true(str_equal(got, wanted));
    }
}

static void inline_text_keeps_its_marks_and_places(void **state)
{
    struct reading *reading = scalar_of(*state, STR("*Take* with\nfood"));
    const struct markdown *paragraph;
    assert_true(markdown_read_inline(*state, reading->scalar, &reading->diags, &paragraph));
    struct str_builder out = str_builder_in(*state);
    dump(paragraph, reading, &out);
    assert_str(str_built(&out), "(p(em(text 2:4 'Take'))(text 2:9 ' with food'))");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(reads_paragraphs_marks_and_breaks_at_their_places),
        RULE(items_hold_blocks_whether_tight_or_loose),
        RULE(links_keep_their_targets),
        RULE(entities_and_escapes_stand_for_their_characters),
        RULE(citations_and_variables_stay_as_typed),
        RULE(says_what_markdown_would_take_in_silence),
        RULE(reads_no_byte_behind_the_text),
        RULE(only_a_definition_that_would_be_dropped_is_unused),
        RULE(cells_beyond_the_head_are_not_dropped),
        RULE(short_rules_make_no_table),
        RULE(rows_with_too_few_cells_are_not_filled_up),
        RULE(what_has_no_text_has_its_line),
        RULE(indented_text_is_code_that_may_not_be_meant),
        RULE(refuses_emphasis_that_crosses_an_address),
        RULE(refuses_quotations_2000_deep),
        RULE(inline_text_has_no_block_markers),
        RULE(inline_text_keeps_its_marks_and_places),
    };
    return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
