// Citations: `[@a; @b, p. 3]` and `@a` in the text → numbers that are linked to their entries.
//
// The entries are known before the text is read. Numbers follow the first citation in reading
// order, or the list. Labels follow AMA Manual of Style, 11th edition, 3.6: ascending, a comma
// without a space, a hyphen for runs of three or more. A group in which words stand before an id
// keeps its order.
#ifndef MODEL_CITATIONS_H
#define MODEL_CITATIONS_H

#include "base/map.h"
#include "diag/diag.h"
#include "model/brochure.h"

// An entry as citations know it.
struct citable {
    struct str id;    // "" for a plain string
    struct span span; // of the id, for messages
    uint32_t number;  // 0 until it is cited
    size_t cited;
    bool further;   // reading: printed though not cited
    bool mentioned; // elsewhere: in a part that is left out, in another brochure of the house
};

struct citations {
    struct arena *arena;
    struct diags *diags;
    const struct terms *terms; // of the document
    struct map ids;            // → struct citable
    struct citable *entries;   // in the order of the list
    size_t count;
    struct str *names;         // the ids, for hints: made when the first is needed
    uint32_t near_searches;    // so far: names are compared with a bounded number of slips
    bool incomplete;           // the list could not be read: an id that it lacks is no fault
    uint32_t numbered;         // the highest number given
    bool left_out;             // what is read now is not in the edition
    struct reference *printed; // `count` of them; number n is printed[n - 1]
};

// Reads the group that opens at `at` ('[') in `text`, and those that follow it at once. Returns the
// number of bytes that it takes, or 0 when it is no citation; `out` stays NULL when it is one with
// a fault.
size_t citation_read(struct citations *citations, struct str text, size_t at,
                     const struct srcmap *map, const struct citation **out);

// Reads `@id` or `@id [p. 3]` at `at` in running text; the same. An id that no entry has is a word
// like any other, but one that nearly is an entry's is CITATION_UNKNOWN.
size_t citation_read_running(struct citations *citations, struct str text, size_t at,
                             const struct srcmap *map, const struct citation **out);

// Returns the entry, or NULL with a diagnostic at `span` unless the list is incomplete.
struct citable *citations_find(struct citations *citations, struct str id, struct span span);

// Numbers an entry if it has no number yet.
void citations_number(struct citations *citations, struct citable *entry);

#endif
