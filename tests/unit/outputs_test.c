#include "pipeline/outputs.h"
#include "unit/unit.h"

static const struct edition screen = {.name = STR_INIT("screen"), .kind = EDITION_SCREEN};
static const struct edition large = {.name = STR_INIT("large-print"), .kind = EDITION_LARGE_PRINT};
static const struct edition text = {.name = STR_INIT("text"), .kind = EDITION_TEXT};
static const struct edition press = {.name = STR_INIT("newspaper"), .kind = EDITION_PRINT};

static void names_follow_the_edition(void **state)
{
    struct str source = STR("content/car-t.yaml");
    assert_str(output_path(*state, source, STR("out/"), &screen), "out/car-t.pdf");
    assert_str(output_path(*state, source, STR("out/"), &large), "out/car-t-large-print.pdf");
    assert_str(output_path(*state, source, STR("out/"), &text), "out/car-t.txt");
    assert_str(output_path(*state, source, STR("out/"), &press), "out/car-t-newspaper.pdf");
}

static void without_a_folder_the_file_lies_beside_its_source(void **state)
{
    assert_str(output_path(*state, STR("content/a.yaml"), STR(""), &screen), "content/a.pdf");
    assert_str(output_path(*state, STR("a.yaml"), STR(""), &screen), "a.pdf");
}

static void an_output_that_ends_in_pdf_is_a_file_else_a_folder(void **state)
{
    assert_str(output_path(*state, STR("a.yaml"), STR("x/b.pdf"), &screen), "x/b.pdf");
    assert_str(output_path(*state, STR("a.yaml"), STR("x"), &screen), "x/a.pdf");
    assert_str(output_path(*state, STR("a.yaml"), STR("-"), &screen), "-");
}

static void two_sources_of_one_name_clash(void **state)
{
    const struct str sources[] = {STR_INIT("a/x.yaml"), STR_INIT("y.yaml"), STR_INIT("b/x.yaml")};
    struct output_clash clash = outputs_clash(*state, sources, 3, STR("out/"));
    assert_true(clash.found);
    assert_int_equal(clash.first, 0);
    assert_int_equal(clash.second, 2);
    assert_false(outputs_clash(*state, sources, 3, STR("")).found);
    assert_false(outputs_clash(*state, sources, 2, STR("out/")).found);
    assert_true(outputs_clash(*state, sources, 2, STR("one.pdf")).found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(names_follow_the_edition),
        RULE(without_a_folder_the_file_lies_beside_its_source),
        RULE(an_output_that_ends_in_pdf_is_a_file_else_a_folder),
        RULE(two_sources_of_one_name_clash),
    };
    return cmocka_run_group_tests_name("outputs", tests, NULL, NULL);
}
