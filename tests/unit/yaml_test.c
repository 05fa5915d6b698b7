#include "input/yaml.h"
#include "unit/unit.h"

struct reading {
    struct sources sources;
    struct diags diags;
    struct source *source;
    const struct node *root;
    bool good;
};

static struct reading *read_bytes(struct arena *arena, struct str bytes)
{
    struct reading *reading = ARENA_NEW(arena, struct reading);
    sources_init(&reading->sources, arena);
    diags_init(&reading->diags, arena, &reading->sources);
    reading->source = sources_add(&reading->sources, STR("a.yaml"), bytes);
    reading->good =
        yaml_read(arena, reading->source, &yaml_limits_default, &reading->diags, &reading->root);
    diags_sort(&reading->diags);
    return reading;
}

#define assert_tree(arena, bytes, expected)                                                        \
    do {                                                                                           \
        struct reading *reading_ = read_bytes((arena), STR(bytes));                                \
        struct str_builder out_ = str_builder_in(arena);                                           \
        assert_true(reading_->good);                                                               \
        tree_dump(reading_->root, &reading_->sources, &out_);                                      \
        assert_str(str_built(&out_), expected);                                                    \
    } while (0)

#define assert_faults(arena, bytes, expected)                                                      \
    do {                                                                                           \
        struct reading *reading_ = read_bytes((arena), STR(bytes));                                \
        struct str_builder out_ = str_builder_in(arena);                                           \
        diags_write(&reading_->diags, DIAG_FORMAT_SHORT, false, &out_);                            \
        assert_str(str_built(&out_), expected);                                                    \
    } while (0)

static void places_every_scalar_style(void **state)
{
    assert_tree(*state,
                "plain: some text\n"
                "single: 'it''s'\n"
                "double: \"a\\tb\"\n"
                "literal: |\n"
                "  one\n"
                "  two\n"
                "folded: >-\n"
                "  one\n"
                "  two\n"
                "last: x\n",
                "document block mapping 1:1-10:8\n"
                "  plain plain 1:8-1:17 \"some text\"\n"
                "  single single-quoted 2:9-2:16 \"it's\"\n"
                "  double double-quoted 3:9-3:15 \"a\\tb\"\n"
                "  literal literal 4:10-6:6 \"one\\ntwo\\n\"\n"
                "  folded folded 7:9-9:6 \"one two\"\n"
                "  last plain 10:7-10:8 \"x\"\n");
}

static void counts_columns_in_code_points_behind_a_mark_and_windows_line_ends(void **state)
{
    assert_tree(*state, "\xEF\xBB\xBF\xC3\xA4: \xE4\xB8\xAD\xE6\x96\x87\r\nb: [x, y]\r\n",
                "document block mapping 1:1-2:10\n"
                "  \xC3\xA4 plain 1:4-1:6 \"\xE4\xB8\xAD\xE6\x96\x87\"\n"
                "  b flow sequence 2:4-2:10\n"
                "    - plain 2:5-2:6 \"x\"\n"
                "    - plain 2:8-2:9 \"y\"\n");
}

static void keeps_scalars_as_text(void **state)
{
    assert_tree(*state, "a: 2.0\nb: no\nc: 0800\n",
                "document block mapping 1:1-3:8\n"
                "  a plain 1:4-1:7 \"2.0\"\n"
                "  b plain 2:4-2:6 \"no\"\n"
                "  c plain 3:4-3:8 \"0800\"\n");
}

static void aliases_and_merge_keys_are_resolved(void **state)
{
    assert_tree(*state, "x-a: &a {k: 1, l: 2}\nb: {<<: *a, l: 3}\nc: *a\n",
                "document block mapping 1:1-3:6\n"
                "  x-a flow mapping 1:6-1:21\n"
                "    k plain 1:13-1:14 \"1\"\n"
                "    l plain 1:19-1:20 \"2\"\n"
                "  b flow mapping 2:4-2:18\n"
                "    l plain 2:16-2:17 \"3\"\n"
                "    k plain 1:13-1:14 \"1\"\n"
                "  c flow mapping 1:6-1:21\n"
                "    k plain 1:13-1:14 \"1\"\n"
                "    l plain 1:19-1:20 \"2\"\n");
}

// Every byte of a value that stands as such in the file is found there again.
static void finds_each_byte_of_a_value_in_the_file(void **state)
{
    struct reading *reading = read_bytes(*state, STR("a:\n"
                                                     "  b: |2\n"
                                                     "      indented\n"
                                                     "\n"
                                                     "    text\n"
                                                     "  c: >\n"
                                                     "    folded\n"
                                                     "    lines\n"
                                                     "\n"
                                                     "      more\n"
                                                     "    end\n"
                                                     "  d: plain that\n"
                                                     "     goes on\n"
                                                     "  e: \"quoted\\\n"
                                                     "     and \\u00e9scaped\n"
                                                     "     text\"\n"
                                                     "  f: 'single\n"
                                                     "\n"
                                                     "     quoted'\n"));
    assert_true(reading->good);
    const struct node *a = reading->root->pairs[0].value;
    assert_int_equal(a->count, 5);
    for (size_t i = 0; i < a->count; i++) {
        const struct node *scalar = a->pairs[i].value;
        for (size_t j = 0; j < scalar->text.len; j++) {
            char byte = scalar->text.data[j];
            uint32_t at = srcmap_offset(&scalar->map, (uint32_t)j);
            if (byte > ' ')
                assert_int_equal(reading->source->bytes.data[at], byte);
        }
    }
}

static void add_random_words(struct str_builder *out, const char *indent, uint32_t *seed)
{
    static const char *const words[] = {
        "word", "\xC3\xA9t\xC3\xA9", "\xE4\xB8\xAD\xE6\x96\x87", "2.0", "x-y",
        "(a)",  "\xF0\x9F\x98\x80"};
    for (uint32_t i = 0, count = 1 + unit_random(seed) % 6; i < count; i++) {
        if (i > 0 && unit_random(seed) % 3 == 0)
            str_addf(out, "%s\n%s", unit_random(seed) % 2 ? "" : "\n", indent);
        else if (i > 0)
            str_add(out, unit_random(seed) % 2 ? STR(" ") : STR("   "));
        str_add(out, str_from(words[unit_random(seed) % (sizeof words / sizeof words[0])]));
    }
}

static void add_random_scalar(struct str_builder *out, uint32_t *seed)
{
    static const char *const heads[] = {"",        "'",        "\"",      "|\n    ",
                                        ">\n    ", "|+\n    ", ">-\n    "};
    static const char *const tails[] = {"", "'", "\"", "", "", "\n", "\n"};
    size_t style = unit_random(seed) % (sizeof heads / sizeof heads[0]);
    str_add(out, str_from(heads[style]));
    add_random_words(out, "    ", seed);
    if (style == 1)
        str_add(out, STR("''"));
    if (style == 2)
        str_add(out, STR("\\u00e9\\\n    \\t"));
    str_add(out, str_from(tails[style]));
}

static void assert_found_again(const struct node *scalar, struct str file)
{
    for (size_t i = 0; i < scalar->text.len; i++) {
        char byte = scalar->text.data[i];
        char found = file.data[srcmap_offset(&scalar->map, (uint32_t)i)];
        bool escaped = scalar->style == NODE_DOUBLE_QUOTED && found == '\\';
        if ((unsigned char)byte > ' ' && !escaped)
            assert_int_equal(found, byte);
    }
}

static void finds_each_byte_of_any_scalar_in_any_style(void **state)
{
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        struct str_builder text = str_builder_in(*state);
        str_add(&text, unit_random(&seed) % 2 ? STR("\xEF\xBB\xBF") : STR(""));
        str_add(&text, STR("a: "));
        add_random_scalar(&text, &seed);
        str_add(&text, STR("\nb:\n  c: "));
        add_random_scalar(&text, &seed);
        str_add(&text, STR("\n"));
        struct reading *reading = read_bytes(*state, str_built(&text));
        assert_non_null(reading->root);
        const struct node *inner = node_find(reading->root, STR("b"));
        assert_found_again(node_find(reading->root, STR("a")), reading->source->bytes);
        assert_found_again(node_find(inner, STR("c")), reading->source->bytes);
    }
}

static void says_what_is_wrong_in_a_writers_words(void **state)
{
    assert_faults(*state, "title: CAR-T: a guide\n",
                  "a.yaml:1:13: error: `: ` inside unquoted text [B0201]\n");
    assert_faults(
        *state, "a: 1\na: 2\n",
        "a.yaml:2:1: error: the key `a` is given twice: the first is on line 1 [B0202]\n");
    assert_faults(*state, "a: *b\n",
                  "a.yaml:1:4: error: no anchor `&b` comes before this [B0206]\n");
    assert_faults(*state, "a: {<<: text}\n",
                  "a.yaml:1:9: error: `<<` needs a mapping, or a list of mappings [B0207]\n");
    assert_faults(*state, "a: 1\n---\nb: 2\n",
                  "a.yaml:2:1: error: a second YAML document begins here [B0208]\n");
    assert_faults(*state, "a:\n\tb: 1\n", "a.yaml:2:1: error: a tab in the indentation [B0210]\n");
    assert_faults(*state, "", "a.yaml:1:1: error: the file is empty [B0305]\n");
    assert_faults(*state, "a: \xC3\n",
                  "a.yaml:1:4: error: the byte 0xC3 is not UTF-8 text [B0104]\n");
}

static void offers_the_quoted_mend(void **state)
{
    struct reading *reading = read_bytes(*state, STR("title: CAR-T: a guide\n"));
    assert_int_equal(reading->diags.count, 1);
    assert_str(reading->diags.items[0].hint, "put the text in quotes: `title: \"CAR-T: a guide\"`");
}

static void says_all_syntax_faults_in_one_run(void **state)
{
    assert_faults(
        *state,
        "title: CAR-T: a guide\n"
        "language: en\n"
        "subtitle: what: to expect\n"
        "theme: @clinic\n",
        "a.yaml:1:13: error: `: ` inside unquoted text [B0201]\n"
        "a.yaml:3:15: error: `: ` inside unquoted text [B0201]\n"
        "a.yaml:4:8: error: unquoted text begins with `@`, which has a meaning of its own "
        "in YAML [B0201]\n");
}

// The rest of the file is read as if the fault were mended: no fault follows from another.
static void a_fault_draws_no_other_after_it(void **state)
{
    assert_faults(
        *state,
        "sections:\n"
        "  - heading: \"open\n"
        "    body: one\n"
        "  - heading: What: this\n"
        "    body: two\n"
        "  - heading: {{name}} comes\n"
        "    body: three\n"
        "  - heading: *Note this\n"
        "    body: `four`\n",
        "a.yaml:2:14: error: a quotation mark is opened and never closed [B0201]\n"
        "a.yaml:4:18: error: `: ` inside unquoted text [B0201]\n"
        "a.yaml:6:14: error: unquoted text begins with `{`, which has a meaning of its "
        "own in YAML [B0201]\n"
        "a.yaml:8:14: error: no anchor `&Note` comes before this [B0206]\n"
        "a.yaml:9:11: error: unquoted text begins with a backquote, which has a meaning of "
        "its own in YAML [B0201]\n");
}

static void names_the_sign_of_a_variable_without_quotes(void **state)
{
    assert_faults(
        *state, "a: {{b}}\nc: [{{d}}]\n",
        "a.yaml:1:4: error: unquoted text begins with `{`, which has a meaning of its own "
        "in YAML [B0201]\n"
        "a.yaml:2:6: error: a key must be plain text [B0211]\n");
}

static void every_syntax_fault_is_placed_when_a_tab_stands_within_a_line(void **state)
{
    struct reading *reading = read_bytes(*state, STR(" -\t:\nb\n"));
    assert_true(reading->diags.error_count > 0);
}

static void finds_text_right_behind_an_anchor(void **state)
{
    assert_tree(*state, "a: &a:x y\nb: *a\nc: !t # why\n  z\n",
                "document block mapping 1:1-4:4\n"
                "  a plain 1:4-1:10 \":x y\"\n"
                "  b plain 1:4-1:10 \":x y\"\n"
                "  c plain 3:4-4:4 !t \"z\"\n");
    struct reading *reading = read_bytes(*state, STR("a: &a:x y\nb: *a\n"));
    assert_int_equal(node_text_span(node_find(reading->root, STR("a")), 0, 1).start, 5);
}

static void an_escaped_break_may_be_followed_by_empty_lines(void **state)
{
    struct reading *reading = read_bytes(*state, STR("a: \"x\\\n  \n  b\"\n"));
    const struct node *value = node_find(reading->root, STR("a"));
    assert_str(value->text, "x\nb");
    assert_int_equal(node_text_span(value, 2, 3).start, 12);
}

static void reads_on_behind_a_fault(void **state)
{
    assert_tree(*state, "title: CAR-T: a guide\ntheme: @clinic\nlanguage: en\n",
                "document block mapping 1:1-3:13\n"
                "  title plain 1:8-1:13 \"CAR-T\"\n"
                "  theme plain 2:7-2:7 \"\"\n"
                "  language plain 3:11-3:13 \"en\"\n");
}

static struct str repeated(struct arena *arena, struct str part, size_t count)
{
    struct str_builder text = str_builder_in(arena);
    for (size_t i = 0; i < count; i++)
        str_add(&text, part);
    return str_built(&text);
}

static void refuses_characters_that_libyaml_takes_for_line_ends(void **state)
{
    assert_faults(*state, "a: \xE4\xB8\xAD\xE2\x80\xA8x\nb: \xC2\x85\n",
                  "a.yaml:1:5: error: the control character U+2028 cannot stand in text [B0105]\n"
                  "a.yaml:2:4: error: the control character U+0085 cannot stand in text [B0105]\n");
    assert_faults(*state, "a: x\rb: y\r\n",
                  "a.yaml:1:5: error: the control character U+000D cannot stand in text [B0105]\n");
    assert_faults(*state, "a: \xEF\xBB\xBFx\n",
                  "a.yaml:1:4: error: the control character U+FEFF cannot stand in text [B0105]\n");
}

static void refuses_a_file_above_the_limit(void **state)
{
    struct sources sources;
    struct diags diags;
    sources_init(&sources, *state);
    diags_init(&diags, *state, &sources);
    struct source *source = sources_add(&sources, STR("a.yaml"), STR("a: 1\n"));
    const struct yaml_limits limits = {.bytes = 4, .depth = 2, .nodes = 9};
    const struct node *root = NULL;
    assert_false(yaml_read(*state, source, &limits, &diags, &root));
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.items[0].code, DIAG_FILE_TOO_LARGE);
}

// An alias that cannot be resolved is said once: its node stands for the text that was typed.
static void keeps_an_unknown_alias_as_typed(void **state)
{
    struct reading *reading = read_bytes(*state, STR("a: *b\n"));
    const struct node *value = node_find(reading->root, STR("a"));
    assert_str(value->text, "*b");
    assert_int_equal(node_text_span(value, 1, 2).start, 4);
}

static void refuses_depth_while_it_reads(void **state)
{
    struct reading *reading = read_bytes(*state, repeated(*state, STR("["), 100000));
    assert_false(reading->good);
    assert_int_equal(reading->diags.items[0].code, DIAG_YAML_TOO_DEEP);
    assert_int_equal(reading->diags.items[0].span.start, 100);
}

static void refuses_aliases_that_grow_without_end(void **state)
{
    struct str_builder text = str_builder_in(*state);
    str_add(&text, STR("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"));
    for (int i = 1; i < 9; i++) {
        str_addf(&text, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++)
            str_addf(&text, "*a%d, ", i - 1);
        str_add(&text, STR("x]\n"));
    }
    struct reading *reading = read_bytes(*state, str_built(&text));
    assert_false(reading->good);
    assert_int_equal(reading->diags.count, 1);
    assert_int_equal(reading->diags.items[0].code, DIAG_YAML_ALIAS_BOMB);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(places_every_scalar_style),
        RULE(counts_columns_in_code_points_behind_a_mark_and_windows_line_ends),
        RULE(keeps_scalars_as_text),
        RULE(aliases_and_merge_keys_are_resolved),
        RULE(finds_each_byte_of_a_value_in_the_file),
        RULE(finds_each_byte_of_any_scalar_in_any_style),
        RULE(says_what_is_wrong_in_a_writers_words),
        RULE(offers_the_quoted_mend),
        RULE(says_all_syntax_faults_in_one_run),
        RULE(reads_on_behind_a_fault),
        RULE(a_fault_draws_no_other_after_it),
        RULE(names_the_sign_of_a_variable_without_quotes),
        RULE(every_syntax_fault_is_placed_when_a_tab_stands_within_a_line),
        RULE(finds_text_right_behind_an_anchor),
        RULE(an_escaped_break_may_be_followed_by_empty_lines),
        RULE(refuses_characters_that_libyaml_takes_for_line_ends),
        RULE(refuses_a_file_above_the_limit),
        RULE(keeps_an_unknown_alias_as_typed),
        RULE(refuses_depth_while_it_reads),
        RULE(refuses_aliases_that_grow_without_end),
    };
    return cmocka_run_group_tests_name("yaml", tests, NULL, NULL);
}
