// How much ink lies on each page, from the pages themselves: of each ink the mean, and the highest
// mean in any square of 15 mm (Ghent Workgroup 2022, sheet-fed).
//
// Input: separated pages. The trim is laid out in cells, a whole number of them to the square's
// side, and every item is drawn on them by its exact area; small letters count as their ink spread
// over their box. Pictures that are packed as they came are not looked into: they are counted.
#ifndef PREFLIGHT_COVERAGE_H
#define PREFLIGHT_COVERAGE_H

#include "page/page_list.h"

enum {
    COVERAGE_QUICK = 16, // cells to the square's side
    COVERAGE_FINE = 42,  // about a point each
};

// Amounts are hundredths of a percent.
struct ink_amount {
    struct str name;
    uint32_t mean, highest;
    struct point at; // the highest square's upper left corner, from the trim's
};

struct page_inks {
    const struct ink_amount *items; // process inks that are on the page, then others
    size_t count;
    struct ink_amount total;
    size_t uncounted; // pictures
};

struct coverage; // opaque

// The side of the square, 15 mm.
extern const length coverage_square;

struct coverage *coverage_open(struct arena *arena, const struct page_list *list, size_t cells);

// Measures a page. What it returns lives as long as the arena.
struct page_inks coverage_page(struct coverage *coverage, size_t page);

// Measures the highest square of all inks together alone.
struct ink_amount coverage_total(struct coverage *coverage, size_t page);

// Appends what `brochure inspect --stage inks` prints.
void coverage_dump(struct arena *arena, const struct page_list *list, struct str_builder *out);

#endif
