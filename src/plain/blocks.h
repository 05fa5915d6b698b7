// Sections and blocks → lines.
#ifndef PLAIN_BLOCKS_H
#define PLAIN_BLOCKS_H

#include "plain/writer.h"

// Adds blocks, `gap` blank lines between them.
void plain_add_blocks(struct writer *writer, const struct blocks *blocks, size_t gap);

// Adds sections and what stands below them.
void plain_add_sections(struct writer *writer, const struct section *sections, size_t count);

#endif
