// Blocks that are written as a mapping (`- callout: …`) → blocks of the model.
#ifndef MODEL_BLOCK_KINDS_H
#define MODEL_BLOCK_KINDS_H

#include "model/blocks.h"
#include "model/draft.h"

// Appends the block of a draft to `body`. A draft with none or several of the blocks' own keys is
// reported.
void block_kind_read(struct body_writer *body, const struct draft_block *draft);

// Returns what the shared keys say.
struct placement placement_of(const struct draft_shared *shared);

// Says what a part of the tree `node` cannot ask for: panels are not built, and a section is no
// block.
void placement_check(struct diags *diags, const struct node *node, enum place place,
                     bool is_section);

#endif
