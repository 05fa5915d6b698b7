// Quotations → rows: those within a text, and pull quotes. Private to layout/.
#ifndef LAYOUT_QUOTES_H
#define LAYOUT_QUOTES_H

#include "layout/rows.h"

void quotes_add(struct layout *layout, const struct block *block, const struct row_place *place);

void quotes_add_pull(struct layout *layout, const struct block *block,
                     const struct row_place *place);

#endif
