// What Markdown takes in silence, found by a scan of the source lines. Private to input/.
#ifndef INPUT_MARKDOWN_SCAN_H
#define INPUT_MARKDOWN_SCAN_H

#include "diag/diag.h"
#include "input/tree.h"

// Link definitions that nothing uses are errors; setext headings and rules under text, lines that
// begin with a typed bullet or "a)" are warnings.
void markdown_scan(const struct node *scalar, struct diags *diags);

// Looks at the table row whose line begins at or before `start` and has text from there on: cells
// beyond the head's `columns` would be dropped.
void markdown_scan_row(const struct node *scalar, size_t start, uint32_t columns,
                       struct diags *diags);

// A range of bytes in a text; empty when there is none.
struct scan_line {
    size_t start;
    size_t end;
};

// Returns the first line behind `from` that is not blank, without the signs of quotations.
struct scan_line markdown_scan_line(struct str text, size_t from);

// Return that line when it is a rule, or a list's marker with nothing behind
// it.
struct scan_line markdown_scan_rule(struct str text, size_t from);
struct scan_line markdown_scan_marker(struct str text, size_t from);

#endif
