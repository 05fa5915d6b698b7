#include "model/house.h"

#include "unit/model_fixture.h"

#include <string.h>

static const struct node *tree_of(struct arena *arena, struct decoded *job, const char *name,
                                  const char *yaml)
{
    const struct node *root = NULL;
    struct source *source = sources_add(&job->sources, str_from(name), str_from(yaml));
    assert_true(yaml_read(arena, source, &yaml_limits_default, &job->diags, &root));
    return root;
}

static struct decoded *decode_in(struct arena *arena, const char *house, const char *yaml)
{
    struct decoded *decoded = ARENA_NEW(arena, struct decoded);
    const struct brochure *brochure = NULL;
    sources_init(&decoded->sources, arena);
    diags_init(&decoded->diags, arena, &decoded->sources);
    files_init(&decoded->files, arena, &decoded->sources, &decoded->diags);
    struct decode_job job = {.path = STR("t.yaml"), .files = &decoded->files};
    job.root = tree_of(arena, decoded, "t.yaml", yaml);
    job.house = tree_of(arena, decoded, "house.yaml", house);
    if (brochure_decode(arena, &job, &decoded->diags, &brochure))
        decoded->brochure = brochure;
    diags_sort(&decoded->diags);
    return decoded;
}

#define TEXT SECTION "Words.\n"

static void a_house_gives_what_a_brochure_leaves_out(void **state)
{
    struct decoded *decoded = decode_in(*state,
                                        "language: de\n"
                                        "theme: leaflet\n"
                                        "publisher: {name: Clinic, phone: '1'}\n"
                                        "x-mine: [1]\n",
                                        "brochure: 1\ntitle: T\npublisher: {phone: '2'}\n" TEXT);
    assert_said(decoded, "");
    const struct brochure *brochure = decoded->brochure;
    assert_str(brochure->language, "de");
    assert_str(brochure->theme, "leaflet");
    assert_int_equal(brochure->theme_span.file, 2);
    assert_str(brochure->publisher.name, "Clinic");
    assert_str(brochure->publisher.phone, "2");
}

static void what_both_lack_is_missing_in_the_brochure(void **state)
{
    struct decoded *decoded = decode_in(*state, "theme: clinic\n", "brochure: 1\n" TEXT);
    assert_said(decoded, "1:1 B0302 `language` is missing | add `language: en-US`\n"
                         "1:1 B0302 `title` is missing | add `title: CAR-T cell therapy`\n");
    assert_int_equal(decoded->diags.items[0].span.file, 1);
}

static void each_file_says_its_own_version(void **state)
{
    assert_said(decode_in(*state, "brochure: 1\n", "title: T\nlanguage: en\n" TEXT),
                "1:1 B0302 `brochure` is missing | add `brochure: 1`\n");
    assert_said(decode_in(*state, "brochure: 2\n", HEAD TEXT),
                "1:11 B0312 format version `2` is unknown | this program reads `brochure: 1`\n");
}

static void faults_of_a_house_are_told_at_its_line(void **state)
{
    struct decoded *decoded = decode_in(*state,
                                        "# ours\n"
                                        "them: clinic\n"
                                        "page: {columns: 9}\n"
                                        "sections: []\n"
                                        "publisher: {phone: '1'}\n",
                                        HEAD TEXT);
    assert_said(decoded,
                "2:1 B0301 unknown key `them` | did you mean `theme`?\n"
                "3:17 B0307 `columns` must be a whole number from 1 to 4\n"
                "4:1 B0318 a house has no `sections` | a brochure's text stands in the "
                "brochure: move it there\n"
                "5:12 B0302 `name` is missing | add `name: Hematology Patient Education`\n");
    for (size_t i = 0; i < decoded->diags.count; i++)
        assert_int_equal(decoded->diags.items[i].span.file, 2);
}

static void a_fault_that_a_brochure_hides_is_told_all_the_same(void **state)
{
    assert_said(decode_in(*state, "page: {columns: 9}\n", HEAD "page: {columns: 2}\n" TEXT),
                "1:17 B0307 `columns` must be a whole number from 1 to 4\n");
}

static void references_of_a_house_are_printed_where_they_are_cited(void **state)
{
    struct decoded *decoded =
        decode_in(*state, "references: {items: [{id: a, text: A.}, {id: b, text: B.}]}\n",
                  HEAD SECTION "x[@b]\n");
    assert_said(decoded, "");
    assert_int_equal(decoded->brochure->reference_count, 1);
    assert_str(decoded->brochure->references[0].id, "b");
}

static void a_house_is_a_mapping(void **state)
{
    assert_said(decode_in(*state, "- theme\n", HEAD TEXT),
                "1:1 B0304 a house is a mapping | write keys with their values, such as `theme: "
                "clinic`\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_house_gives_what_a_brochure_leaves_out),
        RULE(what_both_lack_is_missing_in_the_brochure),
        RULE(each_file_says_its_own_version),
        RULE(faults_of_a_house_are_told_at_its_line),
        RULE(a_fault_that_a_brochure_hides_is_told_all_the_same),
        RULE(references_of_a_house_are_printed_where_they_are_cited),
        RULE(a_house_is_a_mapping),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
