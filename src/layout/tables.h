// Tables → rows: each row of a table is one row, with a cell of rows for each column. Private to
// layout/.
#ifndef LAYOUT_TABLES_H
#define LAYOUT_TABLES_H

#include "layout/rows.h"

// Appends a table; one of more than two columns stands over the whole frame.
void tables_add(struct layout *layout, const struct block *block, const struct row_place *place);

#endif
