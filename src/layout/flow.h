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
#include "model/link_list.h"

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

enum shape_kind {
    SHAPE_RECTANGLE,
    SHAPE_DISC,
    SHAPE_BOX,    // a square to tick: its sides, drawn `stroke` thick
    SHAPE_TICKED, // the same, ticked
    SHAPE_SIGN,   // the warning triangle with its mark in `second`
    SHAPE_DASHES, // a line of dashes and gaps `stroke` long
    SHAPE_PATH,   // `steps`, from the box's top left
};

// Something drawn, in a box.
struct shape {
    enum shape_kind kind;
    length width, height;
    length stroke;
    const struct color *color, *second;
    const struct path_step *steps;
    size_t step_count;
    tag_id tag; // a leaf, or TAG_NONE for an artifact
    struct span span;
};

struct row;

// Rows that stand in a row, from top to bottom.
struct cell {
    const struct row *rows;
    size_t count;
    length measure;
};

enum part_kind {
    PART_LINE,
    PART_SHAPE,
    PART_CELL,
    PART_DESTINATION,
    PART_PICTURE,
    PART_PAGE,   // the number of the page that its link leads to, ending at x
    PART_FLOAT,  // what is read here and stands elsewhere on this page or a later one
    PART_MARGIN, // a cell in the margin column
    PART_ONCE,   // of what should be on a page once: see findings.h
};

enum once { ONCE_WARNING, ONCE_PULL_QUOTE };
enum { ONCE_KINDS = ONCE_PULL_QUOTE + 1 };

// What stands in a row beside its own line: a number, a bullet, a rule, a cell of a table.
struct part {
    enum part_kind kind;
    struct part *next;
    bool after_line;  // is read after the row's own line, else before it
    bool on_baseline; // y counts from the row's baseline, else from its top
    length x, y;      // of the start edge from the column's; of the top, of a line the baseline
    union {
        struct {
            const struct line *line;
            const struct run_meaning *meanings;
            length measure; // that it was set in
        } line;
        struct shape shape;
        struct cell cell;
        uint32_t destination;
        struct {
            const struct picture *picture;
            length width, height; // of the box that it is centred in
            tag_id leaf;          // TAG_NONE: it decorates
            struct span span;
        } picture;
        struct {
            struct run_meaning meaning;
            enum role_id role;
        } page;
        size_t floating; // index in layout->floats
        struct {
            enum once what;
            struct span span; // of the block
        } once;
    } as;
};

// A page number's place on a page, to be filled in when all pages are there.
struct open_number {
    const struct part *part;
    uint32_t page;
    size_t item;       // its glyphs; the live area is the next
    struct point edge; // of the column where the number ends, and the baseline
    struct grid_claim grid;
};

// Parts in the order in which they are read and drawn.
struct parts {
    struct part *first, *last;
};

// A ground behind neighbouring rows of a column.
struct panel {
    const struct color *color; // NULL: no ground
    const struct look_frame *frame;
    const struct look_rule *rule; // above and below
    length x, width;              // from the column's start edge
};

// What the lines of a block have of the grid.
enum rhythm {
    RHYTHM_GRID,   // each row stands on it
    RHYTHM_BEGINS, // this row does, and those after it follow in a rhythm of their own
    RHYTHM_OWN,    // goes on with that, or begins it below a row on the grid
};

// How closely a row stays with the next one: where what is kept is taller than a column, it is
// parted where that breaks least. Groups in groups are between KEEP_OUTERMOST and KEEP_GROUP; each
// is parted at its first and last rows last of all.
enum keep { KEEP_NOTHING, KEEP_OUTERMOST, KEEP_GROUP = 5, KEEP_EDGE, KEEP_NEXT };

struct row {
    const struct text_block *block; // NULL: no line of its own
    const struct line *line;
    struct parts parts;
    const struct panel *panel; // shared by the rows that stand on it
    const struct row *head;    // of a table, said again where the row begins a column; NULL: none
    struct str running;        // what the running head says here: the top-level section's title
    struct span span;
    uint32_t destination;    // NO_DESTINATION, or what becomes known when the row is placed
    length gap;              // above; dropped at a column's head
    const struct role *flex; // whose space the gap is, and may be made narrower or wider; or NULL
    length height;
    length base;            // of the baseline below the row's top
    length indent;          // of the text from the column's start edge
    length measure;         // that the line was set in
    struct grid_claim grid; // of the baseline, where the row's rhythm is the grid's
    uint8_t rhythm;         // enum rhythm
    bool keep_next;
    uint8_t group;     // enum keep, of the group that the row belongs to
    bool column_break; // begins a column
    bool to_grid;      // the gap above it ends on the grid: see row_gap
    bool mirrored;     // runs against the page: its start edge is the column's end edge
    bool to_text;      // its line is set towards the text that the margin column stands beside
};

struct rows {
    struct row *items;
    size_t count;
    size_t capacity;
};

struct region {
    size_t start, end; // rows
    uint32_t columns;
    length measure;           // of a column
    length gap;               // above the region, dropped at a page's head
    enum break_before before; // begins a page
    bool keep_next;           // with the next region's first rows
    bool at_foot;             // stands at the frame's foot
};

struct regions {
    struct region *items;
    size_t count;
    size_t capacity;
};

// What stands over the columns and need not stand where it is read: it moves to the head or the
// foot of a page, never before its place and never past its chapter.
struct floating {
    struct cell cell;
    length height; // whole u
    struct look_space space;
    bool at_foot;            // asks for the foot of its page
    size_t anchor;           // the row that it is read after
    size_t chapter;          // index
    uint32_t read_on;        // the page where it was to stand, from 1, when it waits
    enum page_note_kind why; // it waits
    uint32_t page;           // where it was placed: index, and its top on the page
    length y;
};

// A section of the first level.
struct chapter {
    size_t start, text, end; // rows: its heading, what follows, what is no longer its own
    struct cell opener;      // its heading over the frame, where it opens a page; no rows: none
};

// Where a name leads: what cross references look up.
struct named_place {
    struct str title; // what a screen reader says of it
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
    struct box frame;  // where text may stand, y and height in whole u
    length margin;     // width of the margin column, 0: there is none
    length text_start; // of the text's columns from the frame's start edge, on this page
    struct rows rows;
    struct regions regions;
    struct region region;      // that rows are being added to
    enum break_before before;  // how the next region begins
    bool column_break;         // the next row begins a column
    bool to_grid;              // the next row stands on the grid
    const struct panel *panel; // that rows are being added on
    struct map places;         // id → struct named_place
    const uint32_t *page_of;   // of each destination, by the pass before; NULL: not known yet
    bool refers;               // some cross reference says the page that it leads to
    uint32_t first_reference;  // destination of the first reference; sections come before
    uint32_t first_citation;   // destination of where the first reference is cited first
    bool *cited;               // by reference: the text that was made cites it
    struct link_list links;    // that are listed; none: they are not
    uint32_t link_list;        // destination of their list
    struct str running;        // of the rows being made
    struct {
        struct str *items; // for each page, what its running head says
        size_t count;
        size_t capacity;
    } page_running;
    struct {
        const struct text_style **items;
        size_t count;
        size_t capacity;
    } styles; // each different style once
    struct {
        struct chapter *items;
        size_t count;
        size_t capacity;
    } chapters;
    struct {
        struct floating *items;
        size_t count;
        size_t capacity;
    } floats;
    struct {
        struct cell waiting; // is to stand beside the next row
        size_t row;          // that the last cell stands beside
        length height;       // that it needs from that row's top on, with the space below it
        bool open;           // other rows are yet to pass it
    } beside;
    uint32_t cells;             // that rows are being made for, one in the other
    size_t back_page;           // whose foot is the back block's; 0: any, or not known yet
    size_t once_on[ONCE_KINDS]; // where the last one stands; 0: none yet
    size_t rows_placed;         // on pages
    size_t rows_allowed;        // on the pages that there may be, once there are more
    struct {
        struct open_number *items;
        size_t count;
        size_t capacity;
    } open_numbers;
    size_t figures, tables; // numbered so far
    length space_below;     // of the row added last
    bool after_heading;
    size_t paragraph_end;  // rows, of the paragraph that was added last; 0: none
    length paragraph_edge; // its start edge
    bool summary_follows;  // the cover had no room for it
    bool trying;           // see trial
    bool failed;
};

// Adds a row with what all rows have: what is above it, the ground, the running head.
struct row *row_add(struct layout *layout, struct row row);

// Adds `height` of space that belongs to what stands around it.
struct row *row_add_space(struct layout *layout, length height);

// Returns the space above a block that asks for `before`: the larger of two neighbours' wins, and a
// heading's own space rules below it.
length block_gap(const struct layout *layout, length before);

// As block_gap, for what begins with a rule or a ground: it never touches a heading.
length panel_gap(const struct layout *layout, length before);

// Says what space the block that was added asks for below it.
void block_ends(struct layout *layout, length after);

// Says that what was added leads in to what follows, as a heading does: the space between them is
// `after`, whatever that asks for above.
void block_leads(struct layout *layout, length after);

// Rows that are set aside to stand in a cell: begin, add them, end.
struct cell_around {
    struct rows rows;
    bool column_break, to_grid;
    const struct panel *panel;
    length space_below;
    bool after_heading;
    size_t paragraph_end;
};
// Returns the gap above a row that stands `used` below the column's head. What comes after rows
// that have a rhythm of their own goes back to the grid, wherever they were parted.
length row_gap(const struct row *row, length used, length grid);

struct cell_around cell_begin(struct layout *layout);
struct cell cell_end(struct layout *layout, struct cell_around around, length measure);
length cell_height(const struct cell *cell);

// Returns where the list of references is.
uint32_t references_destination(const struct layout *layout);

// Sets a cell aside, to be read after the row added last and to stand where there is room: of
// `floating`, its cell and what it asks for.
void float_add(struct layout *layout, struct floating floating);

// Adds a cell's rows where they are read.
void rows_add_cell(struct layout *layout, const struct cell *cell);

// What is tried and may fail: its faults are not said, nor its lines dumped. One may be in another.
struct trial {
    struct diags *said;
    struct diags unsaid;
    bool failed, trying;
};
void trial_begin(struct layout *layout, struct trial *trial);
bool trial_end(struct layout *layout, struct trial *trial); // whether it went well

// Returns a new part at the end of `parts`.
struct part *part_add(struct layout *layout, struct parts *parts, enum part_kind kind);

// Keeps what was added since `region.start` as a region, if anything was.
void region_add(struct layout *layout, struct region region);

// Ends the region that rows are being added to, and goes on in another of the same kind.
void region_cut(struct layout *layout);

// The same, and goes on over the whole frame; returns what region_back needs.
struct region region_span(struct layout *layout);
void region_back(struct layout *layout, struct region around);

// Begins a column, a page or a right-hand page with what is added next.
void region_break(struct layout *layout, enum break_before before);

#endif
