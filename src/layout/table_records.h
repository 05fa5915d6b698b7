// A table set record by record, for large type: each row a block of lines, in which the head of the
// column stands before the cell. Private to layout/.
#ifndef LAYOUT_TABLE_RECORDS_H
#define LAYOUT_TABLE_RECORDS_H

#include "layout/rows.h"

void table_records_add(struct layout *layout, const struct block *block,
                       const struct row_place *place);

#endif
