// Citing Medicine, 2nd edition, in the order of citation: what each type prints.
#include "model/reference_style.h"

#define JOURNALS (TYPE(ARTICLE_JOURNAL) | TYPE(REVIEW) | TYPE(REVIEW_BOOK))
#define SERIALS (JOURNALS | TYPE(ARTICLE_MAGAZINE) | TYPE(PERIODICAL) | TYPE(POST_WEBLOG))
#define SERIALS_AND_NEWS (SERIALS | TYPE(ARTICLE_NEWSPAPER))
#define PARTS_OF_BOOKS                                                                             \
    (TYPE(CHAPTER) | TYPE(ENTRY_ENCYCLOPEDIA) | TYPE(ENTRY_DICTIONARY) | TYPE(PAPER_CONFERENCE))
#define TALKS (TYPE(SPEECH) | TYPE(EVENT) | TYPE(PAPER_CONFERENCE))
#define LAWS (TYPE(LEGISLATION) | TYPE(BILL) | TYPE(REGULATION) | TYPE(TREATY) | TYPE(HEARING))
#define FOUND_BY_NUMBER (FACT(ITEM_DOI) | FACT(ITEM_PMID) | FACT(ITEM_PMCID))

// clang-format off
#define SUB(list) {.kind = PART_GROUP, .between = ". ", .parts = (list)}
#define PLAIN(list) {.kind = PART_GROUP, .parts = (list)}
#define WORDS(list) {.kind = PART_IF, .parts = (list)} // which has no value of the item
#define EDITORS_OF LABELLED(EDITOR, NLM_EDITOR, NLM_EDITORS)

static const struct part author[] = {
    FIRST(NAMES(AUTHOR),
          EDITORS_OF,
          LABELLED(TRANSLATOR, TRANSLATOR, TRANSLATORS),
          LABELLED(SERIES_EDITOR, NLM_EDITOR, NLM_EDITORS)),
    {.kind = PART_END},
};

// Chapter 25: the site leads, and its page follows the date.
static const struct part title[] = {
    CHOOSE(IF(OF(TYPE(WEBPAGE)) ALSO HAS(FACT(ITEM_CONTAINER)), TEXT(CONTAINER)),
           IF(ELSE, TEXT(TITLE))),
    {.kind = PART_END},
};
static const struct part page_of_site[] = {
    IF(OF(TYPE(WEBPAGE)) ALSO HAS(FACT(ITEM_CONTAINER)), TEXT(TITLE)),
    {.kind = PART_END},
};

#define INTERNET WORD(INTERNET, .before = "[", .after = "]")
#define CITED IF(HAS(FACT(ITEM_URL)), WITHIN("[", "]", NULL, PHRASE(CITED, DATE(ACCESSED, YEAR_FIRST))))
// An article that is found by a number needs no address.
#define IF_NOT_FOUND_BY_NUMBER(condition, part) \
    CHOOSE(IF(NOT_OF(TYPE(ARTICLE_JOURNAL)) ALSO condition, part), \
           IF(LACKS(FOUND_BY_NUMBER) ALSO condition, part))

// What the title is recorded on; a part of something has that behind the whole.
static const struct part medium[] = {
    CHOOSE(IF(HAS(FACT(ITEM_MEDIUM)) ALSO LACKS(FACT(ITEM_CONTAINER)),
              TEXT(MEDIUM, .before = "[", .after = "]", .flags = PART_CAPITAL)),
           IF(HAS(FACT(ITEM_URL)) ALSO LACKS(FACT(ITEM_CONTAINER)) ALSO NOT_OF(PARTS_OF_BOOKS), INTERNET),
           IF(OF(TYPE(WEBPAGE)) ALSO HAS(FACT(ITEM_URL)), INTERNET)),
    {.kind = PART_END},
};

static const struct part volume[] = {
    GROUP(", ", NUMBERED(NLM_VOLUME, 0, TEXT(VOLUME)), TEXT(VOLUME_TITLE)),
    {.kind = PART_END},
};

static const struct part journal[] = {
    CHOOSE(IF(OF(JOURNALS), FIRST(TEXT(CONTAINER_SHORT, .flags = PART_NO_POINTS), TEXT(CONTAINER))),
           IF(ELSE, TEXT(CONTAINER))),
    {.kind = PART_END},
};

static const struct part container[] = {
    EDITORS_OF,
    CHOOSE(IF(NOT_OF(TYPE(WEBPAGE)) ALSO HAS(FACT(ITEM_CONTAINER)),
              GROUP(". ",
                  GROUP(" ",
                      PLAIN(journal),
                      IF_NOT_FOUND_BY_NUMBER(HAS(FACT(ITEM_URL)), INTERNET)),
                  IF(OF(PARTS_OF_BOOKS), PLAIN(volume)),
                  EDITION)),
           IF(NOT_OF(SERIALS_AND_NEWS | TYPE(WEBPAGE)), PLAIN(volume))),
    {.kind = PART_END},
};

static const struct part publisher[] = {
    IF(NOT_OF(SERIALS_AND_NEWS),
       GROUP(": ",
           CHOOSE(IF(OF(TYPE(THESIS)), TEXT(PLACE, .before = "[", .after = "]")),
                  IF(ELSE, TEXT(PLACE))),
           TEXT(PUBLISHER))),
    {.kind = PART_END},
};

static const struct part date[] = {
    CHOOSE(IF(OF(SERIALS_AND_NEWS),
              GROUP(":",
                  GROUP(" ",
                      IF(HAS(FACT(FACT_WAITS)), WORD(FORTHCOMING, .flags = PART_IS_VALUE)),
                      DATE(ISSUED, YEAR_FIRST),
                      IF_NOT_FOUND_BY_NUMBER(ELSE, CITED)),
                  IF(OF(TYPE(ARTICLE_NEWSPAPER)), FIRST(PAGE_RANGE, TEXT(SECTION))))),
           IF(OF(TYPE(REPORT)), GROUP(" ", DATE(ISSUED, YEAR_MONTH), CITED)),
           IF(ELSE, GROUP(" ", DATE(ISSUED, YEAR), CITED))),
    {.kind = PART_END},
};

static const struct part place_in_journal[] = {
    IF(OF(SERIALS),
       GROUP(":",
           GROUP(NULL,
               TEXT(VOLUME),
               WITHIN("(", ")", " ",
                   TEXT(ISSUE),
                   NUMBERED(SUPPLEMENT, PART_CAPITAL, TEXT(SUPPLEMENT)))),
           FIRST(TEXT(NUMBER), PAGE_RANGE))),
    {.kind = PART_END},
};

static const struct part extent[] = {
    IF(NOT_OF(SERIALS_AND_NEWS),
       FIRST(PHRASE(PAGES_AT, PAGE_RANGE), NUMBERED(PAGE_TOTAL, 0, TEXT(PAGES)))),
    {.kind = PART_END},
};

static const struct part series[] = {
    IF(NOT_OF(SERIALS_AND_NEWS),
       WITHIN("(", ")", ". ",
           LABELLED(SERIES_EDITOR, NLM_EDITOR, NLM_EDITORS),
           GROUP("; ", TEXT(COLLECTION), NUMBERED(SERIES_NUMBER, 0, TEXT(COLLECTION_NUMBER))))),
    {.kind = PART_END},
};

static const struct part number[] = {
    CHOOSE(IF(OF(TYPE(REPORT)), PHRASE(REPORT_NUMBER, TEXT(NUMBER))),
           IF(NOT_OF(SERIALS), TEXT(NUMBER))),
    {.kind = PART_END},
};

// Chapters 1 to 26 of one shape.
static const struct part work[] = {
    PLAIN(author),
    GROUP(" ",
        PLAIN(title),
        TEXT(GENRE, .before = "[", .after = "]"),
        WORDS(medium)),
    IF(LACKS(FACT(ITEM_CONTAINER)), EDITION),
    GROUP(" ", WORD(VERSION), TEXT(VERSION)),
    CHOOSE(IF(OF(PARTS_OF_BOOKS), GROUP(" ", WORD(IN), SUB(container))),
           IF(ELSE, SUB(container))),
    LABELLED(TRANSLATOR, TRANSLATOR, TRANSLATORS),
    GROUP("; ", PLAIN(publisher), GROUP(";", PLAIN(date), PLAIN(place_in_journal))),
    PLAIN(extent),
    PLAIN(page_of_site),
    PLAIN(series),
    PLAIN(number),
    {.kind = PART_END},
};

// Chapter 6: "Paper presented at: Annual Meeting; 2015 May 29-Jun 2; Chicago (IL)".
static const struct part talk[] = {
    PLAIN(author),
    GROUP(" ", TEXT(TITLE), WORDS(medium)),
    CHOOSE(IF(HAS(FACT(ITEM_EVENT) | FACT(ITEM_EVENT_PLACE)),
              GROUP(": ",
                  CHOOSE(IF(HAS(FACT(ITEM_GENRE)), GROUP(" ", TEXT(GENRE, .flags = PART_CAPITAL), WORD(PRESENTED))),
                         IF(ELSE, WORD(PRESENTED, .flags = PART_CAPITAL))),
                  GROUP("; ", TEXT(EVENT), GROUP(" ", DATE(ISSUED, YEAR_FIRST), CITED), TEXT(EVENT_PLACE)))),
           IF(ELSE, GROUP(". ", TEXT(GENRE, .flags = PART_CAPITAL), GROUP(" ", DATE(ISSUED, YEAR_FIRST), CITED)))),
    {.kind = PART_END},
};

// Chapter 5: "Cho ST, inventor; Hospira, Inc., assignee. Microneedles. United States patent US
// 6,980,855. 2005 Dec 27".
static const struct part patent[] = {
    SUB(reference_owners),
    TEXT(TITLE),
    CHOOSE(IF(HAS(FACT(ITEM_GENRE)), GROUP(" ", TEXT(GENRE), TEXT(NUMBER))),
           IF(ELSE, PHRASE(PATENT, TEXT(NUMBER)))),
    DATE(ISSUED, YEAR_FIRST),
    {.kind = PART_END},
};

static const struct part available[] = {
    GROUP(". ",
        PHRASE(LOCATED,
            GROUP("; ",
                GROUP(", ", TEXT(ARCHIVE_COLLECTION), TEXT(ARCHIVE), TEXT(ARCHIVE_PLACE)),
                TEXT(ARCHIVE_LOCATION))),
        GROUP(" ",
            IF_NOT_FOUND_BY_NUMBER(ELSE, GROUP(" ", WORD(AVAILABLE), ADDRESS)),
            DOI)),
    {.kind = PART_END},
};

static const struct part entry[] = {
    GROUP(" ",
        WITHIN(NULL, ".", ". ",
            CHOOSE(IF(OF(TYPE(LEGAL_CASE)), SUB(reference_case)),
                   IF(OF(LAWS), SUB(reference_law)),
                   IF(OF(TYPE(PATENT)), SUB(patent)),
                   IF(OF(TALKS) ALSO LACKS(FACT(ITEM_CONTAINER)), SUB(talk)),
                   IF(ELSE, SUB(work)))),
        SUB(available),
        WITHIN(NULL, ".", "; ",
            TEXT(PMID, .before = "PubMed PMID: "),
            TEXT(PMCID, .before = "PubMed Central PMCID: "))),
    {.kind = PART_END},
};
// clang-format on

const struct reference_style reference_nlm = {
    .most_names = 6,
    .names_of_many = 6,
    .et_al_has_point = true,
    .collapses_pages = true,
    .entry = entry,
};
