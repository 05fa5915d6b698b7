// `when`: which sections and blocks belong to an edition.
//
// A part belongs to it when all its conditions hold: `edition` is the edition's name or kind, a
// variable has the value, or one of a list. What is left out is read all the same, so that its
// faults are told, but nothing of it counts: no number of a citation, no id, no link.
#ifndef MODEL_CONDITIONS_H
#define MODEL_CONDITIONS_H

#include "model/draft.h"
#include "model/variables.h"

struct conditions {
    struct variables *variables;
    const struct edition *edition; // the one that is made
    const struct edition *listed;  // all that the brochure knows
    size_t listed_count;
    bool by_edition; // becomes true when a condition names an edition
};

// Marks every draft that is left out, on all levels. Faults of conditions are diagnostics.
void conditions_apply(struct conditions *conditions, const struct schema_list *sections);

#endif
