// Contacts and definitions → rows. Private to layout/.
#ifndef LAYOUT_ENTRIES_H
#define LAYOUT_ENTRIES_H

#include "layout/rows.h"

void entries_add_contacts(struct layout *layout, const struct block *block,
                          const struct row_place *place);

void entries_add_definitions(struct layout *layout, const struct block *block,
                             const struct row_place *place);

#endif
