// The slug line outside the trim: which job, which page, in which inks, for who stands at the
// press.
#ifndef IMPOSE_SLUG_H
#define IMPOSE_SLUG_H

#include "impose/marks.h"
#include "text/paragraph.h"

struct slug {
    struct typesetter *typesetter;
    struct str family;
    struct str job, title, edition, date; // "" where there is none
    struct str inks;                      // "Cyan, Magenta, Yellow, Black"
};

struct slug_place {
    struct page_list *list;
    struct page *page;
    const struct mark_frame *frame;
    struct str name; // "page 3 of 12"
};

// Adds the line to a page. A title that leaves no room is left out. Returns false with a diagnostic
// when a sign cannot be set.
bool slug_add(const struct slug *slug, const struct slug_place *place, struct diags *diags);

#endif
