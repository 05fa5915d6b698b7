// Addresses that the schema knows as such (phone, e-mail, web) → live text. Private to layout/.
#ifndef LAYOUT_ADDRESS_H
#define LAYOUT_ADDRESS_H

#include "layout/rows.h"

struct address {
    struct str text;   // as written
    struct str scheme; // what a reader's program needs before it: "tel:", "mailto:", ""
    struct span span;
};

// Adds an address, live and printed exactly, as a paragraph of its own; none when it is empty.
void address_add(struct layout *layout, const struct address *address,
                 const struct row_place *place);

#endif
