// The canonical text of a model: a node a line, indented by depth, with its place. Private to the
// dumps of model/.
#ifndef MODEL_MODEL_DUMP_H
#define MODEL_MODEL_DUMP_H

#include "diag/diag.h"
#include "model/brochure.h"

struct model_dump {
    struct str_builder *out;
    struct sources *sources;
    int depth;
};

// Begins a line with a node's name; dump_end adds its place and ends it.
void dump_begin(struct model_dump *dump, const char *name);
void dump_end(struct model_dump *dump, struct span span);

// Writes a line with a text in quotes; nothing when the text is empty.
void dump_line(struct model_dump *dump, const char *name, struct str text, struct span span);

void dump_inlines(struct model_dump *dump, const struct inline_node *node);

// Writes inline text under a name; nothing when it is empty.
void dump_text(struct model_dump *dump, const char *name, const struct inline_text *text);

// Writes blocks, a level deeper; and a heading with its text.
void dump_blocks(struct model_dump *dump, const struct blocks *blocks);
void dump_heading(struct model_dump *dump, const struct heading *heading, struct span span);

// Writes a picture with its words; nothing when there is none.
void dump_picture(struct model_dump *dump, const char *name, const struct picture_use *use);

// Writes what the shared keys say, at a line's end before its place.
void dump_placement(struct model_dump *dump, const struct placement *placement);

#endif
