// Sections and blocks → rows: what each kind of block is set by. Private to layout/.
#ifndef LAYOUT_BLOCK_ROWS_H
#define LAYOUT_BLOCK_ROWS_H

#include "layout/rows.h"

// Appends blocks one below the other.
void block_rows_add(struct layout *layout, const struct blocks *blocks,
                    const struct row_place *place);

// Appends a section: its heading, body and sections.
void section_rows_add(struct layout *layout, const struct section *section, tag_id parent);

#endif
