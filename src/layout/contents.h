// The contents list: its rows, and the page numbers once they are known. Private to layout/.
#ifndef LAYOUT_CONTENTS_H
#define LAYOUT_CONTENTS_H

#include "layout/rows.h"

// Adds the list with its heading, when the brochure asks for one.
void contents_add(struct layout *layout, tag_id parent);

// Fills in the numbers of the pages that were left open where they stand.
void contents_number(struct layout *layout);

#endif
