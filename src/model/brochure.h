// The model: a brochure that was checked in full, ready to lay out. Immutable.
//
// Decoding made every reference between its parts a pointer or an index: links point to their
// sections, citations to their entries, and every text became inline nodes with typographic quotes
// in place. Whatever was wrong was said before a `struct brochure` existed.
#ifndef MODEL_BROCHURE_H
#define MODEL_BROCHURE_H

#include "base/length.h"
#include "base/pdf_standards.h"
#include "image/picture.h"
#include "input/srcmap.h"

#include <stdbool.h>

struct section;
struct reference;
struct reference_data;
struct terms;

enum inline_kind {
    INLINE_TEXT,            // text
    INLINE_EMPHASIS,        // children
    INLINE_STRONG,          // children
    INLINE_CODE,            // text, does not break
    INLINE_LINK,            // children, target: an address (https:, mailto:, tel:)
    INLINE_CROSS_REFERENCE, // children, section
    INLINE_CITATION,        // citation; children: the point, comma, closing quotes beside it
    INLINE_LITERAL,         // text printed exactly: DOI, URL, phone, id (breaking by `literal`)
    INLINE_LINE_BREAK,
    INLINE_SPAN, // children, in another language or with an expansion
};

enum literal_kind { LITERAL_WORD, LITERAL_URL }; // never broken; broken by the URL rules

struct inline_node {
    enum inline_kind kind;
    struct span span;
    struct str text;
    struct srcmap map;   // of text, through typographic replacement
    struct str variable; // whose value the text of an INLINE_TEXT is, else ""
    enum literal_kind literal;
    struct str target;             // an address; of a cross reference, the heading's id
    const struct section *section; // that has the heading, or holds it in its body
    const struct citation *citation;
    struct str language;             // of a span, else ""
    struct str expansion;            // of a span: what an abbreviation stands for, else ""
    const struct inline_node *first; // children
    const struct inline_node *next;
};

// Inline text: a list of nodes, and where it was written.
struct inline_text {
    const struct inline_node *first;
    struct span span;
};

enum citation_part {
    CITATION_NUMBER, // text, locator, reference
    CITATION_COMMA,
    CITATION_RANGE, // a hyphen
    CITATION_WORDS, // text: what the writer put before an id, with its spaces
};

// One printed citation: the numbers of a group with what joins them ("1,3-5").
struct citation_piece {
    enum citation_part part;
    struct str text;                   // as it is printed where nothing is known of the theme
    struct str locator;                // "p3", or empty
    const struct reference *reference; // NULL for what joins
};

struct citation {
    const struct citation_piece *pieces;
    size_t count;
    bool worded; // it has words: it stands in parentheses on the line, however others do
    struct span span;
};

enum block_kind {
    BLOCK_PARAGRAPH,   // text
    BLOCK_LIST,        // list
    BLOCK_HEADING,     // a Markdown heading within a body: heading
    BLOCK_QUOTE,       // blocks (a Markdown block quotation)
    BLOCK_CODE,        // text
    BLOCK_CALLOUT,     // callout
    BLOCK_STEPS,       // steps
    BLOCK_CONTACTS,    // contacts
    BLOCK_DEFINITIONS, // definitions
    BLOCK_PULL_QUOTE,  // quote
    BLOCK_FACTS,       // facts
    BLOCK_WRITE_IN,    // write_in
    BLOCK_QR,          // qr
    BLOCK_FIGURE,      // figure
    BLOCK_TABLE,       // table
    BLOCK_GROUP,       // blocks: a `text` of several, so that it can carry the shared keys
    BLOCK_BREAK,       // pause
};

struct block;

struct blocks {
    const struct block *items;
    size_t count;
};

enum task { TASK_NONE, TASK_OPEN, TASK_DONE };

struct list_item {
    struct span span;
    enum task task; // a box to tick stands before it
    struct blocks blocks;
};

struct list {
    bool ordered;
    bool tight;
    bool checklist; // a `checklist` block: its items stand apart
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

enum callout_kind { CALLOUT_WARNING, CALLOUT_NOTE, CALLOUT_TIP };

struct callout {
    enum callout_kind kind;
    struct inline_text title; // may be empty: the kind's own word stands for it
    struct blocks body;
};

struct step {
    struct inline_text title; // may be empty
    struct blocks body;       // may be empty
    struct span span;
};

struct steps {
    const struct step *items;
    size_t count;
};

struct contact {
    struct inline_text name, hours;
    struct str phone, email, web;
    struct span phone_span, email_span, web_span;
    struct span span;
};

struct contacts {
    const struct contact *items;
    size_t count;
};

struct definition {
    struct inline_text term, meaning;
};

struct definitions {
    const struct definition *items;
    size_t count;
};

struct pull_quote {
    struct blocks text;
    struct inline_text source; // may be empty
};

struct fact {
    struct inline_text value, label;
    struct span span;
};

struct facts {
    const struct fact *items;
    size_t count;
};

// A length, or a part of the measure around it.
struct extent {
    length fixed;         // 0: see `thousandths`
    uint32_t thousandths; // of the measure; 0 with fixed 0: as much as there is
};

struct field {
    struct inline_text label;
    struct extent width;
    uint32_t lines;                    // to write on; 0 with options
    const struct inline_text *options; // to tick
    size_t option_count;
    struct span span;
};

struct write_in {
    const struct field *items;
    size_t count;
};

struct qr_block {
    struct str url;
    struct span url_span;
    struct inline_text caption; // may be empty
};

// A picture, and what it shows in words.
struct picture_use {
    const struct picture *picture; // NULL: there is none
    struct str alt;                // "": it decorates
    struct span span;              // of its file's name
};

struct figure_part {
    struct picture_use picture;
    struct inline_text caption; // may be empty
};

// Pictures side by side, with one caption for all.
struct figure {
    const struct figure_part *parts;
    size_t count;
    struct inline_text caption; // may be empty
};

enum cell_align { CELL_START, CELL_LEFT, CELL_CENTER, CELL_RIGHT, CELL_DECIMAL };

struct table_column {
    struct inline_text head; // may be empty
    enum cell_align align;
    struct extent width;
    struct span span;
};

struct table_cell {
    struct blocks blocks; // none: the cell is empty
    struct span span;
};

struct table_row {
    const struct table_cell *cells; // one for each column
    struct span span;
};

struct table {
    struct inline_text caption; // may be empty: the table has no number then
    const struct table_column *columns;
    size_t column_count;
    const struct table_row *rows;
    size_t row_count;
    bool header_column;       // the first cell of each row is its head
    struct inline_text notes; // may be empty
};

enum pause { PAUSE_PAGE, PAUSE_COLUMN, PAUSE_CUT };

enum break_before { BREAK_NONE, BREAK_COLUMN, BREAK_PAGE, BREAK_RIGHT };
enum break_inside { BREAK_INSIDE_AUTO, BREAK_INSIDE_AVOID, BREAK_INSIDE_ALLOW };

enum place { PLACE_NONE, PLACE_FRONT, PLACE_FLAP, PLACE_BACK, PLACE_FOOT, PLACE_MARGIN };

// What every section and block can say beside its own keys.
struct placement {
    struct str id;       // of a block, given by hand; "" has none
    struct str language; // "" is that of what it stands in
    bool span_all;
    enum break_before before;
    enum break_inside inside;
    enum place place; // of a block
};

struct block {
    enum block_kind kind;
    struct span span;
    struct placement placement;
    union {
        struct inline_text text;
        struct list list;
        struct heading heading;
        struct blocks blocks;
        struct callout callout;
        struct steps steps;
        struct contacts contacts;
        struct definitions definitions;
        struct pull_quote quote;
        struct facts facts;
        struct write_in write_in;
        struct qr_block qr;
        struct figure figure;
        struct table table;
        enum pause pause;
    } as;
};

struct section {
    uint32_t index; // in reading order over the whole document, from 0
    struct span span;
    struct placement placement;
    struct heading heading;
    struct blocks body;
    const struct section *sections;
    size_t section_count;
};

struct publisher {
    struct str name, phone, email, web; // literal but the name
    struct inline_text feedback;
    struct picture_use logo;
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

// A further line of the control data.
struct control_entry {
    struct str label; // printed as written
    struct inline_text value;
    struct span span;
};

struct document {
    struct str id, version, online;
    struct span online_span;
    struct inline_text audience;
    enum document_status status;
    struct date issued, review_by;
    struct inline_text summary;
    struct str summary_plain;
    const struct control_entry *more;
    size_t more_count;
    struct str translated_version; // of the text that this one translates, or ""
    struct str translated_file;
    const struct str *keywords;
    size_t keyword_count;
    struct span span;
};

enum orientation { ORIENTATION_PORTRAIT, ORIENTATION_LANDSCAPE };

// How many pages there may be; 0 where nothing is said.
struct page_count {
    uint32_t at_most, exactly; // a multiple of multiple_of each, one of them at most
    uint32_t multiple_of;
    struct span span;
};

struct page_setup {
    length width, height; // portrait or landscape already applied
    struct str size_key;  // that a theme's `sizes` has for it; "": a size without a name
    bool is_small;        // it has a side of less than 6 inches
    uint32_t columns;     // 1 to 4
    struct span span;
    struct page_count pages;
};

enum edition_kind {
    EDITION_SCREEN,
    EDITION_PRINT,
    EDITION_BOOKLET,
    EDITION_LARGE_PRINT,
    EDITION_TEXT
};
enum { EDITION_KINDS = EDITION_TEXT + 1 };

// Whether an edition is encrypted when the command line gives passwords.
enum edition_encrypt { ENCRYPT_IF_ASKED, ENCRYPT_ALWAYS, ENCRYPT_NEVER };

// The printer's marks: switches of their own.
enum press_mark {
    MARK_CROP = 1,
    MARK_BLEED = 2,
    MARK_FOLD = 4,
    MARK_REGISTRATION = 8,
    MARK_COLOR_BAR = 16,
    MARK_SLUG = 32
};

// How the addresses of links are printed.
enum press_links { LINKS_TEXT, LINKS_LIST, LINKS_QR, LINKS_NONE };

// How the pages of a booklet come to their places.
enum booklet_method {
    BOOKLET_SADDLE,    // folded once within each other, stitched through the fold
    BOOKLET_PERFECT,   // signatures behind each other, glued at the spine
    BOOKLET_CUT_STACK, // cut, and the piles laid on each other
    BOOKLET_TURN,      // front and back on one form, the sheet turned sideways
    BOOKLET_TUMBLE,    // the same, the sheet turned over its foot
    BOOKLET_IN_ORDER   // several on a side, as they are read
};

enum duplex_edge { DUPLEX_UNSAID, DUPLEX_LONG_EDGE, DUPLEX_SHORT_EDGE };
enum booklet_padding { PADDING_BLANKS, PADDING_ERROR };

// How a booklet is imposed; zero is what is usual.
struct booklet_settings {
    enum booklet_method method;
    uint32_t places;    // pages on a side: 0, 1, 2 or 4
    uint32_t signature; // pages of one; 0: 16
    enum duplex_edge duplex;
    enum booklet_padding padding;
    length sheet_width, sheet_height; // 0: as large as the pages and the marks need
    length gutter;                    // between pages that do not meet at a fold
    bool dummy;                       // nothing but the numbers of the pages
    bool creep_given;
    length creep;     // of the innermost sheet
    length caliper;   // of the paper; 0: not known
    uint32_t grams;   // of a square metre; 0: not known
    struct span span; // of the sheet, or of the binding
};

struct press_ink {
    struct str name;
    struct span span;
};

// What an edition for the press says of inks, paper and marks; zero is what is usual.
struct press_settings {
    struct str profile; // the name of a condition, or of a file; "": that of the page's size
    struct span profile_span;
    length bleed;
    bool bleed_given;
    bool marks_given;
    uint32_t marks;  // bits of enum press_mark
    bool no_process; // black alone, and the inks of their own
    const struct press_ink *spots;
    size_t spot_count;
    enum press_links links;
};

struct edition {
    struct str name;
    enum edition_kind kind;
    struct span span;
    struct pdf_standards standards; // zero: those of every screen edition
    enum edition_encrypt encrypt;
    struct span encrypt_span; // of the setting, if there is one
    length size;              // of the body text in large print; 0: the theme's
    uint32_t resolution;      // of its pictures, in pixels to an inch; 0: that of its kind
    uint32_t wrap;            // columns of a line of text; 0: paragraphs are one line each
    struct press_settings press;
    struct booklet_settings booklet;
};

struct cover {
    bool present;
    struct inline_text eyebrow; // may be empty
    struct picture_use image;
    struct span span;
};

// One entry of the reference list, formatted by its style.
struct reference {
    uint32_t number; // as printed, from 1; 0 for further reading that carries no number
    struct str id;   // "" for a plain string
    struct inline_text text;
    size_t cited; // how often
    struct span span;
    const struct reference_data *data; // NULL for an entry that is given as a text
};

struct brochure {
    struct str path;
    struct inline_text title, subtitle;
    struct str title_plain, subtitle_plain;
    struct str language;       // BCP 47, canonical case
    const struct terms *terms; // the words that the program prints itself
    bool right_to_left;
    struct publisher publisher;
    struct document document;
    struct cover cover;
    struct inline_text lead; // may be empty
    uint32_t contents;       // levels of headings in the contents list; 0: none
    struct str theme;        // a name or a path
    struct span theme_span;
    struct page_setup page;
    const struct edition *editions;
    size_t edition_count;
    bool by_edition; // other editions may differ from this one
    const struct section *sections;
    size_t section_count;
    size_t section_total;               // of all levels
    bool citations_on_line;             // the style has them in parentheses, and raises none
    const struct reference *references; // in printed order
    size_t reference_count;
};

#endif
