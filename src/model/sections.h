// Sections and their bodies: drafts → the model.
#ifndef MODEL_SECTIONS_H
#define MODEL_SECTIONS_H

#include "model/blocks.h"
#include "model/schema.h"

// Keeps the ids that were given by hand in all levels, before headings make theirs; not those of
// parts that are left out.
void sections_reserve_ids(struct text_reader *texts, const struct schema_list *drafts);

// Reads a list of texts and blocks, schema_any each, to the end of a body.
void body_read_list(struct body_writer *body, const struct schema_list *list);

struct section_list {
    const struct section *items;
    size_t count;
};

// Reads the sections of the first level with all below; what is left out is read for its faults
// alone. `total` becomes how many there are on all levels.
struct section_list sections_decode(struct text_reader *texts, const struct schema_list *drafts,
                                    size_t *total);

#endif
