// How a theme draws the blocks: their rules, grounds, marks and spaces. Part of struct theme.
//
// Each struct is filled by the schema engine as it stands; theme_blocks_resolve then puts colours
// in place of their names.
#ifndef MODEL_THEME_BLOCKS_H
#define MODEL_THEME_BLOCKS_H

#include "base/length.h"
#include "color/color.h"
#include "model/schema.h"

struct look_space {
    struct schema_found found;
    length before, after;
};

struct look_rule {
    struct schema_found found;
    length width;
    length gap; // from the rule to what stands below it
    const struct color *color;
};

// A square to tick.
struct look_box {
    struct schema_found found;
    length size, stroke;
    const struct color *color;
};

// The warning triangle, with its exclamation mark.
struct look_sign {
    struct schema_found found;
    length width, height;
    length gap; // to the title
    const struct color *color, *mark;
};

// A filled band behind a title.
struct look_strip {
    struct schema_found found;
    length head, foot; // above and below the title
    const struct color *color;
};

// A double line around a block; without an inner one, a single.
struct look_frame {
    struct schema_found found;
    length width; // of the outer line
    length gap;   // between the lines
    length inner; // width of the inner line; 0: none
    const struct color *color;
};

struct look_callout {
    struct schema_found found;
    struct look_space space;
    length pad;                 // at the sides
    length head, foot;          // above and below the text
    const struct color *ground; // NULL: none
    struct look_frame frame;    // around the text; without colour: none
    struct look_rule rule;      // above and below; without colour: none
    struct look_strip strip;    // without colour: the title stands on the ground
    struct look_sign sign;      // without colour: none
};

struct look_steps {
    struct schema_found found;
    struct look_space space;
    length hang;  // of the text
    length inset; // of the numeral
    length foot;  // below each step
    uint32_t least_lines;
    length run_in; // behind a title that its text follows on its line; 0: it stands above
    struct look_rule rule;
};

struct look_checklist {
    struct schema_found found;
    length hang, item_gap;
    struct look_box box;
};

struct look_contacts {
    struct schema_found found;
    struct look_space space;
    length foot; // below each contact
    struct look_rule rule;
};

struct look_definitions {
    struct schema_found found;
    struct look_space space;
    length gap; // from the term to its meaning
    length item_gap;
};

struct look_facts {
    struct schema_found found;
    struct look_space space;
    uint32_t columns;   // side by side at most
    length least_width; // of one
    length beside;      // the figures' width at most, where the words stand beside them; 0: below
    length gutter, foot;
    struct look_rule rule;
};

struct look_quote {
    struct schema_found found;
    length hang; // of the opening mark
};

struct look_write_in {
    struct schema_found found;
    struct look_space space;
    length line;       // from line to line
    length gutter;     // between fields side by side
    length option_gap; // from box to option
    struct look_rule rule;
    struct look_box box;
};

struct look_qr {
    struct schema_found found;
    struct look_space space;
    length size;   // of the symbol without its quiet zone, at least
    length module; // of one module, at least
    length gap;    // from the quiet zone to the text beside it
    const struct color *color, *ground;
};

struct look_cut {
    struct schema_found found;
    struct look_space space;
    length dash; // and the gap between dashes
    struct look_rule rule;
};

enum caption_place { CAPTION_AT_BLOCK, CAPTION_IN_MARGIN };

struct look_figure {
    struct schema_found found;
    struct look_space space;
    const struct color *ground; // behind drawings
    length gap;                 // from the pictures to what is below
    length gutter;              // between parts
    uint32_t columns;           // of parts side by side at most; 0: all of them
    uint32_t caption;           // enum caption_place
};

struct look_contents {
    struct schema_found found;
    length rule_drop; // from an entry's text to the rule below it
    length foot;      // below the rule
    length indent;    // of each deeper level
    struct look_rule rule;
};

// The first page; baselines from the page's head, of the strip from its foot.
struct look_cover {
    struct schema_found found;
    const struct color *ground;
    struct look_rule rule; // above the publisher; without colour: none
    bool plain;            // shows no picture
    bool brief;            // leaves the control data to the back block
    length least;          // height of the picture: where it has less, words move, or it goes
    length logo;           // its height at most
    length strip;          // below the ground, where the publisher stands
    length eyebrow;        // its baseline
    length title;          // the first baseline
    length subtitle;       // its baseline below the title's last
    length shift;          // of the title, against its side bearing
    length publisher;      // its baseline below the ground
};

// Who publishes the brochure, at the foot of the last page.
struct look_back {
    struct schema_found found;
    const struct color *ground;
    struct look_rule rule; // above and below; without colour: none
    length pad, sides;     // space above and below the text, and at its sides
    length gutter;
    length online, control; // widths; the publisher takes the rest
    length least;           // that the publisher needs, else it stands below
};

struct look_table {
    struct schema_found found;
    struct look_space space;
    length gutter;                      // between cells
    length pad;                         // above and below the text of a row
    length caption_gap;                 // from the caption to the head
    uint32_t caption;                   // enum caption_place
    uint32_t records;                   // a table of more columns is set record by record; 0: none
    uint32_t narrow;                    // columns that a table in a column of the page may have
    struct look_rule over, under, rule; // above and below the head; below each row
    struct look_rule end;               // below the last one, in place of its own
};

// A section that begins a page and fills so much of it has its heading over the frame.
struct look_opener {
    struct schema_found found;
    uint32_t least; // percent of the frame; 0: never
};

// Tables and figures over the columns that may move.
struct look_float {
    struct schema_found found;
    uint32_t most; // percent of the frame's height; 0: none moves
};

// The title's ground on the first page that text flows on: over the page's width, from its head.
struct look_masthead {
    struct schema_found found;
    const struct color *ground; // NULL: no masthead
    length head, foot;          // above the title, from the frame's top; below the subtitle
    length after;               // below it all
    length shift;               // of the title, against its side bearing
    struct look_rule rule;      // below the ground
};

struct theme_blocks {
    struct schema_found found;
    struct look_opener opener;
    struct look_float floating;
    struct look_callout warning, note, tip;
    struct look_steps steps;
    struct look_checklist checklist;
    struct look_contacts contacts;
    struct look_definitions definitions;
    struct look_facts facts;
    struct look_table table;
    struct look_quote quote;
    struct look_write_in write_in;
    struct look_qr qr;
    struct look_cut cut;
    struct look_figure figure;
    struct look_contents contents;
    struct look_cover cover;
    struct look_back back;
    struct look_masthead masthead;
};

// What stands in a corner of a page, outside its frame.
enum furniture_item {
    FURNITURE_NOTHING,
    FURNITURE_TITLE,
    FURNITURE_SECTION,
    FURNITURE_ALTERNATING, // the title on left pages, the section on right ones
    FURNITURE_FOLIO,
    FURNITURE_CONTROL, // id, version and date
    FURNITURE_VERSION, // id and version
};

struct look_corners {
    struct schema_found found;
    uint32_t outer, inner; // enum furniture_item
};

struct look_furniture {
    struct schema_found found;
    struct look_corners head, foot;
    struct look_rule rule; // below the head; its gap is from the baseline
};

extern const struct schema_object theme_blocks_schema;
extern const struct schema_object furniture_schema;

// Finds a colour by the scalar that names it; reports one that there is not.
struct color_finder {
    const struct color *(*find)(void *context, const struct node *name);
    void *context;
};

// Puts the colours in place of their names, in all of a filled `object`.
void theme_blocks_resolve(const struct schema_object *object, void *filled,
                          const struct color_finder *finder);

#endif
