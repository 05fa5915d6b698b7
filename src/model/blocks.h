// Markdown blocks → blocks of the model, with the rules on what a body may hold.
#ifndef MODEL_BLOCKS_H
#define MODEL_BLOCKS_H

#include "model/inlines.h"

// A body that is being read: several Markdown texts can follow each other in it.
struct body_writer {
    struct text_reader *reader;
    uint32_t level;        // of the section's heading: headings in the body lie below it
    uint32_t newest_level; // of the heading met last in the body, 0: none
    VEC(struct block) blocks;
    VEC(struct str) ids; // of headings and blocks within the body
};

// Appends the blocks of a scalar.
void body_read(struct body_writer *body, const struct node *scalar);

// Returns the blocks. `more_follows`: sections come after the body, so that its last paragraph
// may lead in to them.
struct blocks body_written(struct body_writer *body, bool more_follows);

#endif
