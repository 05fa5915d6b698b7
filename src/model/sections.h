// Sections and their bodies: drafts → the model.
#ifndef MODEL_SECTIONS_H
#define MODEL_SECTIONS_H

#include "model/inlines.h"
#include "model/schema.h"

// Keeps the ids that were given by hand in all levels, before headings make theirs.
void sections_reserve_ids(struct text_reader *texts, const struct schema_list *drafts);

// Reads the sections of the first level with all below. Returns drafts->count of them; `total`
// becomes how many there are on all levels.
const struct section *sections_decode(struct text_reader *texts, const struct schema_list *drafts,
                                      size_t *total);

#endif
