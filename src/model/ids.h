// The names that headings are linked to by.
//
// Ids made from headings follow GitHub's algorithm: lower case, spaces to hyphens, everything
// else that is no letter, mark, digit, hyphen or underscore dropped, -1, -2 for repeats. Ids given
// by hand are kept first, so that a heading never takes one away.
#ifndef MODEL_IDS_H
#define MODEL_IDS_H

#include "base/map.h"
#include "base/vec.h"
#include "diag/diag.h"
#include "model/brochure.h"

// Whether links can name it: no white space, #, quotes or <>.
bool id_is_good(struct str id);

struct id_place {
    struct str id;
    const struct section *section; // that the id names, or that holds the heading
};

struct ids {
    struct arena *arena;
    struct map taken;   // → struct id_place
    struct map repeats; // → uint32_t: the last number given to a heading's id
    VEC(struct id_place *) all;
};

// Returns the id that GitHub makes from a heading's plain text; may be empty.
struct str id_from_heading(struct arena *arena, struct str plain);

// Keeps an id given by hand. Returns false when it is taken.
bool ids_reserve(struct ids *ids, struct str id);

// Returns an id for a heading that no other has, and keeps it.
struct str ids_make(struct ids *ids, struct str plain);

// Says which section an id that is kept stands for.
void ids_place(struct ids *ids, struct str id, const struct section *section);

// Returns the section, or NULL.
const struct section *ids_find(const struct ids *ids, struct str id);

#endif
