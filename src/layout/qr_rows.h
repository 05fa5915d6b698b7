// QR codes, with their addresses beside them → rows. Private to layout/.
#ifndef LAYOUT_QR_ROWS_H
#define LAYOUT_QR_ROWS_H

#include "layout/rows.h"

void qr_rows_add(struct layout *layout, const struct block *block, const struct row_place *place);

// Adds a symbol with its address beside it, below the place's parent.
void qr_rows_add_symbol(struct layout *layout, const struct qr_block *qr,
                        const struct row_place *place);

// A web address that becomes a symbol.
struct qr_address {
    struct str url;
    struct span span;
};

// Adds the symbol to `parts`, its dark modules from `at` on, under a Figure of its own. Returns its
// width without the quiet zone, 0 when it cannot be made (said).
length qr_part(struct layout *layout, const struct qr_address *address, struct point at,
               tag_id parent, struct parts *parts);

// The width of four modules: ISO/IEC 18004, 6.3.8 asks for as much light around the symbol.
length qr_quiet_zone(struct layout *layout, const struct qr_address *address);

#endif
