#include "unit/reference_fixture.h"

#define FOX "author: [{family: Fox, given: Ann B.}], "
#define WEB "URL: 'https://a.org', accessed: 2025-04-16"

// What each style prints of a type.
struct sample {
    const char *item, *ama, *nlm;
};

static const struct sample samples[] = {
    {"type: article, " FOX "title: T, publisher: medRxample, issued: 2024-01-15, DOI: 10.1000/x",
     "Fox AB. T. medRxample. Preprint posted online January 15, 2024. doi:10.1000/x",
     "Fox AB. T. medRxample; 2024. doi:10.1000/x"},
    {"type: article-journal, " FOX
     "title: T, container-title: Journal, container-title-short: J., volume: 75, issue: 3, "
     "supplement-number: 1, page: 112-119, issued: 2024-05, DOI: 10.1000/x, PMID: 123",
     "Fox AB. T. J. 2024;75(3)(suppl 1):112-119. doi:10.1000/x",
     "Fox AB. T. J. 2024 May;75(3 Suppl 1):112-9. doi:10.1000/x PubMed PMID: 123."},
    {"type: article-journal, " FOX "title: T, container-title: J, issued: 2024-05-03",
     "Fox AB. T. J. Published online May 3, 2024.", "Fox AB. T. J. 2024 May 3."},
    {"type: article-journal, " FOX
     "title: T, container-title: J, number: e7, volume: 3, page: 1-9, issued: 2024",
     "Fox AB. T. J. 2024;3:e7.", "Fox AB. T. J. 2024;3:e7."},
    {"type: article-journal, " FOX "title: T, container-title: J, status: in press, issued: 2024",
     "Fox AB. T. J. In press.", "Fox AB. T. J. Forthcoming 2024."},
    {"type: article-magazine, " FOX "title: T, container-title: M, page: 22-25, issued: 2024-05-03",
     "Fox AB. T. M. May 3, 2024:22-25.", "Fox AB. T. M. 2024 May 3;22-5."},
    {"type: article-newspaper, " FOX "title: T, container-title: N, page: A1, issued: 2024-05-03",
     "Fox AB. T. N. May 3, 2024:A1.", "Fox AB. T. N. 2024 May 3:A1."},
    {"type: bill, title: T, number: HR 1, authority: 117th Cong, issued: 2021",
     "T, HR 1, 117th Cong (2021).", "T, HR 1, 117th Cong (2021)."},
    {"type: book, " FOX "title: T, edition: 2, editor: [{family: E}], publisher: P, "
     "publisher-place: Rome, issued: 2020, page: 45-49",
     "Fox AB. T. 2nd ed. E, ed. P; 2020:45-49.",
     "Fox AB. T. 2nd ed. E, editor. Rome: P; 2020. p. 45-9."},
    {"type: book, editor: [{family: E}, {family: F}], title: T, volume: 2, publisher: P, issued: "
     "2020, number-of-pages: 90, collection-title: S, collection-number: 4",
     "E, F, eds. T. Vol 2. P; 2020.", "E, F, editors. T. Vol. 2. P; 2020. 90 p. (S; no. 4)."},
    {"type: broadcast, title: T, genre: Podcast, container-title: Show, publisher: Radio, issued: "
     "2024-05-03, " WEB,
     "T. Podcast. Show. Radio. May 3, 2024. Accessed April 16, 2025. https://a.org",
     "T [Podcast]. Show [Internet]. Radio; 2024 [cited 2025 Apr 16]. Available from: "
     "https://a.org"},
    {"type: chapter, " FOX
     "title: T, editor: [{family: E}, {family: F}], container-title: B, edition: 3, volume: 2, "
     "publisher: P, publisher-place: Rome, issued: 2020, page: 12-19",
     "Fox AB. T. In: E, F, eds. B. Vol 2. 3rd ed. P; 2020:12-19.",
     "Fox AB. T. In: E, F, editors. B. Vol. 2. 3rd ed. Rome: P; 2020. p. 12-9."},
    {"type: chapter, title: T, editor: [{family: E}], container-title: B, publisher: P, issued: "
     "2020, chapter-number: 7",
     "E, ed. T. In: B. P; 2020:chap 7.", "E, editor. T. In: B. P; 2020."},
    {"type: classic, " FOX "title: T, publisher: P, issued: 1950", "Fox AB. T. P; 1950.",
     "Fox AB. T. P; 1950."},
    {"type: collection, " FOX "title: T, issued: 1921, archive: Library, archive-place: Oslo, "
     "archive_collection: Papers, archive_location: Box 4",
     "Fox AB. T. 1921. Located at: Papers, Library, Oslo; Box 4.",
     "Fox AB. T. 1921. Located at: Papers, Library, Oslo; Box 4"},
    {"type: dataset, " FOX
     "title: T, version: '2', publisher: Archive, issued: 2022-09-01, DOI: 10.1000/x",
     "Fox AB. T. Version 2. Archive; September 1, 2022. doi:10.1000/x",
     "Fox AB. T. Version 2. Archive; 2022. doi:10.1000/x"},
    {"type: document, title: Examplecel, genre: prescribing information, publisher: Pharma, "
     "publisher-place: Basel, issued: 2024, " WEB,
     "Examplecel. Prescribing information. Pharma; 2024. Accessed April 16, 2025. https://a.org",
     "Examplecel [prescribing information] [Internet]. Basel: Pharma; 2024 [cited 2025 Apr 16]. "
     "Available from: https://a.org"},
    {"type: entry, title: T, container-title: Database, publisher: P, issued: 2020",
     "T. Database. P; 2020.", "T. Database. P; 2020."},
    {"type: entry-dictionary, title: T, container-title: D, edition: 5, publisher: P, issued: "
     "2020, page: '12'",
     "T. In: D. 5th ed. P; 2020:12.", "T. In: D. 5th ed. P; 2020. p. 12."},
    {"type: entry-encyclopedia, " FOX
     "title: T, container-title: D, publisher: P, issued: 2020, page: 33-34",
     "Fox AB. T. In: D. P; 2020:33-34.", "Fox AB. T. In: D. P; 2020. p. 33-4."},
    {"type: event, " FOX "title: T, event-title: Meeting, event-place: Rome, issued: 2019-05-04",
     "Fox AB. T. Presented at: Meeting; May 4, 2019; Rome.",
     "Fox AB. T. Presented at: Meeting; 2019 May 4; Rome."},
    {"type: figure, " FOX "title: T, publisher: P, issued: 2020", "Fox AB. T. P; 2020.",
     "Fox AB. T. P; 2020."},
    {"type: graphic, " FOX "title: T, medium: photograph, publisher: P, issued: 2020",
     "Fox AB. T. Photograph. P; 2020.", "Fox AB. T [Photograph]. P; 2020."},
    {"type: hearing, title: T, number: S 2, authority: 117th Cong, issued: 2021",
     "T, S 2, 117th Cong (2021).", "T, S 2, 117th Cong (2021)."},
    {"type: interview, " FOX "title: T, issued: 2024-05-03", "Fox AB. T. May 3, 2024.",
     "Fox AB. T. 2024."},
    {"type: legal_case, title: A v B, volume: 88, container-title: F3d, page: '901', authority: "
     "9th Cir, issued: 1996",
     "A v B, 88 F3d 901 (9th Cir 1996).", "A v B, 88 F3d 901 (9th Cir 1996)."},
    {"type: legislation, title: T, volume: 42, container-title: USC, section: '18001', issued: "
     "2010",
     "T, 42 USC §18001 (2010).", "T, 42 USC §18001 (2010)."},
    {"type: manuscript, " FOX "title: T, genre: Letter, issued: 1921", "Fox AB. T. Letter. 1921.",
     "Fox AB. T [Letter]. 1921."},
    {"type: map, " FOX "title: T, publisher: P, issued: 2020", "Fox AB. T. P; 2020.",
     "Fox AB. T. P; 2020."},
    {"type: motion_picture, " FOX "title: T, medium: video, publisher: P, issued: 2020",
     "Fox AB. T. Video. P; 2020.", "Fox AB. T [Video]. P; 2020."},
    {"type: musical_score, " FOX "title: T, publisher: P, issued: 2020", "Fox AB. T. P; 2020.",
     "Fox AB. T. P; 2020."},
    {"type: pamphlet, " FOX "title: T, publisher: P, issued: 2019", "Fox AB. T. P; 2019.",
     "Fox AB. T. P; 2019."},
    {"type: paper-conference, " FOX "title: T, container-title: Proceedings, editor: [{family: "
     "E}], publisher: P, issued: 2020, page: 5-6",
     "Fox AB. T. In: E, ed. Proceedings. P; 2020:5-6.",
     "Fox AB. T. In: E, editor. Proceedings. P; 2020. p. 5-6."},
    {"type: paper-conference, " FOX "title: T, genre: Paper, event-title: Meeting, event-place: "
     "Rome, issued: 2015-05-29/2015-06-02",
     "Fox AB. T. Paper presented at: Meeting; May 29-June 2, 2015; Rome.",
     "Fox AB. T. Paper presented at: Meeting; 2015 May 29-Jun 2; Rome."},
    {"type: patent, " FOX "title: T, number: '9876543', publisher: Devices Inc, issued: 2018-01-16",
     "Fox AB, inventor; Devices Inc, assignee. T. Patent 9876543. January 16, 2018.",
     "Fox AB, inventor; Devices Inc, assignee. T. Patent 9876543. 2018 Jan 16."},
    {"type: performance, " FOX "title: T, publisher: P, issued: 2020", "Fox AB. T. P; 2020.",
     "Fox AB. T. P; 2020."},
    {"type: periodical, title: T, container-title: J, volume: 3, issued: 2020", "T. J. 2020;3.",
     "T. J. 2020;3."},
    {"type: personal_communication, " FOX "title: T, issued: 2024-05-03", "Fox AB. T. May 3, 2024.",
     "Fox AB. T. 2024."},
    {"type: post, " FOX "title: T, container-title: Forum, issued: 2024-05-03, " WEB,
     "Fox AB. T. Forum. May 3, 2024. Accessed April 16, 2025. https://a.org",
     "Fox AB. T. Forum [Internet]. 2024 [cited 2025 Apr 16]. Available from: https://a.org"},
    {"type: post-weblog, " FOX "title: T, container-title: Blog, issued: 2024-05-03, " WEB,
     "Fox AB. T. Blog. May 3, 2024. Accessed April 16, 2025. https://a.org",
     "Fox AB. T. Blog [Internet]. 2024 May 3 [cited 2025 Apr 16]. Available from: https://a.org"},
    {"type: regulation, title: T, volume: 21, container-title: CFR, section: '312.32', issued: "
     "2024",
     "T, 21 CFR §312.32 (2024).", "T, 21 CFR §312.32 (2024)."},
    {"type: report, " FOX "title: T, publisher: P, issued: 2020-06, number: 12-3",
     "Fox AB. T. P; 2020. Report 12-3.", "Fox AB. T. P; 2020 Jun. Report No.: 12-3."},
    {"type: report, " FOX
     "title: T, genre: guideline, version: 2.2024, publisher: P, issued: 2024, " WEB,
     "Fox AB. T. Guideline. Version 2.2024. P; 2024. Accessed April 16, 2025. https://a.org",
     "Fox AB. T [guideline] [Internet]. Version 2.2024. P; 2024 [cited 2025 Apr 16]. Available "
     "from: https://a.org"},
    {"type: review, " FOX "title: T, container-title: J, volume: 3, page: 300-310, issued: 2020",
     "Fox AB. T. J. 2020;3:300-310.", "Fox AB. T. J. 2020;3:300-10."},
    {"type: review-book, " FOX
     "title: T, container-title: J, volume: 3, page: 300-310, issued: 2020",
     "Fox AB. T. J. 2020;3:300-310.", "Fox AB. T. J. 2020;3:300-10."},
    {"type: software, title: T, version: 4.2.1, publisher: P, issued: 2023, " WEB,
     "T. Version 4.2.1. P; 2023. Accessed April 16, 2025. https://a.org",
     "T [Internet]. Version 4.2.1. P; 2023 [cited 2025 Apr 16]. Available from: https://a.org"},
    {"type: song, " FOX "title: T, publisher: P, issued: 2020", "Fox AB. T. P; 2020.",
     "Fox AB. T. P; 2020."},
    {"type: speech, " FOX
     "title: T, event-title: Meeting, event-place: Rome, issued: 2016-03-01/2016-03-05",
     "Fox AB. T. Presented at: Meeting; March 1-5, 2016; Rome.",
     "Fox AB. T. Presented at: Meeting; 2016 Mar 1-5; Rome."},
    {"type: standard, title: T, number: EX 1, publisher: P, issued: 2015", "T. EX 1. P; 2015.",
     "T. P; 2015. EX 1."},
    {"type: thesis, " FOX
     "title: T, genre: dissertation, publisher: University, publisher-place: Lund, issued: 2016",
     "Fox AB. T. Dissertation. University; 2016.",
     "Fox AB. T [dissertation]. [Lund]: University; 2016."},
    {"type: treaty, title: T, number: TS 1, issued: 1990", "T, TS 1 (1990).", "T, TS 1 (1990)."},
    {"type: webpage, " FOX "title: T, container-title: Site, issued: 2024-05, " WEB,
     "Fox AB. T. Site. May 2024. Accessed April 16, 2025. https://a.org",
     "Fox AB. Site [Internet]. 2024 [cited 2025 Apr 16]. T. Available from: https://a.org"},
    {"type: webpage, title: T, publisher: P, " WEB, "T. P. Accessed April 16, 2025. https://a.org",
     "T [Internet]. P; [cited 2025 Apr 16]. Available from: https://a.org"},
};
enum { SAMPLE_COUNT = sizeof samples / sizeof samples[0] };

static void each_type_prints_as_its_style_has_it(void **state)
{
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        assert_str(entry_in(*state, STYLE_AMA, samples[i].item), samples[i].ama);
        assert_str(entry_in(*state, STYLE_NLM, samples[i].item), samples[i].nlm);
    }
}

static void the_samples_have_every_type(void **state)
{
    for (size_t type = 0; type < ITEM_TYPE_COUNT; type++) {
        struct str key = item_type_key((enum item_type)type);
        struct str begins = str_format(*state, "type: %.*s,", STR_ARGS(key));
        size_t found = 0;
        for (size_t i = 0; i < SAMPLE_COUNT; i++)
            found += str_starts_with(str_from(samples[i].item), begins);
        assert_true(found > 0);
        assert_int_equal(item_type_find(key), type);
    }
}

static void stops_are_not_doubled(void **state)
{
    static const struct sample titles[] = {
        {"Is it safe?", "Is it safe? J. 2024.", "Is it safe? J. 2024."},
        {"More!", "More! J. 2024.", "More! J. 2024."},
        {"'At 5 p.m.'", "At 5 p.m. J. 2024.", "At 5 p.m. J. 2024."},
        {"'He said \"go\"'", "He said “go.” J. 2024.", "He said “go.” J. 2024."},
        {"'Ask \"why?\"'", "Ask “why?” J. 2024.", "Ask “why?” J. 2024."},
        {"The patients'", "The patients’. J. 2024.", "The patients’. J. 2024."},
    };
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
        const char *item =
            str_cstr(*state, str_format(*state,
                                        "type: article-journal, title: %s, container-title: J, "
                                        "issued: 2024",
                                        titles[i].item));
        assert_str(entry_in(*state, STYLE_AMA, item), titles[i].ama);
        assert_str(entry_in(*state, STYLE_NLM, item), titles[i].nlm);
    }
}

static struct str marked_entry(struct arena *arena, enum citation_style style, const char *item)
{
    const struct brochure *brochure = decode_fine(arena, yaml_with_item(arena, style, item));
    return marked(arena, &brochure->references[0].text);
}

static void italics_are_those_of_the_style(void **state)
{
    static const char book[] = "type: book, title: On *T* cells, publisher: P, issued: 2020";
    static const char article[] =
        "type: article-journal, title: On *T* cells, container-title: J, issued: 2020";
    assert_str(marked_entry(*state, STYLE_AMA, book), "*On *T* cells*. P; 2020.");
    assert_str(marked_entry(*state, STYLE_NLM, book), "On *T* cells. P; 2020.");
    assert_str(marked_entry(*state, STYLE_AMA, article), "On *T* cells. *J*. 2020.");
    assert_str(marked_entry(*state, STYLE_NLM, article), "On *T* cells. J. 2020.");
}

static void editions_are_numbers_or_words(void **state)
{
    static const char *const editions[][2] = {
        {"1", "1st ed"},         {"2", "2nd ed"},
        {"3", "3rd ed"},         {"11", "11th ed"},
        {"21", "21st ed"},       {"112", "112th ed"},
        {"2nd", "2nd ed"},       {"2nd rev ed", "2nd rev ed"},
        {"Rev. ed.", "Rev. ed"}, {"International", "International"},
    };
    for (size_t i = 0; i < sizeof editions / sizeof editions[0]; i++)
        assert_str(entry_in(*state, STYLE_AMA,
                            str_cstr(*state, str_format(*state, "type: book, title: T, edition: %s",
                                                        editions[i][0]))),
                   str_cstr(*state, str_format(*state, "T. %s.", editions[i][1])));
}

static void what_is_not_there_takes_its_marks_along(void **state)
{
    static const struct sample few[] = {
        {"type: book, title: T", "T.", "T."},
        {"type: book, title: T, publisher: P", "T. P.", "T. P."},
        {"type: article-journal, title: T, container-title: J, issue: 3", "T. J. (3).",
         "T. J. (3)."},
        {"type: article-journal, title: T, container-title: J, page: '3'", "T. J. 3.", "T. J. 3."},
        {"type: legal_case, title: A v B", "A v B.", "A v B."},
        {"type: patent, title: T", "T.", "T."},
        {"type: speech, title: T, genre: Poster", "T. Poster.", "T. Poster."},
        {"type: webpage, title: T, accessed: 2024-05-03", "T.", "T."},
    };
    for (size_t i = 0; i < sizeof few / sizeof few[0]; i++) {
        assert_str(entry_in(*state, STYLE_AMA, few[i].item), few[i].ama);
        assert_str(entry_in(*state, STYLE_NLM, few[i].item), few[i].nlm);
    }
}

static void abbreviations_of_journals_have_no_points(void **state)
{
    static const char *const journals[][2] = {
        {"J. Example Med.", "J Example Med"}, {"'.'", "."}, {"Med. *in vitro*", "Med in vitro"}};
    for (size_t i = 0; i < sizeof journals / sizeof journals[0]; i++)
        assert_str(entry_in(*state, STYLE_AMA,
                            str_cstr(*state, str_format(*state,
                                                        "type: article-journal, title: T, "
                                                        "container-title: J. K, issued: 2024, "
                                                        "container-title-short: %s",
                                                        journals[i][0]))),
                   str_cstr(*state, str_format(*state, "T. %s%s 2024.", journals[i][1],
                                               journals[i][1][0] == '.' ? "" : ".")));
}

static void names_without_a_name_are_said(void **state)
{
    assert_said(decode_text(*state, yaml_with_item(*state, STYLE_AMA,
                                                   "type: book, title: T, author: [{suffix: Jr}]")),
                "10:44 B0302 this name has no `family` and no `literal` | write {family: Brudno, "
                "given: J. N.}, or {literal: a group}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(each_type_prints_as_its_style_has_it),
        RULE(the_samples_have_every_type),
        RULE(stops_are_not_doubled),
        RULE(italics_are_those_of_the_style),
        RULE(editions_are_numbers_or_words),
        RULE(what_is_not_there_takes_its_marks_along),
        RULE(abbreviations_of_journals_have_no_points),
        RULE(names_without_a_name_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
