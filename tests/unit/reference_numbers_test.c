#include "unit/reference_fixture.h"

// What is said of an item with this key.
static void assert_number(struct arena *arena, const char *key, const char *expected)
{
    const char *item = str_cstr(arena, str_format(arena, "type: book, title: T, %s", key));
    assert_said(decode_text(arena, yaml_with_item(arena, STYLE_AMA, item)), expected);
}

static void right_numbers_pass(void **state)
{
    static const char *const keys[] = {
        "ISBN: 978-0-306-40615-7", "ISBN: 9780306406157", "ISBN: 0-306-40615-2",
        "ISBN: 0-8044-2957-X",     "ISBN: 080442957x",    "ISSN: 0378-5955",
        "ISSN: 2434-561X",         "PMID: 21234567",      "PMID: 1",
        "PMCID: PMC3123456",       "PMCID: PMC3123456.2",
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        assert_number(*state, keys[i], "");
}

#define CHECK(mended)                                                                              \
    "10:41 B0514 the last digit does not go with the others | compare it with the work: one "      \
    "digit "                                                                                       \
    "is wrong, or two were swapped; " mended                                                       \
    " would be a number, if all but the last digit are right\n"

static void check_digits_are_checked(void **state)
{
    assert_number(*state, "ISBN: 978-0-306-40615-8", CHECK("978-0-306-40615-7"));
    assert_number(*state, "ISBN: 978-0-306-46015-7", CHECK("978-0-306-46015-9"));
    assert_number(*state, "ISBN: 0-306-40615-3", CHECK("0-306-40615-2"));
    assert_number(*state, "ISBN: 0-8044-2957-1", CHECK("0-8044-2957-X"));
    assert_number(*state, "ISSN: 0378-5956", CHECK("0378-5955"));
}

static void numbers_of_another_shape_are_refused(void **state)
{
    static const char isbn[] =
        "10:41 B0514 an ISBN has 13 digits, or 10 | write it as the book has "
        "it, like 978-0-306-40615-7, one for an entry\n";
    static const char issn[] = "10:41 B0514 an ISSN has 8 digits | write it as the journal has it, "
                               "like 0378-5955\n";
    assert_number(*state, "ISBN: 12345", isbn);
    assert_number(*state, "ISBN: ISBN 0-306-40615-2", isbn);
    assert_number(*state, "ISBN: 97803064061578", isbn);
    assert_number(*state, "ISBN: X306406152", isbn);
    assert_number(*state, "ISSN: 0378-595", issn);
    assert_number(*state, "ISSN: 03785955X", issn);
}

static void the_numbers_of_pubmed_are_mended(void **state)
{
    assert_number(*state, "PMID: \"PMID: 21234567\"",
                  "10:41 B0515 a PMID is a number of up to 8 digits | write 21234567\n");
    assert_number(*state, "PMID: https://pubmed.ncbi.nlm.nih.gov/21234567/",
                  "10:41 B0515 a PMID is a number of up to 8 digits | write 21234567\n");
    assert_number(*state, "PMID: PMC21234567",
                  "10:41 B0515 a PMID is a number of up to 8 digits | PubMed shows it below the "
                  "abstract, like 21234567\n");
    assert_number(*state, "PMID: 212345678",
                  "10:41 B0515 a PMID is a number of up to 8 digits | PubMed shows it below the "
                  "abstract, like 21234567\n");
    assert_number(*state, "PMCID: \"3123456\"",
                  "10:42 B0515 a PMCID is PMC and a number of up to 8 digits | write PMC3123456\n");
    assert_number(*state, "PMCID: pmc3123456",
                  "10:42 B0515 a PMCID is PMC and a number of up to 8 digits | write PMC3123456\n");
    assert_number(
        *state, "PMCID: none",
        "10:42 B0515 a PMCID is PMC and a number of up to 8 digits | PubMed Central shows "
        "it above the title, like PMC3123456\n");
}

static void what_is_malformed_is_not_printed(void **state)
{
    assert_number(*state, "DOI: 10.1000/a b",
                  "10:49 B0506 a DOI has no spaces | write 10.1000/ab\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(right_numbers_pass),
        RULE(check_digits_are_checked),
        RULE(numbers_of_another_shape_are_refused),
        RULE(the_numbers_of_pubmed_are_mended),
        RULE(what_is_malformed_is_not_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
