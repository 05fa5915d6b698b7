// A citation → its runs: raised, or on the line in brackets or parentheses, as the theme or the
// style has it. Private to runs.c and the files of its parts.
#ifndef LAYOUT_CITATION_RUNS_H
#define LAYOUT_CITATION_RUNS_H

#include "layout/run_parts.h"

// Appends the runs of an INLINE_CITATION with the marks beside it; text behind it needs a new leaf.
void citation_runs_add(struct layout *layout, struct runs *runs, const struct inline_node *node,
                       struct look *look);

// Gives a look what citations have: of what is raised, or stands on the line.
void citation_runs_look(const struct layout *layout, struct look *look, bool raised);

#endif
