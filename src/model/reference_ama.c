// AMA Manual of Style, 11th edition, chapter 3: what each type prints.
#include "model/reference_style.h"

#define JOURNALS (TYPE(ARTICLE_JOURNAL) | TYPE(REVIEW) | TYPE(REVIEW_BOOK) | TYPE(PERIODICAL))
#define PAPERS (TYPE(ARTICLE_MAGAZINE) | TYPE(ARTICLE_NEWSPAPER))
#define BOOKS                                                                                      \
    (TYPE(BOOK) | TYPE(CLASSIC) | TYPE(MOTION_PICTURE) | TYPE(SONG) | TYPE(GRAPHIC) |              \
     TYPE(MUSICAL_SCORE) | TYPE(COLLECTION))
#define CHAPTERS                                                                                   \
    (TYPE(CHAPTER) | TYPE(ENTRY_ENCYCLOPEDIA) | TYPE(ENTRY_DICTIONARY) | TYPE(PAPER_CONFERENCE))
#define TALKS (TYPE(SPEECH) | TYPE(EVENT) | TYPE(PAPER_CONFERENCE))
#define PAGES_OF_WEB (TYPE(WEBPAGE) | TYPE(POST) | TYPE(POST_WEBLOG))
#define LAWS (TYPE(LEGISLATION) | TYPE(BILL) | TYPE(REGULATION) | TYPE(TREATY) | TYPE(HEARING))
#define IN_ITALICS (BOOKS | TYPE(REPORT) | TYPE(THESIS) | TYPE(LEGAL_CASE))
#define OF_A_VOLUME (FACT(ITEM_VOLUME) | FACT(ITEM_ISSUE) | FACT(ITEM_SUPPLEMENT))

// clang-format off
static const struct part author[] = {
    FIRST(NAMES(AUTHOR),
          LABELLED(EDITOR, EDITOR, EDITORS),
          LABELLED(TRANSLATOR, TRANS, TRANS)),
    {.kind = PART_END},
};
#define AUTHOR {.kind = PART_GROUP, .parts = author}
#define EDITORS_OF LABELLED(EDITOR, EDITOR, EDITORS)
#define TRANSLATORS_OF LABELLED(TRANSLATOR, TRANS, TRANS)

#define JOURNAL FIRST(TEXT(CONTAINER_SHORT, .flags = PART_ITALIC | PART_NO_POINTS), \
                      TEXT(CONTAINER, .flags = PART_ITALIC))
#define PUBLISHED GROUP("; ", TEXT(PUBLISHER), DATE(ISSUED, YEAR))

// 3.11: "JAMA. 2024;331(5):398-402", "JAMA. Published online May 3, 2024", "JAMA. In press".
static const struct part journal[] = {
    EDITORS_OF,
    JOURNAL,
    GROUP(":",
        GROUP(";",
            CHOOSE(IF(HAS(FACT(FACT_WAITS)), TEXT(STATUS, .flags = PART_CAPITAL)),
                   IF(HAS(OF_A_VOLUME), DATE(ISSUED, YEAR)),
                   IF(HAS(FACT(FACT_MONTH)), PHRASE(PUBLISHED_ONLINE, DATE(ISSUED, LONG))),
                   IF(ELSE, DATE(ISSUED, YEAR))),
            GROUP(NULL,
                TEXT(VOLUME),
                TEXT(ISSUE, .before = "(", .after = ")"),
                WITHIN("(", ")", NULL, NUMBERED(SUPPLEMENT, 0, TEXT(SUPPLEMENT))))),
        FIRST(TEXT(NUMBER), PAGE_RANGE)),
    {.kind = PART_END},
};

// 3.13.1: "New York Times. December 8, 2015:A24".
static const struct part paper[] = {
    JOURNAL,
    GROUP(":", DATE(ISSUED, LONG), FIRST(PAGE_RANGE, TEXT(SECTION))),
    {.kind = PART_END},
};

// 3.13, special collections: "Located at: Nursing papers, Example Library, Boston".
#define LOCATION \
    PHRASE(LOCATED, GROUP("; ", \
        GROUP(", ", TEXT(ARCHIVE_COLLECTION), TEXT(ARCHIVE), TEXT(ARCHIVE_PLACE)), TEXT(ARCHIVE_LOCATION)))

// 3.12
static const struct part book[] = {
    TEXT(GENRE, .flags = PART_CAPITAL),
    TEXT(MEDIUM, .flags = PART_CAPITAL),
    NUMBERED(VOLUME, 0, TEXT(VOLUME)),
    TEXT(VOLUME_TITLE),
    EDITION,
    EDITORS_OF,
    TRANSLATORS_OF,
    GROUP(":", PUBLISHED, PAGE_RANGE),
    LOCATION,
    {.kind = PART_END},
};

// 3.12, chapters
static const struct part chapter[] = {
    GROUP(":",
        GROUP(" ",
            WORD(IN),
            GROUP(". ",
                EDITORS_OF,
                TEXT(CONTAINER, .flags = PART_ITALIC),
                NUMBERED(VOLUME, 0, TEXT(VOLUME)),
                EDITION,
                TEXT(COLLECTION),
                PUBLISHED)),
        FIRST(PAGE_RANGE, NUMBERED(CHAPTER, 0, TEXT(CHAPTER)))),
    {.kind = PART_END},
};

// 3.13.9: "Paper presented at: Annual Meeting; May 29-June 2, 2015; Chicago, Illinois".
static const struct part talk[] = {
    CHOOSE(IF(HAS(FACT(ITEM_EVENT) | FACT(ITEM_EVENT_PLACE)),
              GROUP(": ",
                  CHOOSE(IF(HAS(FACT(ITEM_GENRE)), GROUP(" ", TEXT(GENRE, .flags = PART_CAPITAL), WORD(PRESENTED))),
                         IF(ELSE, WORD(PRESENTED, .flags = PART_CAPITAL))),
                  GROUP("; ", TEXT(EVENT), DATE(ISSUED, LONG), TEXT(EVENT_PLACE)))),
           IF(ELSE, GROUP(". ", TEXT(GENRE, .flags = PART_CAPITAL), DATE(ISSUED, LONG)))),
    {.kind = PART_END},
};

// 3.15.3
static const struct part web[] = {
    TEXT(CONTAINER),
    TEXT(PUBLISHER),
    DATE(ISSUED, LONG),
    {.kind = PART_END},
};

// 3.13, 3.15, reports: "Technical report 77", "Report 12-3456".
static const struct part report[] = {
    IF(LACKS(FACT(ITEM_NUMBER)), TEXT(GENRE, .flags = PART_CAPITAL)),
    GROUP(" ", WORD(VERSION), TEXT(VERSION)),
    EDITION,
    GROUP(":", PUBLISHED, PAGE_RANGE),
    CHOOSE(IF(HAS(FACT(ITEM_GENRE)), GROUP(" ", IF(HAS(FACT(ITEM_NUMBER)), TEXT(GENRE, .flags = PART_CAPITAL)), TEXT(NUMBER))),
           IF(ELSE, PHRASE(REPORT, TEXT(NUMBER)))),
    {.kind = PART_END},
};

// 3.13, theses
static const struct part thesis[] = {
    TEXT(GENRE, .flags = PART_CAPITAL),
    PUBLISHED,
    {.kind = PART_END},
};

// 3.11, preprints
static const struct part preprint[] = {
    FIRST(TEXT(CONTAINER, .flags = PART_ITALIC), TEXT(PUBLISHER, .flags = PART_ITALIC)),
    PHRASE(PREPRINT, DATE(ISSUED, LONG)),
    {.kind = PART_END},
};

// 3.13, transcripts: "Transcript. Morning Edition. National Public Radio. October 12, 2020".
static const struct part broadcast[] = {
    TEXT(GENRE, .flags = PART_CAPITAL),
    TEXT(CONTAINER, .flags = PART_ITALIC),
    TEXT(PUBLISHER),
    DATE(ISSUED, LONG),
    {.kind = PART_END},
};

// 3.13, 3.15: package inserts, news releases, software, data: "Kymriah. Prescribing
// information. Novartis; 2024".
static const struct part document[] = {
    TEXT(GENRE, .flags = PART_CAPITAL),
    TEXT(MEDIUM, .flags = PART_CAPITAL),
    TEXT(NUMBER),
    GROUP(" ", WORD(VERSION), TEXT(VERSION)),
    EDITION,
    TEXT(CONTAINER, .flags = PART_ITALIC),
    GROUP(":", GROUP("; ", TEXT(PUBLISHER), DATE(ISSUED, LONG)), PAGE_RANGE),
    LOCATION,
    {.kind = PART_END},
};
#define SUB(list) {.kind = PART_GROUP, .between = ". ", .parts = (list)}

#define TITLE CHOOSE(IF(OF(IN_ITALICS), TEXT(TITLE, .flags = PART_ITALIC)), IF(ELSE, TEXT(TITLE)))

// 3.16.2: "Canterbury v Spence, 464 F2d 772 (DC Cir 1972)".
const struct part reference_case[] = {
    GROUP(" ",
        GROUP(", ",
            TEXT(TITLE, .flags = PART_ITALIC),
            GROUP(" ", TEXT(VOLUME), TEXT(CONTAINER), PAGE_RANGE)),
        WITHIN("(", ")", " ", TEXT(AUTHORITY), DATE(ISSUED, YEAR))),
    {.kind = PART_END},
};

// 3.16, statutes: "Patient Protection and Affordable Care Act, 42 USC \u00A718001 (2010)".
const struct part reference_law[] = {
    GROUP(" ",
        GROUP(", ",
            TEXT(TITLE),
            TEXT(NUMBER),
            GROUP(" ", TEXT(VOLUME), TEXT(CONTAINER), FIRST(TEXT(SECTION, .before = "\u00A7"), PAGE_RANGE)),
            TEXT(AUTHORITY)),
        WITHIN("(", ")", NULL, DATE(ISSUED, YEAR))),
    {.kind = PART_END},
};

// 3.13, patents: "Rabiner RA, Hare BA, inventors; OmniSonics Medical Technologies Inc, assignee".
const struct part reference_owners[] = {
    GROUP("; ",
        LABELLED(AUTHOR, INVENTOR, INVENTORS),
        GROUP(", ", TEXT(PUBLISHER), WORD(ASSIGNEE))),
    {.kind = PART_END},
};

static const struct part entry[] = {
    GROUP(". ",
        WITHIN(NULL, ".", ". ",
            CHOOSE(IF(OF(TYPE(LEGAL_CASE)), SUB(reference_case)),
                   IF(OF(LAWS), SUB(reference_law)),
                   IF(OF(TYPE(PATENT)),
                      GROUP(". ",
                          SUB(reference_owners),
                          TEXT(TITLE),
                          CHOOSE(IF(HAS(FACT(ITEM_GENRE)), GROUP(" ", TEXT(GENRE), TEXT(NUMBER))),
                                 IF(ELSE, PHRASE(PATENT, TEXT(NUMBER)))),
                          DATE(ISSUED, LONG))),
                   IF(ELSE,
                      GROUP(". ",
                          AUTHOR,
                          TITLE,
                          CHOOSE(IF(OF(JOURNALS), SUB(journal)),
                                 IF(OF(PAPERS) ALSO HAS(OF_A_VOLUME), SUB(journal)),
                                 IF(OF(PAPERS), SUB(paper)),
                                 IF(OF(BOOKS), SUB(book)),
                                 IF(OF(CHAPTERS) ALSO HAS(FACT(ITEM_CONTAINER)), SUB(chapter)),
                                 IF(OF(TALKS), SUB(talk)),
                                 IF(OF(PAGES_OF_WEB) ALSO LACKS(FACT(ITEM_GENRE)), SUB(web)),
                                 IF(OF(TYPE(REPORT)), SUB(report)),
                                 IF(OF(TYPE(THESIS)), SUB(thesis)),
                                 IF(OF(TYPE(ARTICLE)), SUB(preprint)),
                                 IF(OF(TYPE(BROADCAST)), SUB(broadcast)),
                                 IF(ELSE, SUB(document))))))),
        // 3.15.3: a DOI stands in place of the address; nothing follows either.
        CHOOSE(IF(HAS(FACT(ITEM_DOI)), DOI),
               IF(HAS(FACT(ITEM_URL)), GROUP(". ", PHRASE(ACCESSED, DATE(ACCESSED, LONG)), ADDRESS)))),
    {.kind = PART_END},
};
// clang-format on

const struct reference_style reference_ama = {.most_names = 6, .names_of_many = 3, .entry = entry};
