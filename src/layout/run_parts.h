// What runs.c and the files of its parts share. Private to them.
#ifndef LAYOUT_RUN_PARTS_H
#define LAYOUT_RUN_PARTS_H

#include "layout/runs.h"

// How a piece of text looks and what it belongs to, as inherited from the text around it.
struct look {
    struct text_style style;
    const struct color *color;
    tag_id parent; // where tags go; TAG_NONE in artifacts
    tag_id leaf;   // the content leaf that text goes to next, TAG_NONE: a new one
    tag_id link;
    struct item_link target;
    const struct text_isolate *isolate;
    bool plain_links; // they look as the text around, though they are live
};

// Lays a role that styles a part of a text over the look around it: what the theme left out stays.
void look_apply(const struct layout *layout, struct look *look, enum role_id id);

// Whether two styles set text alike.
bool text_style_equal(const struct text_style *a, const struct text_style *b);

// Appends a run; it gets the leaf of the look, which a new one is made for where it has none.
struct text_run *runs_add_run(struct layout *layout, struct runs *runs, struct look *look,
                              struct str text, struct span span);

// A tag for a part of the text; what is an artifact, or is only measured, has none.
tag_id runs_add_tag(struct layout *layout, tag_id parent, enum tag_kind kind, struct span span);

// Appends the runs of `node` and of those behind it.
void runs_add_nodes(struct layout *layout, struct runs *runs, const struct inline_node *node,
                    struct look *look);

#endif
