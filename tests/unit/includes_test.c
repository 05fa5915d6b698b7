#include "model/includes.h"

#include "base/file.h"
#include "input/yaml.h"
#include "unit/folder_fixture.h"
#include "unit/model_fixture.h"

#include <string.h>
#include <sys/stat.h>

// Reads t.yaml of the working folder and expands its includes.
static struct decoded *expand(struct arena *arena, const struct node **out)
{
    struct decoded *job = ARENA_NEW(arena, struct decoded);
    const struct node *root = NULL;
    struct str bytes;
    sources_init(&job->sources, arena);
    diags_init(&job->diags, arena, &job->sources);
    files_init(&job->files, arena, &job->sources, &job->diags);
    assert_int_equal(files_settle(&job->files, STR("t.yaml"), STR("")), 0);
    assert_int_equal(file_read(arena, "t.yaml", 1 << 20, &bytes), 0);
    struct source *source = sources_add(&job->sources, STR("t.yaml"), bytes);
    assert_true(yaml_read(arena, source, &yaml_limits_default, &job->diags, &root));
    bool whole = includes_expand(&job->files, root, out);
    assert_int_equal(whole, job->diags.error_count == 0);
    return job;
}

static void add_headings(const struct node *section, struct str_builder *out)
{
    const struct node *heading = node_find(section, STR("heading"));
    const struct node *sections = node_find(section, STR("sections"));
    const struct node *body = node_find(section, STR("body"));
    if (heading)
        str_add(out, heading->text);
    if (body)
        str_addf(out, "=%.*s", STR_ARGS(body->text));
    if (!sections)
        return;
    str_add_byte(out, '(');
    for (size_t i = 0; i < sections->count; i++)
        add_headings(sections->items[i], out);
    str_add_byte(out, ')');
}

// Says that all was included, and compares headings and bodies: "A=text(B)".
static void assert_headings(struct arena *arena, const char *expected)
{
    const struct node *root = NULL;
    struct str_builder out = str_builder_in(arena);
    assert_said(expand(arena, &root), "");
    add_headings(root, &out);
    assert_str(str_built(&out), expected);
}

static struct decoded *assert_refused(struct arena *arena, const char *expected)
{
    const struct node *root = NULL;
    struct decoded *job = expand(arena, &root);
    assert_said(job, expected);
    return job;
}

static void a_body_may_stand_in_a_file(void **state)
{
    put("t.yaml", "sections:\n- heading: A\n  body: {file: a.md}\n");
    put("a.md", "\xEF\xBB\xBFOne\r\ntwo.\r\n");
    assert_headings(*state, "(A=One\ntwo.\n)");
    const struct node *root = NULL;
    struct decoded *job = expand(*state, &root);
    const struct node *section = node_find(root, STR("sections"))->items[0];
    const struct node *body = node_find(section, STR("body"));
    struct span two = node_text_span(body, 4, 7);
    struct source *source = sources_find(&job->sources, two.file);
    assert_str(source->path, "a.md");
    assert_str(str_slice(source->bytes, two.start, two.end), "two");
    assert_int_equal(source_position(&job->sources, source, two.start).line, 2);
}

static void sections_may_stand_in_files(void **state)
{
    assert_int_equal(mkdir("c", S_IRWXU), 0);
    put("t.yaml", "sections:\n- file: one.yaml\n- heading: B\n  sections: [file: c/two.yaml]\n");
    put("one.yaml", "heading: A\nbody: x\n");
    put("c/two.yaml", "- heading: C\n  body: {file: c.md}\n- file: ../one.yaml\n");
    put("c/c.md", "y");
    assert_headings(*state, "(A=xB(C=yA=x))");
}

static void a_file_may_be_included_twice(void **state)
{
    put("t.yaml", "sections: [file: a.yaml, file: a.yaml]\n");
    put("a.yaml", "heading: A\n");
    assert_headings(*state, "(AA)");
}

static struct str item_ids(struct arena *arena, struct decoded **job)
{
    const struct node *root = NULL;
    struct str_builder out = str_builder_in(arena);
    *job = expand(arena, &root);
    const struct node *items = node_find(node_find(root, STR("references")), STR("items"));
    for (size_t i = 0; items && i < items->count; i++)
        str_add(&out, node_find(items->items[i], STR("id"))->text);
    return str_built(&out);
}

static void references_may_stand_in_a_file(void **state)
{
    struct decoded *job;
    put("t.yaml", "references: {order: listed, file: r.json}\n");
    put("r.json", "[{\"id\": \"a\", \"abstract\": \"caf\\u00e9\"},\n {\"id\": \"b\"}]\n");
    assert_str(item_ids(*state, &job), "ab");
    assert_said(job, "");
    const struct node *root = NULL;
    expand(*state, &root);
    const struct node *items = node_find(node_find(root, STR("references")), STR("items"));
    assert_int_equal(items->items[0]->count, 1); // what other programs want is left to them
    put("t.yaml", "references: {file: r.yaml}\n");
    put("r.yaml", "references:\n- {id: c}\n");
    assert_str(item_ids(*state, &job), "c");
    put("r.yaml", "id: c\n");
    assert_str(item_ids(*state, &job), "");
    assert_said(job, "1:1 B0304 this file was to hold a list of references | CSL JSON, or a YAML "
                     "list with `- id: …` for each\n");
    put("t.yaml", "references: {file: r.bib}\n");
    put("r.bib", "@misc{e, title = {E}} @misc{f, title = {F}}\n");
    assert_str(item_ids(*state, &job), "ef");
    assert_said(job, "");
    put("t.yaml", "references: {file: r.yaml, items: [{id: d}]}\n");
    assert_str(item_ids(*state, &job), "d");
    assert_said(job, "1:20 B0318 references are `items`, or in a `file` | move the items into the "
                     "file\n");
}

static void a_circle_is_refused(void **state)
{
    put("t.yaml", "sections: [file: a.yaml]\n");
    put("a.yaml", "sections: [file: b.yaml]\n");
    put("b.yaml", "- heading: B\n- file: a.yaml\n");
    assert_refused(*state, "2:9 B0107 this file includes itself | take one of the includes on the "
                           "way out\n");
}

static void a_long_chain_is_refused(void **state)
{
    char name[32], text[64];
    put("t.yaml", "sections: [file: 0.yaml]\n");
    for (int i = 0; i < 17; i++) {
        snprintf(name, sizeof name, "%d.yaml", i);
        snprintf(text, sizeof text, "- file: %d.yaml\n", i + 1);
        put(name, i < 15 ? text : "heading: last\n");
    }
    assert_headings(*state, "(last)");
    put("15.yaml", "- file: 16.yaml\n");
    assert_refused(*state, "1:9 B0107 a chain of more than 16 files that include files | include "
                           "the last ones from the brochure itself\n");
}

static void what_doubles_at_every_level_is_bounded(void **state)
{
    char name[32];
    struct str_builder text = str_builder_in(*state);
    put("t.yaml", "sections: [file: 0.yaml]\n");
    for (int i = 0; i < 10; i++) {
        text = str_builder_in(*state);
        for (int j = 0; j < 20; j++)
            str_addf(&text, "- file: %d.yaml\n", i + 1);
        snprintf(name, sizeof name, "%d.yaml", i);
        put(name, str_cstr(*state, str_built(&text)));
    }
    put("10.yaml", "heading: x\n");
    const struct node *root = NULL;
    struct decoded *job = expand(*state, &root);
    assert_true(job->diags.error_count > 0);
    assert_int_equal(job->diags.items[0].code, DIAG_YAML_TOO_LARGE);
}

static void what_cannot_be_included_is_told_and_left_out(void **state)
{
    put("t.yaml", "sections:\n"
                  "- file: none.yaml\n"
                  "- heading: A\n"
                  "  body: {file: ../x.md}\n"
                  "- {heading: B, file: a.yaml}\n"
                  "- file: [a]\n"
                  "- file: ''\n"
                  "- file: text.yaml\n"
                  "- heading: C\n"
                  "  body: {file: latin.md}\n");
    put("text.yaml", "Only words.\n");
    put("latin.md", "caf\xE9\n");
    struct decoded *job = assert_refused(
        *state,
        "2:9 B0101 cannot read none.yaml: No such file or directory | names of files count from "
        "the folder of the "
        "file that they stand in\n"
        "4:16 B0106 `../x.md` leads out of the root | nothing outside the folder of house.yaml, "
        "else of the brochure, is read; --root DIR names a wider one\n"
        "5:4 B0318 a part that is included has no keys of its own | write them into the included "
        "file, or leave `file` away\n"
        "6:9 B0304 `file` must be the name of a file | such as `file: costs.md`\n"
        "7:9 B0305 `file` is empty | write the name of a file\n"
        "1:1 B0304 this file was to hold a section, or a list of them | begin it with `heading: "
        "…`; a text is included by `body: {file: …}`\n"
        "1:4 B0104 the byte 0xE9 is not UTF-8 text | save the file as UTF-8 (in many editors: Save "
        "with Encoding)\n");
    (void)job;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE_IN_FOLDER(a_body_may_stand_in_a_file),
        RULE_IN_FOLDER(sections_may_stand_in_files),
        RULE_IN_FOLDER(a_file_may_be_included_twice),
        RULE_IN_FOLDER(references_may_stand_in_a_file),
        RULE_IN_FOLDER(a_circle_is_refused),
        RULE_IN_FOLDER(a_long_chain_is_refused),
        RULE_IN_FOLDER(what_doubles_at_every_level_is_bounded),
        RULE_IN_FOLDER(what_cannot_be_included_is_told_and_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
