// Separated pages → sheets for the press, one page each: the bleed, and the printer's marks round
// it.
//
// The tag tree and the places of everything on the page stay; marks are artifacts outside the trim.
#ifndef IMPOSE_SHEET_H
#define IMPOSE_SHEET_H

#include "impose/slug.h"

struct sheet_job {
    const struct page_list *pages;
    length bleed;                    // over the trim on each side
    uint32_t marks;                  // bits of enum press_mark
    const struct color *const *inks; // of the press, for the colour bar
    size_t ink_count;
    const struct slug *slug; // NULL: none
};

// Makes a list of its own, which shares with job->pages what does not change. Returns false with a
// diagnostic when the slug cannot be set.
bool sheet_pages(struct arena *arena, const struct sheet_job *job, struct diags *diags,
                 const struct page_list **out);

#endif
