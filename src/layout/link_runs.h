// What stands behind the words of a link in an edition on paper → its runs. Private to runs.c.
#ifndef LAYOUT_LINK_RUNS_H
#define LAYOUT_LINK_RUNS_H

#include "layout/run_parts.h"

// Appends the address of an INLINE_LINK in parentheses, or in brackets the letter that it has in
// their list; nothing where the words are the address. Text behind it needs a new leaf.
void link_runs_add(struct layout *layout, struct runs *runs, const struct inline_node *node,
                   struct look *look);

// Appends the page that an INLINE_CROSS_REFERENCE leads to, in parentheses: "(page 4)". What it
// says is right once a pass has laid out all pages.
void link_runs_add_page(struct layout *layout, struct runs *runs, const struct inline_node *node,
                        const struct look *look, uint32_t destination);

#endif
