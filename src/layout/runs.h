// Inline text → the text_runs of a paragraph, with their tags, colours and links.
#ifndef LAYOUT_RUNS_H
#define LAYOUT_RUNS_H

#include "layout/flow.h"

struct runs {
    struct {
        struct text_run *items;
        size_t count;
        size_t capacity;
    } text;
    struct {
        struct run_meaning *items;
        size_t count;
        size_t capacity;
    } meanings;
    enum text_align align; // TEXT_ALIGN_START: as the role says
    length first_indent;
};

// Appends the runs of `text` in a role; tags go below `parent`.
void runs_add_inline(struct layout *layout, struct runs *runs, const struct inline_text *text,
                     enum role_id role, tag_id parent);

// Appends one run of plain text that the tool itself makes, or that is printed as it stands.
// `parent` TAG_NONE: the run is an artifact.
void runs_add_plain(struct layout *layout, struct runs *runs, struct str text, enum role_id role,
                    tag_id parent);

struct part_roles {
    enum role_id text;
    enum role_id part; // styles a part of a text: laid over it
};

// As runs_add_plain, with a part's role laid over the text's.
void runs_add_part(struct layout *layout, struct runs *runs, struct str text,
                   struct part_roles roles, tag_id parent);

// As runs_add_inline, with a part's role laid over the text's.
void runs_add_inline_part(struct layout *layout, struct runs *runs, const struct inline_text *text,
                          struct part_roles roles, tag_id parent);

// Appends a space `width` wide, where lines may break.
void runs_add_gap(struct layout *layout, struct runs *runs, length width, enum role_id role,
                  tag_id parent);

// A live area that the tool itself makes.
struct run_link {
    tag_id tag;
    struct item_link target;
    struct span span;
};

// Appends a run of plain text that is live; it looks as the roles say.
void runs_add_link(struct layout *layout, struct runs *runs, struct str text,
                   struct part_roles roles, struct run_link link);

struct run_widths {
    length least;   // of the widest piece that lines cannot part
    length natural; // on one line
};

// Returns how wide the runs are, addresses parted where they can be; zeros when they cannot be set
// (said).
struct run_widths runs_widths(struct layout *layout, struct runs *runs, enum role_id role);

// Returns the width of the runs on one line; 0 when they cannot be set (said).
length runs_width(struct layout *layout, const struct runs *runs, enum role_id role);

// Sets the runs on one line, or on as many as mandatory breaks make of it; no lines when they
// cannot be set (said). They stand in scratch memory, which the caller gives back.
struct lines runs_natural_lines(struct layout *layout, const struct runs *runs, enum role_id role);

// Sets the runs at a measure. Returns NULL when there is no text, or when it cannot be set (said).
const struct text_block *runs_set(struct layout *layout, const struct runs *runs, enum role_id role,
                                  length measure);

#endif
