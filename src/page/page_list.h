// THE WAIST: finished pages. Layout makes them; everything after reads only them.
//
// A page_list holds positioned items in drawing order, page by page, and beside them the tag tree
// that says what they mean, in reading order. Items point into the tree: real content at a
// TAG_CONTENT leaf, everything else is an artifact. Each item keeps the span of the source that it
// came from. Immutable once made.
//
// Distances: origin at the top left of the trim, y downwards.
#ifndef PAGE_PAGE_LIST_H
#define PAGE_PAGE_LIST_H

#include "base/geometry.h"
#include "color/color.h"
#include "diag/source.h"
#include "image/drawing.h"
#include "image/picture.h"
#include "text/font.h"
#include "text/glyph.h"

// Structure types by their PDF names (ISO 32000-1, 14.8.4), and the leaf that holds content.
enum tag_kind {
    TAG_DOCUMENT,
    TAG_SECT,
    TAG_DIV,
    TAG_ASIDE, // PDF 2.0; written as Div in PDF 1.x
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_LINK,
    TAG_REFERENCE,
    TAG_BIBENTRY,
    TAG_SPAN,
    TAG_EM,     // PDF 2.0; written as Span in PDF 1.x
    TAG_STRONG, // likewise
    TAG_CODE,
    TAG_BLOCKQUOTE,
    TAG_NOTE,
    TAG_CAPTION,
    TAG_FIGURE,
    TAG_TABLE,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_TOC,
    TAG_TOCI,
    TAG_CONTENT, // no structure element: a slot for marked content within its parent
};

enum list_numbering {
    NUMBERING_NONE,
    NUMBERING_DISC,
    NUMBERING_DECIMAL,
    NUMBERING_LETTERS, // a, b, c
    NUMBERING_UNORDERED,
    NUMBERING_DESCRIPTION // labels are the terms that their bodies define
};

typedef uint32_t tag_id; // index in tag_tree.items; 0 is the Document
#define TAG_NONE UINT32_MAX

struct tag {
    enum tag_kind kind;
    tag_id parent;            // TAG_NONE for the Document
    tag_id first, last, next; // children in reading order, TAG_NONE where there is none
    struct span span;
    struct str language;           // "" inherits
    struct str alt;                // Figure, Link
    struct str title;              // Sect: its heading's text
    struct str expansion;          // Span: what an abbreviation stands for
    struct str actual;             // what is read in place of what is drawn
    enum list_numbering numbering; // L
    struct box bbox;               // Figure
};

struct tag_tree {
    struct arena *arena;
    struct tag *items;
    size_t count;
    size_t capacity;
};

enum artifact {
    ARTIFACT_NONE,
    ARTIFACT_LAYOUT,
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER,
    ARTIFACT_BACKGROUND,
    ARTIFACT_PAGE // the printer's marks
};

enum page_item_kind { ITEM_GLYPHS, ITEM_PATH, ITEM_LINK, ITEM_GROUP, ITEM_IMAGE };

// What a line of text promises: its baseline stands `drop` below a line of the pages' grid.
struct grid_claim {
    bool held; // else it promises nothing
    length drop;
};

struct item_glyphs {
    const struct font *font;
    length size;
    struct point origin; // of the pen: the baseline's start (left end)
    const struct glyph *glyphs;
    size_t count;
    struct str text; // clusters are offsets in it; U+00AD: an added hyphen
    bool right_to_left;
    struct str language; // "" is the document's
    struct grid_claim grid;
};

struct item_path {
    const struct path_step *steps;
    size_t count;
    length stroke_width;          // 0: filled
    const struct path_look *look; // NULL: as stroke_width and the item's colour say
};

// A live area. Lines of one link that was broken share its tag.
struct item_link {
    struct str uri;      // "" for a place in this document
    uint32_t target;     // index in page_list.destinations when uri is ""
    struct str contents; // what a screen reader says: required
};

// Items drawn together: clipped, then laid over what is below with their common alpha. They belong
// to what the group belongs to, in the tag tree too, and have no tags and no artifacts themselves.
struct item_group {
    const struct page_item *items;
    size_t count;
    const struct path_outline *clip; // NULL: none
    const struct affine *placement;  // NULL: none; within it only solid paints and opaque groups
    uint32_t alpha;                  // up to DRAWING_OPAQUE
    const struct page *page; // whose items these are, all of them: a page on a sheet, placed
                             // upright or upside down, with all that a page may have. NULL: no
};

// A picture of pixels, upright, that fills the item's box.
struct item_image {
    const struct picture *picture; // with a raster: drawings become groups
};

enum { PAGE_GROUPS_DEEPEST = 2 * DRAWING_DEEPEST };

struct page_item {
    enum page_item_kind kind;
    enum artifact artifact;
    tag_id tag; // a TAG_CONTENT leaf, or the TAG_LINK of an ITEM_LINK; TAG_NONE for artifacts
    struct box box;
    struct span span;
    const struct color *color; // of glyphs and paths
    union {
        struct item_glyphs glyphs;
        struct item_path path;
        struct item_link link;
        struct item_group group;
        struct item_image image;
    } as;
};

// What was done with what stands on a page, or went from it, and why.
enum page_note_kind {
    NOTE_OPENED,     // by the heading `name` over the columns
    NOTE_BEGUN,      // with `name`, that asks for a page of its own
    NOTE_BLANK,      // since what follows asks for a right-hand page
    NOTE_FILLER,     // a page that makes their number a multiple
    NOTE_BACK,       // the back block, for which page `page` had no room
    NOTE_TO_FOOT,    // `name`, read in the text that goes on above it
    NOTE_BELOW,      // `name`, read in the text that ends above it
    NOTE_NO_ROOM,    // `name` is read here and stands at the head of `page`
    NOTE_FOOT_TAKEN, // likewise, since another stands at the foot
    NOTE_WAITS,      // likewise, since one that is read before it waits, too
    NOTE_TO_HEAD,    // `name`, read on `page`
    NOTE_HEADING,    // `name` went with what follows it to `page` or `column`
    NOTE_WITH_NEXT,  // likewise, of what is no heading
    NOTE_WHOLE,      // `name` went whole
    NOTE_LINES,      // the lines from `name` went together
    NOTE_GONE,       // `name` found no room for its first lines
    NOTE_PARTED,     // `name`, taller than a column, at the end of `column`
    NOTE_BALANCED,   // `number` columns above `name`, or where the text ends
    NOTE_SPACED,     // headings by `number` u, since the last page was `share` full
    NOTE_CUT,        // to `number` lines, so that the last page is `share` full
};

struct page_note {
    enum page_note_kind kind;
    struct str name;       // the first words of what it is about
    uint32_t page, column; // from 1; 0: none
    int32_t number;
    uint32_t share; // of the frame's height, in thousandths
};

enum { PAGE_COLUMNS_MOST = 4 };

// Rows that stand in columns side by side.
struct page_columns {
    length top;
    uint32_t count;
    length feet[PAGE_COLUMNS_MOST];
};

// How a page came to look as it does; for people, nothing is drawn by it.
struct page_account {
    bool kept;     // a cover has none
    length filled; // of the frame's height
    struct {
        struct page_columns *items;
        size_t count;
        size_t capacity;
    } columns;
    struct {
        struct page_note *items;
        size_t count;
        size_t capacity;
    } notes;
};

struct page {
    length width, height; // the trim
    length bleed;         // how far colour runs over it on each side
    length around;        // how far the medium does: the bleed at least, and room for marks
    struct page_item *items;
    size_t count;
    size_t capacity;
    struct str label; // as printed: "3"
    struct page_account account;
};

struct destination {
    struct str name; // the id of a section or a reference
    uint32_t page;   // index
    struct point at;
    tag_id tag;
};

struct outline_entry {
    struct str title;
    uint32_t level; // from 1, in step
    uint32_t destination;
};

// What the file says about itself.
struct document_info {
    struct str title;
    struct str subject;
    struct str author;
    struct str keywords; // "a, b"
    struct str language;
    struct str date; // ISO 8601, or "" when none is known: "2025-06-27" or with time and zone
    struct str identifier;
    struct str version;
    bool right_to_left;
};

// Where text stands on all pages but the cover.
struct page_grid {
    length step;        // between the lines of the grid; 0: there is none
    length top, height; // of the frame, the first line at its top
};

// The printing condition that pages are separated for.
struct press_intent {
    struct str condition; // its name in the registry, such as "FOGRA39"
    struct str registry;  // an address; "" when the condition is in none
    struct str info;      // for people
    struct str profile;   // ICC, class prtr, CMYK
    uint16_t ink_limit;   // of all inks together, in tenths of a percent
};

struct page_list {
    struct arena *arena;
    const struct press_intent *intent; // NULL: the pages are for screens
    bool untagged;                     // sheets: what stands on them is read elsewhere
    struct document_info info;
    struct page_grid grid;
    struct page *pages;
    size_t count;
    size_t capacity;
    struct tag_tree tags;
    struct destination *destinations;
    size_t destination_count;
    size_t destination_capacity;
    struct outline_entry *outline;
    size_t outline_count;
    size_t outline_capacity;
};

// Starts an empty list with the Document tag. `list` lives as long as `arena`.
struct page_list *page_list_new(struct arena *arena);

// Adds a tag as the last child of `parent`.
tag_id tag_add(struct tag_tree *tags, tag_id parent, enum tag_kind kind, struct span span);

// Takes back the tags from `count` on: what is made again in another way.
void tags_cut(struct tag_tree *tags, size_t count);

struct page *page_add(struct page_list *list, length width, length height);

// Returns a zeroed item at the page's end; valid until the next call for that page.
struct page_item *page_item_add(struct page_list *list, struct page *page,
                                enum page_item_kind kind);

void page_note_add(struct page_list *list, size_t page, struct page_note note);
void page_columns_add(struct page_list *list, size_t page, struct page_columns columns);

uint32_t destination_add(struct page_list *list, struct destination destination);
void outline_add(struct page_list *list, struct outline_entry entry);

const char *tag_kind_name(enum tag_kind kind);

#endif
