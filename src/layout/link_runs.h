// What stands behind the words of a link in an edition on paper → its runs. Private to runs.c.
#ifndef LAYOUT_LINK_RUNS_H
#define LAYOUT_LINK_RUNS_H

#include "layout/run_parts.h"

// Appends the address of an INLINE_LINK in parentheses, or in brackets the letter that it has in
// their list; nothing where the words are the address. Text behind it needs a new leaf.
void link_runs_add(struct layout *layout, struct runs *runs, const struct inline_node *node,
                   struct look *look);

#endif
