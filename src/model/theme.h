// A theme as data: what every role of type and every block looks like. Nothing of a look stands
// in C; layout reads it here.
#ifndef MODEL_THEME_H
#define MODEL_THEME_H

#include "color/color.h"
#include "diag/diag.h"
#include "input/tree.h"
#include "model/theme_blocks.h"
#include "model/theme_rules.h"
#include "text/paragraph.h"

enum role_id {
    ROLE_BODY,
    ROLE_TITLE,
    ROLE_SUBTITLE,
    ROLE_OPENER, // a heading of the first level that opens a page
    ROLE_HEADING_1,
    ROLE_HEADING_2,
    ROLE_HEADING_3,
    ROLE_HEADING_4,
    ROLE_HEADING_5,
    ROLE_HEADING_6,
    ROLE_STRONG, // overrides within text
    ROLE_EMPHASIS,
    ROLE_LINK,
    ROLE_ADDRESS, // a URL or DOI printed as such
    ROLE_CODE,
    ROLE_CITATION,
    ROLE_LIST_NUMBER,
    ROLE_QUOTE,
    ROLE_REFERENCE,
    ROLE_REFERENCE_NUMBER,
    ROLE_RUNNING_TITLE,
    ROLE_RUNNING_SECTION,
    ROLE_FOLIO,
    ROLE_CONTROL, // the document's id, version and date
    ROLE_CONTROL_VALUE,
    ROLE_WARNING_TITLE,
    ROLE_NOTE_TITLE, // of notes and tips
    ROLE_STEP_NUMBER,
    ROLE_STEP_TITLE,
    ROLE_TERM, // a part of the text that defines it
    ROLE_CONTACT_NAME,
    ROLE_CONTACT_NUMBER,
    ROLE_PULL_QUOTE,
    ROLE_QUOTE_SOURCE,
    ROLE_FACT_VALUE,
    ROLE_FIELD_LABEL,
    ROLE_CAPTION,
    ROLE_CAPTION_LABEL, // a part of it
    ROLE_TABLE_CAPTION,
    ROLE_TABLE_LABEL, // "Table 1." in the caption
    ROLE_TABLE_HEAD,
    ROLE_TABLE_ROW_HEAD, // of a first column that heads the rows
    ROLE_TABLE_CELL,
    ROLE_TABLE_NOTE,
    ROLE_LEAD,
    ROLE_CONTENTS_1,
    ROLE_CONTENTS_2,      // and deeper
    ROLE_CONTENTS_NUMBER, // a part of both
    ROLE_COVER_EYEBROW,
    ROLE_COVER_TITLE_1, // the first of three that holds the title on so few lines
    ROLE_COVER_TITLE_2,
    ROLE_COVER_TITLE_3,
    ROLE_COVER_SUBTITLE,
    ROLE_COVER_PUBLISHER,
    ROLE_COUNT
};

// A role of block text is complete after decoding. In a role that styles a part of a text (strong,
// emphasis, link, address, code, citation, numbers) what the theme leaves out is inherited from
// the text around it: see `set`.
enum role_key {
    ROLE_SETS_FAMILY = 1u << 0,
    ROLE_SETS_WEIGHT = 1u << 1,
    ROLE_SETS_ITALIC = 1u << 2,
    ROLE_SETS_SIZE = 1u << 3,
    ROLE_SETS_TRACKING = 1u << 4,
    ROLE_SETS_COLOR = 1u << 5,
    ROLE_SETS_RISE = 1u << 6,
    ROLE_SETS_FEATURES = 1u << 7,
};

struct role {
    uint32_t set;      // role_key bits that the theme gave
    struct str family; // a family's name, resolved from `fonts`
    uint16_t weight;
    bool italic;
    length size, leading;
    length base; // of the baseline below the top of the line's box
    length tracking;
    length rise;
    uint32_t features; // text_feature bits
    const struct color *color;
    length before, after; // space; the larger of two neighbours wins
    length before_least,
        before_most;   // to which `before` may be changed so that pages fill; 0: as it is
    length rule_above; // thickness of a rule on the box's top, 0 for none
    length rule_gap;   // from the rule to the text's box
    const struct color *rule_color;
    length indent;  // of the first line of a paragraph below another
    bool in_margin; // it stands in the margin column, where there is one
    length run_in;  // behind a heading that its text follows on its line; 0: it stands alone
    enum text_align align;
    enum text_hyphenation hyphenate;
    struct span span;
};

enum marker_kind { MARKER_DISC, MARKER_BAR };

struct bullet {
    enum marker_kind kind;
    length width, height; // of the drawn mark
    length inset;         // of its left edge from the item's edge
    length centre;        // above the baseline
    const struct color *color;
};

struct list_look {
    length before, after; // space around a list that is not in another
    length hang;          // of a bullet item's text
    length number_width;  // numbers are right-aligned in it
    length number_gap;
    length item_gap;          // tight items
    length loose_item_gap;    // when any item has a nested list or three lines
    struct bullet bullets[3]; // by depth; deeper as the last
};

enum citation_form {
    CITATIONS_BY_STYLE, // raised in AMA's, in parentheses on the line in NLM's
    CITATIONS_RAISED,
    CITATIONS_IN_BRACKETS, // on the line
    CITATIONS_IN_PARENTHESES,
};

struct reference_look {
    enum citation_form citations;
    uint32_t columns;
    length number_width, number_gap; // the number is right-aligned with its point
    length entry_gap;
    uint32_t whole; // entries of so many lines stay on one column
};

// A column beside the text, at the page's outer edge.
struct margin_column {
    length width; // 0: none
    length gutter;
    length least; // that the text needs beside it, else there is none
};

struct page_look {
    length top, bottom, inner, outer; // margins
    length gutter;
    length grid;          // u: everything vertical is a whole number of it
    length foot_grid;     // the height of the text goes by it where the folio's place is found
    length head_baseline; // of the running head, from the trim's top
    length foot_baseline; // of the folio, from the trim's bottom edge upwards
    length single_column; // widest measure of one column
    length measure;       // of a line of text at most; 0: of the column
    uint32_t last_page;   // what the last page holds at least, in percent; 0: it is left as it is
    uint32_t columns;     // of text at most; 0: as many as a brochure asks for
    bool mirrored;
    struct margin_column margin;
};

struct theme_font {
    struct str family;
    struct span span;
};

// A colour of drawings that the theme replaces.
struct art_color {
    uint8_t rgb[3];
    const struct color *color;
};

struct theme {
    struct str name;
    struct page_look page;
    struct look_furniture furniture;
    struct role roles[ROLE_COUNT];
    struct list_look list;
    struct theme_blocks blocks;
    struct reference_look references;
    length control_label; // width of the labels of the document's control data
    const struct color *colors;
    size_t color_count;
    const struct art_color *art;
    size_t art_count;
    const struct theme_font *fonts;
    size_t font_count;
    struct theme_rule rules[RULE_COUNT];
};

// Decodes a theme's tree, laid over its bases (see theme_extend.h). Returns false when it cannot be
// used; each fault at its line.
bool theme_decode(struct arena *arena, struct str name, const struct node *root,
                  struct diags *diags, const struct theme **out);

#endif
