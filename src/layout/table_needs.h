// How wide the columns of a table need to be for what stands in them. Private to layout/.
#ifndef LAYOUT_TABLE_NEEDS_H
#define LAYOUT_TABLE_NEEDS_H

#include "layout/rows.h"
#include "layout/table_widths.h"

// Returns the role of the text in a cell: of the heads, of the first column when it is the rows'
// head, else of the others.
enum role_id table_cell_role(const struct table *table, size_t column);

// Whether a cell holds a text alone: it is the cell's own content, and can stand on a point.
bool table_is_one_text(const struct blocks *blocks);

// Appends "Table 1." and the caption, however the table is set.
void table_add_caption_runs(struct layout *layout, const struct inline_text *caption, tag_id tag,
                            struct runs *runs);

// Fills a need for each column. `room` is what the columns have together.
void table_needs(struct layout *layout, const struct table *table, length room,
                 struct column_need *needs);

#endif
