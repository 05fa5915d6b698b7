// What Markdown takes in silence, found by a scan of the source lines. Private to input/.
#ifndef INPUT_MARKDOWN_SCAN_H
#define INPUT_MARKDOWN_SCAN_H

#include "diag/diag.h"
#include "input/tree.h"

// Link definitions that nothing uses are errors; setext headings and rules under text, lines that
// begin with a typed bullet or "a)" are warnings.
void markdown_scan(const struct node *scalar, struct diags *diags);

#endif
