// Pages for the press → sheets with several of them, to be folded, cut or stacked: a page_list of
// sheets of which each holds pages of another, whole, at their own size, upright or upside down.
//
// The sheets are not tagged: the pages that stand on them are, where they stand alone.
#ifndef IMPOSE_BOOKLET_H
#define IMPOSE_BOOKLET_H

#include "diag/diag.h"
#include "impose/plan.h"
#include "impose/slug.h"
#include "page/page_list.h"

struct booklet_job {
    const struct page_list *pages; // separated, with their bleed
    const struct booklet_settings *settings;
    length bleed;
    uint32_t marks;                  // bits of enum press_mark
    const struct color *const *inks; // of the press, for the colour bar
    size_t ink_count;
    const struct slug *slug; // NULL: none
    struct span span;        // of the edition
};

// What a booklet came to be, for job tickets.
struct booklet_made {
    const struct page_list *sheets;
    size_t sheet_count, blanks;
    length creep; // of the innermost sheet
};

// Returns false with a diagnostic when the pages do not fit the sheet, or their number the binding.
bool booklet_make(struct arena *arena, const struct booklet_job *job, struct diags *diags,
                  struct booklet_made *out);

#endif
