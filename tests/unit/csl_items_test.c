#include "model/csl_items.h"
#include "model/reference_list.h"
#include "unit/reference_fixture.h"

// The title of the only item of a CSL JSON file, as Markdown.
static struct str title_of(struct arena *arena, const char *json)
{
    struct sources sources;
    struct diags diags;
    const struct node *root;
    sources_init(&sources, arena);
    diags_init(&diags, arena, &sources);
    struct source *source =
        sources_add(&sources, STR("r.json"), str_format(arena, "[{\"title\": \"%s\"}]", json));
    assert_true(yaml_read(arena, source, &yaml_limits_default, &diags, &root));
    const struct node *items = csl_items(arena, root, true);
    return node_find(items->items[0], STR("title"))->text;
}

static void marks_become_markdown(void **state)
{
    static const char *const samples[][2] = {
        {"<i>In vitro</i> and <b>bold</b>", "*In vitro* and **bold**"},
        {"CO<sub>2</sub>, 10<sup>-6</sup>, Na<sup>+</sup>", "CO₂, 10⁻⁶, Na⁺"},
        {"x<sup>n</sup> y", "xn y"},
        {"<span class=\\\"nocase\\\">mRNA</span>", "mRNA"},
        {"<i> x </i>y", " x y"},
        {"a*b_c [d] <e> &f; {{g}}", "a\\*b\\_c \\[d\\] \\<e\\> \\&f; \\{\\{g}}"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        assert_str(title_of(*state, samples[i][0]), samples[i][1]);
}

// The keys of an item that a file holds, with their texts.
static struct str items_of(struct arena *arena, const char *text, bool json)
{
    struct sources sources;
    struct diags diags;
    const struct node *root;
    struct str_builder out = str_builder_in(arena);
    sources_init(&sources, arena);
    diags_init(&diags, arena, &sources);
    struct source *source = sources_add(&sources, STR("r"), str_from(text));
    assert_true(yaml_read(arena, source, &yaml_limits_default, &diags, &root));
    const struct node *item = csl_items(arena, root, json)->items[0];
    for (size_t i = 0; i < item->count; i++)
        str_addf(&out, "%.*s ", STR_ARGS(item->pairs[i].key->text));
    return str_built(&out);
}

static void what_programs_keep_for_themselves_is_left_out(void **state)
{
    static const char item[] = "[{id: a, abstract: x, note: y, keyword: z, language: en, "
                               "citation-key: k, title: T, titel: U, volume: ''}]";
    assert_str(items_of(*state, item, true), "id title titel ");
    assert_str(items_of(*state, item, false), "id title titel volume ");
}

static void former_names_are_todays(void **state)
{
    assert_str(items_of(*state, "[{journalAbbreviation: J, event: E, shortTitle: S}]", true),
               "container-title-short event-title ");
    assert_str(items_of(*state, "[{container-title-short: J, journalAbbreviation: K}]", true),
               "container-title-short ");
}

static void text_is_escaped_letter_by_letter(void **state)
{
    const struct srcmap_piece piece = {0, 7};
    const struct node plain = {
        .kind = NODE_SCALAR, .text = STR("*a* `b` \\"), .map = {1, &piece, 1, 16}};
    const struct node *escaped = csl_escaped(*state, &plain);
    assert_str(escaped->text, "\\*a\\* \\`b\\` \\\\");
    assert_int_equal(srcmap_offset(&escaped->map, 2), 8); // a
    assert_int_equal(srcmap_offset(&escaped->map, 4), 9); // the second asterisk
}

static struct str json_of(struct arena *arena, const char *references)
{
    const char *yaml = str_cstr(
        arena, str_format(arena, HEAD SECTION "x.[@a]\nreferences:\n  items:\n%s", references));
    struct str_builder out = str_builder_in(arena);
    reference_list_json(decode_fine(arena, yaml), &out);
    return str_built(&out);
}

static void the_list_is_csl_json(void **state)
{
    assert_str(json_of(*state,
                       "  - {id: a, type: book, title: 'On *T* \\ cells', author: [{family: A\\*, "
                       "given: B, dropping-particle: von, suffix: Jr}, {literal: G}], PMID: 7,\n"
                       "     issued: 2024-05/2024-06, accessed: 2009-21}\n"),
               "[\n{\"id\": \"a\", \"type\": \"book\", \"title\": \"On <i>T</i> \\\\ cells\", "
               "\"PMID\": \"7\", \"author\": [{\"family\": \"A*\", \"given\": \"B\", "
               "\"dropping-particle\": \"von\", \"suffix\": \"Jr\"}, {\"literal\": \"G\"}], "
               "\"issued\": {\"date-parts\": [[2024, 5], [2024, 6]]}, "
               "\"accessed\": {\"date-parts\": [[2009]], \"season\": 1}}\n]\n");
    assert_str(
        json_of(*state, "  - {id: a, text: As it *stands*}\n  - A \"string\".\n"),
        "[\n{\"id\": \"a\", \"type\": \"document\", \"title\": \"As it <i>stands</i>\"},\n"
        "{\"id\": \"reference-2\", \"type\": \"document\", \"title\": \"A “string”.\"}\n]\n");
    assert_str(json_of(*state, "  - {id: a, type: map, title: T, issued: {literal: 'n\\.d.'}}\n"),
               "[\n{\"id\": \"a\", \"type\": \"map\", \"title\": \"T\", "
               "\"issued\": {\"literal\": \"n.d.\"}}\n]\n");
}

static void the_list_is_a_line_an_entry(void **state)
{
    struct str_builder out = str_builder_in(*state);
    reference_list_text(decode_fine(*state, HEAD SECTION "x.[@a]\nreferences:\n  items:\n"
                                                         "  - {id: a, type: map, title: T}\n"
                                                         "  - Words.\n"),
                        &out);
    assert_str(str_built(&out), "1. T.\n2. Words.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(marks_become_markdown),   RULE(what_programs_keep_for_themselves_is_left_out),
        RULE(former_names_are_todays), RULE(text_is_escaped_letter_by_letter),
        RULE(the_list_is_csl_json),    RULE(the_list_is_a_line_an_entry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
