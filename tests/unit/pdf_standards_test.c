#include "base/pdf_standards.h"
#include "unit/unit.h"

#include <string.h>

// Adds standards, as text with commas; returns why the last one cannot stand beside the others.
static const char *add(struct pdf_standards *standards, const char *names)
{
    const char *clash = NULL;
    struct str list = str_from(names);
    for (size_t at = 0; at <= list.len;) {
        size_t comma = str_find_byte(list, ',', at);
        enum pdf_standard standard = pdf_standard_find(str_slice(list, at, comma));
        assert_int_not_equal(standard, PDF_STANDARD_NONE);
        assert_null(clash);
        clash = pdf_standards_add(standards, standard);
        at = comma + 1;
    }
    return clash;
}

static void one_part_of_each_stands_beside_the_other(void **state)
{
    (void)state;
    const struct {
        const char *names;
        unsigned archive_part;
        char archive_level;
        unsigned access_part;
        bool pdf_2;
    } good[] = {
        {"ua-1,a-2a", 2, 'A', 1, false}, {"a-2b", 2, 'B', 0, false},
        {"a-2u,ua-1", 2, 'U', 1, false}, {"a-3a", 3, 'A', 0, false},
        {"a-3u", 3, 'U', 0, false},      {"a-3b", 3, 'B', 0, false},
        {"ua-1", 0, '\0', 1, false},     {"a-4", 4, '\0', 0, true},
        {"ua-2", 0, '\0', 2, true},      {"ua-2,a-4", 4, '\0', 2, true},
        {"x-4,a-2a", 2, 'A', 0, false},
    };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        struct pdf_standards standards = {0};
        assert_false(pdf_standards_any(&standards));
        assert_null(add(&standards, good[i].names));
        assert_true(pdf_standards_any(&standards));
        assert_int_equal(standards.archive_part, good[i].archive_part);
        assert_int_equal(standards.archive_level, good[i].archive_level);
        assert_int_equal(standards.access_part, good[i].access_part);
        assert_int_equal(pdf_standards_are_pdf_2(&standards), good[i].pdf_2);
    }
}

static void what_excludes_each_other_is_refused(void **state)
{
    (void)state;
    const char *const versions[] = {"ua-1,a-4",  "a-4,ua-1",  "ua-2,a-2a",
                                    "a-3b,ua-2", "a-2u,ua-2", "x-4,ua-2"};
    const char *const parts[] = {"a-2a,a-2b", "a-2a,a-3a", "a-3u,a-4", "a-4,a-4"};
    for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
        assert_non_null(strstr(add(&(struct pdf_standards){0}, versions[i]), "PDF 2.0"));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_non_null(strstr(add(&(struct pdf_standards){0}, parts[i]), "one part of PDF/A"));
    assert_non_null(strstr(add(&(struct pdf_standards){0}, "ua-1,ua-2"), "one part of PDF/UA"));
}

static void the_screen_has_what_public_bodies_ask_for(void **state)
{
    (void)state;
    struct pdf_standards standards = {0};
    assert_null(add(&standards, "ua-1,a-2a"));
    assert_memory_equal(&standards, &pdf_standards_screen, sizeof standards);
    assert_int_equal(pdf_standard_find(STR("a-2")), PDF_STANDARD_NONE);
    assert_int_equal(pdf_standard_find(STR("")), PDF_STANDARD_NONE);
}

static void a_file_says_what_it_claims_and_which_pdf_it_is(void **state)
{
    struct pdf_standards press = pdf_standards_print;
    assert_str(pdf_standards_text(*state, &pdf_standards_screen), "PDF/UA-1, PDF/A-2a");
    assert_str(pdf_standards_text(*state, &press), "PDF/X-4");
    assert_str(pdf_standards_text(*state, &(struct pdf_standards){4, '\0', 2, 0}),
               "PDF/UA-2, PDF/A-4");
    assert_str(pdf_standards_version(&press), "1.6");
    assert_str(pdf_standards_version(&pdf_standards_screen), "1.7");
    assert_str(pdf_standards_version(&(struct pdf_standards){0, '\0', 2, 0}), "2.0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(one_part_of_each_stands_beside_the_other),
        RULE(what_excludes_each_other_is_refused),
        RULE(a_file_says_what_it_claims_and_which_pdf_it_is),
        cmocka_unit_test(the_screen_has_what_public_bodies_ask_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
