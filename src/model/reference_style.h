// Citation styles as tables: what an entry of each type prints, part by part.
//
// A style is data: rows of parts that reference_render.c prints. A part that has no value is left
// out with the marks that go with it: a group puts `between` only between parts that are there, and
// is itself left out, words and all, when it holds no value of the item (as CSL 1.0.2 has it for
// cs:group). Used by the tables (reference_ama.c, reference_nlm.c) and by what prints them.
#ifndef MODEL_REFERENCE_STYLE_H
#define MODEL_REFERENCE_STYLE_H

#include "model/reference_item.h"
#include "model/terms.h"

enum part_kind {
    PART_END,     // of a list of parts
    PART_TEXT,    // a variable of text
    PART_EDITION, // of a book: "2nd ed", or as it is written
    PART_PAGES,   // a range of pages by the style's rule
    PART_NAMES,   // a variable of names; `one` or `many` behind them says what they are
    PART_DATE,    // a variable of dates, in `form`
    PART_DOI,     // live, behind "doi:"
    PART_URL,     // live
    PART_WORD,    // a word of the document's language
    PART_MARK,    // `before`, whatever the language
    PART_PHRASE,  // the phrase `word` around `parts`
    PART_GROUP,   // `parts` with `between`
    PART_IF,      // `parts` when the condition holds
    PART_CHOOSE,  // the first of `parts` whose condition holds
    PART_FIRST,   // the first of `parts` that has a value; its names are not printed again
};

enum part_flag {
    PART_ITALIC = 1u << 0,
    PART_CAPITAL = 1u << 1,   // the first letter is a capital
    PART_NO_POINTS = 1u << 2, // points of abbreviations are left out
    PART_IS_VALUE = 1u << 4,  // of a word: it stands for a value of the item
    PART_IF_NUMBER = 1u << 3, // of a phrase: words stand alone ("Vol 2", but "Supplement")
};

enum date_form {
    DATE_LONG,       // as the language writes it: "May 3, 2024"
    DATE_YEAR,       // "2024"
    DATE_YEAR_FIRST, // "2024 May 3"
    DATE_YEAR_MONTH, // "2024 May"
};

// What is known of an item, as bits: the variables that it has, and these.
enum item_fact {
    FACT_WAITS = ITEM_VARIABLE_COUNT, // its status: in press, accepted, submitted
    FACT_MONTH,                       // it was issued in a month or on a day
    FACT_COUNT
};

#define FACT(name) ((uint64_t)1 << (name))
#define TYPE(name) ((uint64_t)1 << TYPE_##name)

struct condition {
    uint64_t types;     // one of them; 0: any
    uint64_t not_types; // none of them
    uint64_t has;       // one of these facts; 0: whatever it has
    uint64_t lacks;     // none of these
};

struct part {
    enum part_kind kind;
    enum item_variable what;
    enum date_form form;
    uint32_t flags;       // enum part_flag
    enum term word, many; // of names: behind one, behind several
    bool labelled;        // `word` and `many` are given
    const char *before, *after, *between;
    const struct part *parts; // ends in PART_END
    struct condition when;
};

// How a style names people and pages, and what its entries are.
struct reference_style {
    size_t most_names, names_of_many; // more than the first are cut to the second
    bool et_al_has_point;             // "et al., editors"
    bool collapses_pages;             // 123-129 is 123-9
    const struct part *entry;         // ends in PART_END
};

// What both styles take from the law's own manuals.
extern const struct part reference_case[];   // decisions of courts
extern const struct part reference_law[];    // laws, bills, regulations
extern const struct part reference_owners[]; // of patents

extern const struct reference_style reference_ama;
extern const struct reference_style reference_nlm;

// Builders of tables.
#define PARTS(...)                                                                                 \
    (const struct part[])                                                                          \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            .kind = PART_END                                                                       \
        }                                                                                          \
    }
#define TEXT(...)                                                                                  \
    {                                                                                              \
        .kind = PART_TEXT, .what = ITEM_##__VA_ARGS__                                              \
    }
#define EDITION                                                                                    \
    {                                                                                              \
        .kind = PART_EDITION, .what = ITEM_EDITION                                                 \
    }
#define PAGE_RANGE                                                                                 \
    {                                                                                              \
        .kind = PART_PAGES, .what = ITEM_PAGE                                                      \
    }
#define NAMES(variable)                                                                            \
    {                                                                                              \
        .kind = PART_NAMES, .what = ITEM_##variable                                                \
    }
#define LABELLED(variable, one, several)                                                           \
    {                                                                                              \
        .kind = PART_NAMES, .what = ITEM_##variable, .labelled = true, .word = TERM_##one,         \
        .many = TERM_##several                                                                     \
    }
#define DATE(variable, written)                                                                    \
    {                                                                                              \
        .kind = PART_DATE, .what = ITEM_##variable, .form = DATE_##written                         \
    }
#define DOI                                                                                        \
    {                                                                                              \
        .kind = PART_DOI, .what = ITEM_DOI                                                         \
    }
#define ADDRESS                                                                                    \
    {                                                                                              \
        .kind = PART_URL, .what = ITEM_URL                                                         \
    }
#define WORD(...)                                                                                  \
    {                                                                                              \
        .kind = PART_WORD, .word = TERM_##__VA_ARGS__                                              \
    }
#define MARK(text)                                                                                 \
    {                                                                                              \
        .kind = PART_MARK, .before = (text)                                                        \
    }
#define PHRASE(term, ...)                                                                          \
    {                                                                                              \
        .kind = PART_PHRASE, .word = TERM_##term, .parts = PARTS(__VA_ARGS__)                      \
    }
#define NUMBERED(term, flag, ...)                                                                  \
    {                                                                                              \
        .kind = PART_PHRASE, .word = TERM_##term, .flags = PART_IF_NUMBER | (flag),                \
        .parts = PARTS(__VA_ARGS__)                                                                \
    }
#define GROUP(mark, ...)                                                                           \
    {                                                                                              \
        .kind = PART_GROUP, .between = (mark), .parts = PARTS(__VA_ARGS__)                         \
    }
#define WITHIN(open, close, mark, ...)                                                             \
    {                                                                                              \
        .kind = PART_GROUP, .before = (open), .after = (close), .between = (mark),                 \
        .parts = PARTS(__VA_ARGS__)                                                                \
    }
#define IF(condition, ...)                                                                         \
    {                                                                                              \
        .kind = PART_IF, .when = {condition}, .parts = PARTS(__VA_ARGS__)                          \
    }
#define CHOOSE(...)                                                                                \
    {                                                                                              \
        .kind = PART_CHOOSE, .parts = PARTS(__VA_ARGS__)                                           \
    }
#define FIRST(...)                                                                                 \
    {                                                                                              \
        .kind = PART_FIRST, .parts = PARTS(__VA_ARGS__)                                            \
    }
#define OF(mask) .types = (mask)
#define NOT_OF(mask) .not_types = (mask)
#define HAS(mask) .has = (mask)
#define LACKS(mask) .lacks = (mask)
#define ELSE .types = 0
#define ALSO , // between two conditions

#endif
