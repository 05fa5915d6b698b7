// Tables as they are written, as a mapping or in Markdown → tables of the model, whose rows all
// have a cell for each column.
#ifndef MODEL_TABLE_READ_H
#define MODEL_TABLE_READ_H

#include "model/blocks.h"
#include "model/draft.h"

// Reads the table of a draft into `out`; returns whether there is one.
bool table_read(struct body_writer *body, const struct draft_block *draft, struct block *out);

// Reads a pipe table, whose rows were counted when the Markdown was read.
bool table_read_markdown(struct body_writer *body, const struct markdown *node, struct block *out);

#endif
