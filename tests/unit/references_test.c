#include "model_fixture.h"

// The entry that an item prints, with its marks but without its links.
static struct str entry(struct arena *arena, const char *language, const char *item)
{
    struct str yaml = str_format(arena,
                                 "brochure: 1\ntitle: T\nlanguage: %s\n" SECTION
                                 "x.[@r]\nreferences:\n  items:\n  - {id: r, %s}\n",
                                 language, item);
    const struct brochure *brochure = decode_fine(arena, str_cstr(arena, yaml));
    struct str_builder out = str_builder_in(arena);
    for (const struct inline_node *node = brochure->references[0].text.first; node;
         node = node->next) {
        struct inline_text text = {node->kind == INLINE_LINK ? node->first : node, {0}};
        if (node->kind == INLINE_LINK)
            str_add(&out, node->first->text);
        else
            add_marked_node(&out, text.first);
    }
    struct str_builder plain = str_builder_in(arena); // no-break spaces as spaces
    struct str marks = str_built(&out);
    for (size_t i = 0; i < marks.len; i++) {
        bool no_break = marks.data[i] == '\xC2' && marks.data[i + 1] == '\xA0';
        str_add_byte(&plain, no_break ? ' ' : marks.data[i]);
        i += no_break;
    }
    return str_built(&plain);
}

static void assert_entry(struct arena *arena, const char *item, const char *expected)
{
    assert_str(entry(arena, "en-US", item), expected);
}

#define ET_AL ", {literal: et al}]"
#define JOURNAL "type: article-journal, "
#define LEAFLET "type: document, genre: prescribing information, "
#define PAGE "type: webpage, "
#define NCCN PAGE "publisher: National Comprehensive Cancer Network, "

struct sample {
    const char *item, *printed;
};

// The 23 entries of the first brochure.
static const struct sample samples[] = {
    {JOURNAL "author: [{family: Brudno, given: J. N.}" ET_AL
             ", title: CAR T cells and T-cell therapies for cancer, container-title: JAMA, "
             "issued: 2024, DOI: 10.1001/jama.2024.19462",
     "Brudno JN, et al. CAR T cells and T-cell therapies for cancer. *JAMA*. 2024. "
     "doi:10.1001/jama.2024.19462"},
    {PAGE "title: \"CAR T cells: Engineering patients' immune cells to treat their cancers\", "
          "publisher: National Cancer Institute, accessed: 2025-04-16, "
          "URL: 'https://www.cancer.gov/about-cancer/treatment/research/car-t-cells'",
     "CAR T cells: Engineering patients’ immune cells to treat their cancers. National Cancer "
     "Institute. Accessed April 16, 2025. "
     "https://www.cancer.gov/about-cancer/treatment/research/car-t-cells"},
    {LEAFLET "title: Kymriah, publisher: Novartis, issued: 2024, URL: 'https://us.kymriah.com', "
             "accessed: 2025-04-24",
     "Kymriah. Prescribing information. Novartis; 2024. Accessed April 24, 2025. "
     "https://us.kymriah.com"},
    {LEAFLET "title: Yescarta, publisher: Kite Pharma, issued: 2024, "
             "URL: 'https://www.yescartahcp.com', accessed: 2025-04-24",
     "Yescarta. Prescribing information. Kite Pharma; 2024. Accessed April 24, 2025. "
     "https://www.yescartahcp.com"},
    {LEAFLET "title: Tecartus, publisher: Kite Pharma, issued: 2024, "
             "URL: 'https://www.tecartushcp.com', accessed: 2025-04-24",
     "Tecartus. Prescribing information. Kite Pharma; 2024. Accessed April 24, 2025. "
     "https://www.tecartushcp.com"},
    {LEAFLET "title: Breyanzi, publisher: Bristol Myers Squibb, issued: 2024, "
             "URL: 'https://www.breyanzihcp.com', accessed: 2025-04-24",
     "Breyanzi. Prescribing information. Bristol Myers Squibb; 2024. Accessed April 24, 2025. "
     "https://www.breyanzihcp.com"},
    {LEAFLET "title: Abecma, publisher: Bristol Myers Squibb, issued: 2024, "
             "URL: 'https://www.abecma.com/', accessed: 2025-04-24",
     "Abecma. Prescribing information. Bristol Myers Squibb; 2024. Accessed April 24, 2025. "
     "https://www.abecma.com/"},
    {LEAFLET "title: Carvykti, publisher: Janssen Biotech, issued: 2024, "
             "URL: 'https://www.carvykti.com', accessed: 2025-04-24",
     "Carvykti. Prescribing information. Janssen Biotech; 2024. Accessed April 24, 2025. "
     "https://www.carvykti.com"},
    {"type: webpage, genre: prescribing information, title: Aucatzyl, publisher: Autolus, "
     "issued: 2024, URL: 'https://www.autolus.com', accessed: 2025-04-24",
     "Aucatzyl. Prescribing information. Autolus; 2024. Accessed April 24, 2025. "
     "https://www.autolus.com"},
    {JOURNAL "author: [{family: Roddie, given: C}" ET_AL
             ", title: Obecabtagene autoleucel in adults with B-cell acute lymphoblastic leukemia, "
             "container-title: New England Journal of Medicine, issued: 2024, "
             "DOI: 10.1056/NEJMoa2406526",
     "Roddie C, et al. Obecabtagene autoleucel in adults with B-cell acute lymphoblastic leukemia. "
     "*New England Journal of Medicine*. 2024. doi:10.1056/NEJMoa2406526"},
    {NCCN "title: 'Immunotherapy side effects: CAR T-cell therapy', "
          "URL: 'http://www.NCCN.org/patientguidelines', accessed: 2025-04-16",
     "Immunotherapy side effects: CAR T-cell therapy. National Comprehensive Cancer Network. "
     "Accessed April 16, 2025. http://www.NCCN.org/patientguidelines"},
    {JOURNAL
     "author: [{family: Hines, given: M. R.}" ET_AL
     ", title: Immune effector cell-associated hemophagocytic lymphohistiocytosis-like syndrome, "
     "container-title: Transplantation and Cellular Therapy, issued: 2023, "
     "DOI: 10.1016/j.jtct.2023.03.006",
     "Hines MR, et al. Immune effector cell-associated hemophagocytic lymphohistiocytosis-like "
     "syndrome. *Transplantation and Cellular Therapy*. 2023. doi:10.1016/j.jtct.2023.03.006"},
    {JOURNAL
     "author: [{family: Amini, given: L.}" ET_AL
     ", title: 'Preparing for CAR T cell therapy: Patient selection, bridging therapies and "
     "lymphodepletion', container-title: 'Nature Reviews: Clinical Oncology', issued: 2022, "
     "DOI: 10.1038/s41571-022-00607-3",
     "Amini L, et al. Preparing for CAR T cell therapy: Patient selection, bridging therapies and "
     "lymphodepletion. *Nature Reviews: Clinical Oncology*. 2022. doi:10.1038/s41571-022-00607-3"},
    {JOURNAL
     "author: [{family: Steinbach, given: M}" ET_AL
     ", title: Nursing care throughout the chimeric antigen receptor T-cell therapy process "
     "for multiple myeloma, container-title: Seminars in Oncology Nursing, issued: 2023, "
     "DOI: 10.1016/j.soncn.2023.151505",
     "Steinbach M, et al. Nursing care throughout the chimeric antigen receptor T-cell therapy "
     "process for multiple myeloma. *Seminars in Oncology Nursing*. 2023. "
     "doi:10.1016/j.soncn.2023.151505"},
    {NCCN "title: Acute lymphoblastic leukemia, accessed: 2025-04-22, "
          "URL: 'https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1410'",
     "Acute lymphoblastic leukemia. National Comprehensive Cancer Network. Accessed April 22, "
     "2025. https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1410"},
    {NCCN "title: B-cell lymphomas, accessed: 2025-04-22, "
          "URL: 'https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1480'",
     "B-cell lymphomas. National Comprehensive Cancer Network. Accessed April 22, 2025. "
     "https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1480"},
    {NCCN "title: Chronic lymphocytic leukemia, accessed: 2025-04-22, "
          "URL: 'https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1478'",
     "Chronic lymphocytic leukemia. National Comprehensive Cancer Network. Accessed April 22, "
     "2025. https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1478"},
    {NCCN "title: Multiple myeloma, accessed: 2025-04-22, "
          "URL: 'https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1445'",
     "Multiple myeloma. National Comprehensive Cancer Network. Accessed April 22, 2025. "
     "https://www.nccn.org/guidelines/guidelines-detail?category=1&id=1445"},
    {PAGE "author: [{family: Shoushtari, given: A. N.}" ET_AL
          ", title: Principles of cancer immunotherapy, accessed: 2025-04-21, "
          "URL: 'https://www.uptodate.com/contents/search'",
     "Shoushtari AN, et al. Principles of cancer immunotherapy. Accessed April 21, 2025. "
     "https://www.uptodate.com/contents/search"},
    {PAGE
     "title: T-cell transfer therapy, publisher: National Cancer Institute, "
     "accessed: 2025-04-24, URL: "
     "'https://www.cancer.gov/about-cancer/treatment/types/immunotherapy/t-cell-transfer-therapy'",
     "T-cell transfer therapy. National Cancer Institute. Accessed April 24, 2025. "
     "https://www.cancer.gov/about-cancer/treatment/types/immunotherapy/t-cell-transfer-therapy"},
    {"type: pamphlet, author: [{literal: Health Education & Content Services}], "
     "title: Chimeric antigen receptor T-cell (CAR-T) therapy, publisher: Mayo Clinic, issued: "
     "2019",
     "Health Education & Content Services. Chimeric antigen receptor T-cell (CAR-T) therapy. Mayo "
     "Clinic; 2019."},
    {"type: chapter, editor: [{family: Bashir, given: Q.}" ET_AL
     ", title: Process and general management of patients undergoing chimeric antigen receptor "
     "therapies, container-title: Manual of Hematopoietic Cell Transplantation and Cellular "
     "Therapies, publisher: Elsevier, issued: 2024, URL: 'https://www.clinicalkey.com', "
     "accessed: 2025-05-01",
     "Bashir Q, et al, eds. Process and general management of patients undergoing chimeric antigen "
     "receptor therapies. In: *Manual of Hematopoietic Cell Transplantation and Cellular "
     "Therapies*. Elsevier; 2024. Accessed May 1, 2025. https://www.clinicalkey.com"},
    {JOURNAL "author: [{family: Neelapu, given: Sattva S.}" ET_AL
             ", title: Axicabtagene ciloleucel CAR T-cell therapy in refractory large B-cell "
             "lymphoma, container-title: New England Journal of Medicine, issued: 2017, "
             "DOI: 10.1056/NEJMoa1707447",
     "Neelapu SS, et al. Axicabtagene ciloleucel CAR T-cell therapy in refractory large B-cell "
     "lymphoma. *New England Journal of Medicine*. 2017. doi:10.1056/NEJMoa1707447"},
};

static void the_entries_of_the_first_brochure_print_as_ama_has_them(void **state)
{
    assert_int_equal(sizeof samples / sizeof samples[0], 23);
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        assert_entry(*state, samples[i].item, samples[i].printed);
}

static void volume_issue_and_pages_follow_the_year(void **state)
{
    assert_entry(*state,
                 JOURNAL
                 "title: T, container-title: New England Journal of Medicine, "
                 "container-title-short: N Engl J Med, issued: {date-parts: [[2024, 5, 1]]}, "
                 "volume: 75, issue: 3, page: 12-19, DOI: 10.1000/x",
                 "T. *N Engl J Med*. 2024;75(3):12-19. doi:10.1000/x");
}

static void more_than_six_authors_are_three_and_others(void **state)
{
    assert_entry(*state,
                 PAGE
                 "author: [{family: A, given: Jean-Paul}, {family: B, given: Q R, suffix: Jr}, "
                 "{family: Berg, given: Ann, non-dropping-particle: van den}, {family: D}, "
                 "{family: E}, {family: F}], title: T",
                 "A JP, B QR Jr, van den Berg A, D, E, F. T.");
    assert_entry(*state,
                 PAGE "author: [{family: A}, {family: B}, {family: C}, {family: D}, {family: E}, "
                      "{family: F}, {family: G}], title: T",
                 "A, B, C, et al. T.");
}

static void books_and_chapters_name_edition_and_editors(void **state)
{
    assert_entry(*state,
                 "type: book, author: [{family: A, given: B}], title: The book, edition: 2, "
                 "publisher: P, issued: 2020",
                 "A B. *The book*. 2nd ed. P; 2020.");
    assert_entry(
        *state,
        "type: chapter, author: [{family: A, given: B}], editor: [{family: C, given: D}], "
        "title: Why?, container-title: Book, edition: 11, publisher: P, issued: 2020, page: "
        "3-9",
        "A B. Why? In: C D, ed. *Book*. 11th ed. P; 2020:3-9.");
}

static void reports_have_a_number_and_pages_a_date(void **state)
{
    assert_entry(*state, "type: report, title: T, publisher: P, issued: 2020, number: 12-3",
                 "*T*. P; 2020. Report 12-3.");
    assert_entry(*state, PAGE "title: T, container-title: Site, issued: 2020-03",
                 "T. Site. March 2020.");
}

static void a_doi_stands_in_place_of_the_url(void **state)
{
    assert_entry(*state,
                 PAGE "title: T, DOI: 10.1000/x, URL: 'https://a.org', accessed: 2025-01-01",
                 "T. doi:10.1000/x");
}

static void a_date_is_written_as_the_language_does(void **state)
{
    assert_str(entry(*state, "de", PAGE "title: T, URL: 'https://a.org', accessed: 2025-01-02"),
               "T. Abgerufen am 2. Januar 2025. https://a.org");
}

static void addresses_are_live_and_exact(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state, HEAD SECTION "x.[@a]\nreferences:\n  items:\n"
                             "  - {id: a, type: webpage, title: T, DOI: 10.1000/x--y}\n");
    const struct inline_node *link = brochure->references[0].text.first;
    while (link->kind != INLINE_LINK)
        link = link->next;
    assert_str(link->target, "https://doi.org/10.1000/x--y");
    assert_int_equal(link->first->kind, INLINE_LITERAL);
    assert_int_equal(link->first->literal, LITERAL_URL);
    assert_str(link->first->text, "doi:10.1000/x--y");
}

static struct decoded *decode_items(struct arena *arena, const char *references)
{
    struct str yaml = str_format(arena, HEAD SECTION "x.[@a]\nreferences:\n%s", references);
    return decode_text(arena, str_cstr(arena, yaml));
}

static void texts_are_printed_as_they_stand(void **state)
{
    struct decoded *decoded = decode_items(
        *state, "  items:\n  - A \"plain\" string.\n  - {id: a, text: As it *stands*.}\n");
    assert_said(decoded, "");
    const struct brochure *brochure = decoded->brochure;
    assert_str(marked(*state, &brochure->references[0].text), "As it *stands*.");
    assert_str(marked(*state, &brochure->references[1].text), "A “plain” string.");
    assert_int_equal(brochure->references[1].number, 2);
}

static void further_reading_follows_what_is_cited(void **state)
{
    struct decoded *decoded =
        decode_items(*state, "  nocite: [c]\n  items:\n  - {id: b, text: B}\n  - {id: c, text: C}\n"
                             "  - {id: a, text: A}\n");
    assert_said(decoded,
                "10:10 B0503 nothing cites the reference `b` | cite it with [@b], or list it "
                "under `nocite`\n");
    assert_str(decoded->brochure->references[0].id, "a");
    assert_str(decoded->brochure->references[1].id, "c");
    assert_str(decoded->brochure->references[2].id, "b");
}

static void all_may_be_further_reading(void **state)
{
    struct decoded *decoded =
        decode_items(*state, "  nocite: all\n  items:\n  - {id: b, text: B}\n  - {id: c, text: C}\n"
                             "  - {id: a, text: A}\n");
    assert_said(decoded, "");
    assert_str(decoded->brochure->references[0].id, "a");
    assert_str(decoded->brochure->references[1].id, "b");
    assert_str(decoded->brochure->references[2].id, "c");
    assert_int_equal(decoded->brochure->references[0].cited, 1);
    assert_int_equal(decoded->brochure->references[2].cited, 0);
    assert_said(decode_items(*state, "  nocite: a\n  items:\n  - {id: a, text: A}\n"),
                "8:11 B0306 `nocite` cannot be `a` | one of: all\n");
}

static void faults_stand_at_their_key(void **state)
{
    assert_said(decode_items(*state, "  nocite: [zebra]\n  items:\n  - {id: a, text: A}\n"
                                     "  - {id: a, text: A}\n"),
                "8:12 B0501 no reference has the id `zebra` | add it under `references`, `items`: "
                "`{id: zebra, …}`\n"
                "11:10 B0504 the reference `a` is given twice | give this one another id\n");
    assert_said(decode_items(*state, "  items:\n  - {id: a, type: thesys, title: T}\n"),
                "9:19 B0508 `type` cannot be `thesys` | did you mean `thesis`?\n");
    assert_said(decode_items(*state, "  items:\n  - {id: a, type: article-journal}\n"),
                "9:10 B0302 `container-title` is missing in this reference | add the key, or give "
                "the whole "
                "entry as `text`\n"
                "9:10 B0302 `title` is missing in this reference | add the key, or give the "
                "whole entry as `text`\n");
    assert_said(decode_items(*state, "  items:\n  - {id: a, text: T, type: book}\n"),
                "9:19 B0318 `text` cannot stand beside `type` | `text` is the whole entry as it is "
                "printed\n");
    assert_said(decode_items(*state, "  items:\n"
                                     "  - {id: a, type: webpage, title: T, issued: 2024-13}\n"),
                "9:46 B0309 this is no date that exists | write 2024, 2024-05 or 2024-05-01, a "
                "range as 2024-05/2024-06, and words as `{literal: \"Spring 2024\"}`\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_entries_of_the_first_brochure_print_as_ama_has_them),
        RULE(volume_issue_and_pages_follow_the_year),
        RULE(more_than_six_authors_are_three_and_others),
        RULE(books_and_chapters_name_edition_and_editors),
        RULE(reports_have_a_number_and_pages_a_date),
        RULE(a_doi_stands_in_place_of_the_url),
        RULE(a_date_is_written_as_the_language_does),
        RULE(addresses_are_live_and_exact),
        RULE(texts_are_printed_as_they_stand),
        RULE(further_reading_follows_what_is_cited),
        RULE(all_may_be_further_reading),
        RULE(faults_stand_at_their_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
