// Pages that show nothing but their numbers, to be folded before the job is printed.
//
// Each has its number, its size in lines at its trim, and crosses in its corners and its middle:
// those of front and back fall on each other, held against the light, when the printer turns its
// sheets as the booklet says.
#ifndef IMPOSE_DUMMY_H
#define IMPOSE_DUMMY_H

#include "diag/diag.h"
#include "page/page_list.h"
#include "text/typesetter.h"

struct dummy_job {
    const struct page_list *pages; // whose number, sizes and printing condition the dummy has
    struct typesetter *typesetter;
    struct str family;
};

// Returns false with a diagnostic when a number cannot be set.
bool dummy_pages(struct arena *arena, const struct dummy_job *job, struct diags *diags,
                 const struct page_list **out);

#endif
