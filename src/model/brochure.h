// The model: a brochure that was checked in full, ready to lay out. Immutable.
//
// Decoding made every reference between its parts a pointer or an index: links point to their
// sections, citations to their entries, and every text became inline nodes with typographic quotes
// in place. Whatever was wrong was said before a `struct brochure` existed.
#ifndef MODEL_BROCHURE_H
#define MODEL_BROCHURE_H

#include "base/length.h"
#include "input/srcmap.h"

#include <stdbool.h>

struct section;
struct reference;

enum inline_kind {
    INLINE_TEXT,            // text
    INLINE_EMPHASIS,        // children
    INLINE_STRONG,          // children
    INLINE_CODE,            // text, does not break
    INLINE_LINK,            // children, target: an address (https:, mailto:, tel:)
    INLINE_CROSS_REFERENCE, // children, section
    INLINE_CITATION,        // citation
    INLINE_LITERAL,         // text printed exactly: DOI, URL, phone, id (breaking by `literal`)
    INLINE_LINE_BREAK,
};

enum literal_kind { LITERAL_WORD, LITERAL_URL }; // never broken; broken by the URL rules

struct inline_node {
    enum inline_kind kind;
    struct span span;
    struct str text;
    struct srcmap map; // of text, through typographic replacement
    enum literal_kind literal;
    struct str target;             // an address; of a cross reference, the heading's id
    const struct section *section; // that has the heading, or holds it in its body
    const struct citation *citation;
    const struct inline_node *first; // children
    const struct inline_node *next;
};

// Inline text: a list of nodes, and where it was written.
struct inline_text {
    const struct inline_node *first;
    struct span span;
};

// One printed citation: the numbers of a group with what joins them ("1,3-5").
struct citation_piece {
    struct str text;
    const struct reference *reference; // NULL for what joins
};

struct citation {
    const struct citation_piece *pieces;
    size_t count;
    struct span span;
};

enum block_kind {
    BLOCK_PARAGRAPH, // text
    BLOCK_LIST,      // list
    BLOCK_HEADING,   // a Markdown heading within a body: heading
    BLOCK_QUOTE,     // blocks (a Markdown block quotation)
    BLOCK_CODE,      // text
};

struct block;

struct blocks {
    const struct block *items;
    size_t count;
};

struct list_item {
    struct span span;
    struct blocks blocks;
};

struct list {
    bool ordered;
    bool tight;
    uint32_t first_number;
    const struct list_item *items;
    size_t count;
};

struct heading {
    struct inline_text text;
    struct str plain; // without marks and citations: outlines, running heads, metadata
    struct str id;    // unique in the document
    uint32_t level;   // 1 to 6
};

struct block {
    enum block_kind kind;
    struct span span;
    union {
        struct inline_text text;
        struct list list;
        struct heading heading;
        struct blocks blocks;
    } as;
};

struct section {
    uint32_t index; // in reading order over the whole document, from 0
    struct span span;
    struct heading heading;
    struct blocks body;
    const struct section *sections;
    size_t section_count;
};

struct publisher {
    struct str name, phone, email, web; // literal but the name
    struct inline_text feedback;
    const struct str *address; // lines
    size_t address_count;
    struct span span;
};

// ISO 8601 as written, to the day or the month.
struct date {
    uint16_t year; // 0: no date
    uint8_t month; // 0: none
    uint8_t day;
};

enum document_status { STATUS_NONE, STATUS_DRAFT, STATUS_APPROVED };

struct document {
    struct str id, version, audience, online;
    enum document_status status;
    struct date issued, review_by;
    struct inline_text summary;
    struct str summary_plain;
    const struct str *keywords;
    size_t keyword_count;
    struct span span;
};

enum orientation { ORIENTATION_PORTRAIT, ORIENTATION_LANDSCAPE };

struct page_setup {
    length width, height; // portrait or landscape already applied
    uint32_t columns;     // 1 to 4
    struct span span;
};

enum edition_kind {
    EDITION_SCREEN,
    EDITION_PRINT,
    EDITION_BOOKLET,
    EDITION_LARGE_PRINT,
    EDITION_TEXT
};

struct edition {
    struct str name;
    enum edition_kind kind;
    struct span span;
    struct str unbuilt_setting; // the first setting that this version does not build, or empty
    struct span unbuilt_span;
};

// One entry of the reference list, formatted by its style.
struct reference {
    uint32_t number; // as printed, from 1; 0 for further reading that carries no number
    struct str id;   // "" for a plain string
    struct inline_text text;
    size_t cited; // how often
    struct span span;
};

struct brochure {
    struct str path;
    struct inline_text title, subtitle;
    struct str title_plain, subtitle_plain;
    struct str language; // BCP 47, canonical case
    bool right_to_left;
    struct publisher publisher;
    struct document document;
    struct str theme; // a name or a path
    struct span theme_span;
    struct page_setup page;
    const struct edition *editions;
    size_t edition_count;
    const struct section *sections;
    size_t section_count;
    size_t section_total;               // of all levels
    const struct reference *references; // in printed order
    size_t reference_count;
};

#endif
