// `labels`: a brochure's own words in place of those that its language has.
#ifndef MODEL_LABELS_H
#define MODEL_LABELS_H

#include "model/schema.h"
#include "model/terms.h"

struct draft_labels {
    struct schema_found found;
    const struct node *words[TERM_COUNT];
};

// A field for each term, with the English word as its example.
extern const struct schema_object labels_schema;

// Lays the labels that were given over `terms`. A label that lacks a place of its phrase (the
// page's number), or has another, is LABEL_PLACES.
void labels_apply(const struct draft_labels *labels, struct diags *diags, struct terms *terms);

#endif
