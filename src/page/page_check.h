// Invariants of a page_list, checked between layout and every writer. Each fault is a fault of
// the program or of the fit, never of taste: that is preflight's work.
#ifndef PAGE_PAGE_CHECK_H
#define PAGE_PAGE_CHECK_H

#include "diag/diag.h"
#include "page/page_list.h"

// Returns whether all hold: every item is real content (a content leaf) or an artifact, never both
// or neither; every content leaf has at least one item, every element but a table's cell a leaf;
// items lie within their page; content leaves come in reading order; headings are in step; links
// have contents and a target; what is in a group has no tag of its own.
bool page_check(const struct page_list *list, struct diags *diags);

#endif
