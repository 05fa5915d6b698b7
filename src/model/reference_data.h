// What was read of an item when it was formatted, for those that write it in another form.
#ifndef MODEL_REFERENCE_DATA_H
#define MODEL_REFERENCE_DATA_H

#include "model/brochure.h"
#include "model/reference_dates.h"

struct reference_data {
    const struct draft_item *item;
    struct inline_text texts[ITEM_FIRST_NAMES]; // of the variables whose text has marks
    struct reference_date dates[ITEM_DATE_COUNT];
};

#endif
