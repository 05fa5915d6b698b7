#include "model/terms.h"
#include "unit/reference_fixture.h"

struct sample {
    const char *issued;
    const char *ama; // as a web page has it, in full
    const char *nlm; // as a magazine has it
};

static void dates_are_written_as_the_style_does(void **state)
{
    static const struct sample samples[] = {
        {"2024", "2024", "2024"},
        {"2024-05", "May 2024", "2024 May"},
        {"2024-05-03", "May 3, 2024", "2024 May 3"},
        {"{date-parts: [[2024, 5, 3]]}", "May 3, 2024", "2024 May 3"},
        {"{raw: 2024-05-03}", "May 3, 2024", "2024 May 3"},
        {"{date-parts: [[2006], [2007]]}", "2006-2007", "2006-2007"},
        {"2006/2007", "2006-2007", "2006-2007"},
        {"2008-09/2008-10", "September-October 2008", "2008 Sep-Oct"},
        {"2016-03-01/2016-03-05", "March 1-5, 2016", "2016 Mar 1-5"},
        {"2015-05-29/2015-06-02", "May 29-June 2, 2015", "2015 May 29-Jun 2"},
        {"2015-12-30/2016-01-02", "December 30, 2015-January 2, 2016", "2015 Dec 30-2016 Jan 2"},
        {"2015-12/2016-01", "December 2015-January 2016", "2015 Dec-2016 Jan"},
        {"2009-21", "Spring 2009", "2009 Spring"},
        {"{date-parts: [[2009]], season: 4}", "Winter 2009", "2009 Winter"},
        {"1987~", "[1987?]", "[1987?]"},
        {"{date-parts: [[1987, 2]], circa: true}", "[February 1987?]", "[1987 Feb?]"},
        {"n.d.", "n.d.", "n.d."},
        {"{literal: Holy Week 1999}", "Holy Week 1999", "Holy Week 1999"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        const char *item =
            str_cstr(*state, str_format(*state, "type: post-weblog, title: T, issued: %s",
                                        samples[i].issued));
        bool stops = samples[i].ama[1] == '.';
        assert_str(
            entry_in(*state, STYLE_AMA, item),
            str_cstr(*state, str_format(*state, "T. %s%s", samples[i].ama, stops ? "" : ".")));
        assert_str(
            entry_in(*state, STYLE_NLM, item),
            str_cstr(*state, str_format(*state, "T. %s%s", samples[i].nlm, stops ? "" : ".")));
    }
}

static void ranges_follow_the_pattern_of_the_language(void **state)
{
    static const char *const samples[][2] = {
        {"en-GB", "29 May-2 June 2015"},         {"de", "29. Mai-2. Juni 2015"},
        {"es", "29 de mayo-2 de junio de 2015"}, {"ja", "2015年5月29日-6月2日"},
        {"hu", "2015. május 29.-június 2."},     {"fr", "29 mai-2 juin 2015"},
    };
    const struct date from = {2015, 5, 29}, to = {2015, 6, 2};
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        assert_str(term_dates(*state, str_from(samples[i][0]), from, to), samples[i][1]);
}

static void a_year_is_enough_where_the_style_wants_no_more(void **state)
{
    assert_str(entry_in(*state, STYLE_AMA, "type: book, title: T, issued: 2008-09-01/2009-10-02"),
               "T. 2008-2009.");
    assert_str(entry_in(*state, STYLE_NLM, "type: book, title: T, issued: 2008-09/2008-10"),
               "T. 2008.");
    assert_str(entry_in(*state, STYLE_NLM, "type: report, title: T, issued: 2008-09-15"),
               "T. 2008 Sep.");
}

static void what_is_no_date_is_said(void **state)
{
    static const char *const samples[] = {
        "2024-13",
        "2023-02-29",
        "May 2024",
        "2024/2023",
        "2024/",
        "2024-25",
        "{season: 1}",
        "{date-parts: [[2024, 14]]}",
        "{date-parts: [[1], [2], [3]]}",
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        const char *item =
            str_cstr(*state, str_format(*state, "type: webpage, title: T, issued: %s", samples[i]));
        struct decoded *decoded = decode_text(*state, yaml_with_item(*state, STYLE_AMA, item));
        assert_int_equal(decoded->diags.count, 1);
        assert_int_equal(decoded->diags.items[0].code, DIAG_BAD_DATE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(dates_are_written_as_the_style_does),
        RULE(ranges_follow_the_pattern_of_the_language),
        RULE(a_year_is_enough_where_the_style_wants_no_more),
        RULE(what_is_no_date_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
