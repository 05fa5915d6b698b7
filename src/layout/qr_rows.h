// QR codes, with their addresses beside them → rows. Private to layout/.
#ifndef LAYOUT_QR_ROWS_H
#define LAYOUT_QR_ROWS_H

#include "layout/rows.h"

void qr_rows_add(struct layout *layout, const struct block *block, const struct row_place *place);

// Adds the symbol of an address to `parts`, its dark modules from `at` on, under a Figure of its
// own. Returns its width without the quiet zone, 0 when it cannot be made (said).
length qr_part(struct layout *layout, struct str url, struct span span, struct point at,
               tag_id parent, struct parts *parts);

// The width of four modules: ISO/IEC 18004, 6.3.8 asks for as much light around the symbol.
length qr_quiet_zone(struct layout *layout, struct str url, struct span span);

#endif
