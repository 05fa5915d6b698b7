// What layout's files share: the rows that flow into columns, and the job they are made for.
//
// A row is the unit of breaking over columns and pages: one line of text with what hangs on it (a
// bullet, a number, a rule above). Rows are made in reading order; regions say how many columns
// they flow in. Private to layout/.
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "base/map.h"
#include "base/vec.h"
#include "layout/layout.h"

#define NO_DESTINATION UINT32_MAX

// What the runs of a paragraph mean on the page; side by side with its text_runs.
struct run_meaning {
    tag_id leaf;
    const struct color *color;
    tag_id link; // TAG_NONE: no live area
    struct item_link target;
    struct span span;
};

// A paragraph that was set: lines point back to their runs' meanings.
struct text_block {
    const struct run_meaning *meanings;
    struct lines lines;
};

// Something that hangs beside a row's text: a number, or a drawn bullet.
struct marker {
    const struct line *line; // a number, set
    const struct run_meaning *meanings;
    const struct bullet *bullet; // an artifact: the list's numbering says it
    length x;                    // of the start edge from the column's start edge
};

struct row {
    const struct text_block *block;
    const struct line *line;
    const struct marker *marker;
    const struct color *rule; // drawn on the row's top
    struct str running;       // what the running head says here: the top-level section's title
    length gap;               // above; dropped at a column's head
    length height;            // rule and its gap included
    length base;              // of the baseline below the row's top
    length indent;            // of the text from the column's start edge
    length measure;           // that the line was set in
    length rule_width;
    uint32_t destination; // NO_DESTINATION, or what becomes known when the row is placed
    bool keep_next;
    bool column_break; // begins a column
    bool mirrored;     // runs against the page: its start edge is the column's end edge
};

struct rows {
    struct row *items;
    size_t count;
    size_t capacity;
};

struct region {
    size_t start, end; // rows
    uint32_t columns;
    length measure; // of a column
    length gap;     // above the region, dropped at a page's head
    bool keep_next; // with the next region's first rows
    bool at_foot;   // stands at the frame's foot
};

struct regions {
    struct region *items;
    size_t count;
    size_t capacity;
};

// Where a heading's name leads: what cross references look up.
struct heading_place {
    const struct heading *heading;
    uint32_t destination;
};

struct layout {
    struct arena *arena;
    struct arena *scratch; // given back after each paragraph
    const struct layout_job *job;
    const struct brochure *brochure;
    const struct theme *theme;
    const struct terms *terms; // of what is being laid out
    struct diags *diags;
    struct page_list *pages;
    struct box frame; // where text may stand, y and height in whole u
    struct rows rows;
    struct regions regions;
    struct map headings;      // id → struct heading_place
    uint32_t first_reference; // destination of the first reference; sections come before
    struct str running;       // of the rows being made
    struct {
        struct str *items; // for each page, what its running head says
        size_t count;
        size_t capacity;
    } page_running;
    struct {
        const struct text_style **items;
        size_t count;
        size_t capacity;
    } styles;            // each different style once
    size_t rows_placed;  // on pages
    size_t rows_allowed; // on the pages that there may be, once there are more
    length space_below;  // of the row added last
    bool after_heading;
    bool failed;
};

#endif
