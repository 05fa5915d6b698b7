// The dates of references: years, months, days, ranges, seasons, estimates, words.
//
// Written as a scalar (ISO 8601, and of EDTF: `2024-05/2024-06`, `1987~`, a season as month 21 to
// 24) or as CSL's mapping of `date-parts`.
#ifndef MODEL_REFERENCE_DATES_H
#define MODEL_REFERENCE_DATES_H

#include "diag/diag.h"
#include "model/reference_item.h"
#include "model/reference_style.h"

struct reference_date {
    struct date from, to;     // year 0: none
    uint32_t season;          // 1 spring to 4 winter, 0: none
    bool circa;               // estimated
    const struct node *words; // printed as they stand, in place of numbers
};

// Reads a date; one that does not exist is BAD_DATE, and none.
struct reference_date reference_date_read(struct diags *diags, const struct schema_any *any);

bool reference_date_is_given(const struct reference_date *date);

// Returns the text of a date that is no words. An estimate stands in brackets with a question mark.
struct str reference_date_text(struct arena *arena, const struct terms *terms,
                               const struct reference_date *date, enum date_form form,
                               struct diags *diags);

#endif
