// The printer's marks: outside the bleed, in every ink.
#ifndef IMPOSE_MARKS_H
#define IMPOSE_MARKS_H

#include "model/brochure.h"
#include "page/page_list.h"

// Every ink that there is.
extern const struct color marks_color;

// What is marked, on a page or a sheet.
struct mark_frame {
    struct box trim; // of all that is printed
    length bleed;
    const length *xs; // where it is cut upright, from left to right
    size_t x_count;
    const length *ys; // and level, from the top
    size_t y_count;
    const length *folds; // where it is folded upright
    size_t fold_count;
    const struct color *const *inks; // for the bar, one full amount of each
    size_t ink_count;
};

// Returns how far the medium has to go over the trim to hold the bleed and the marks.
length marks_room(length bleed, uint32_t marks);

// Adds marks to a page. `marks`: bits of enum press_mark; the slug is added by who sets its text.
void marks_add(struct page_list *list, struct page *page, const struct mark_frame *frame,
               uint32_t marks);

// Where the baseline of the slug line begins, and how long it may be.
struct point marks_slug(const struct mark_frame *frame, length *measure);

#endif
