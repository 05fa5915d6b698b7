// Who publishes the brochure and its control data → rows, for the cover and the back block.
// Private to layout/.
#ifndef LAYOUT_CONTROL_H
#define LAYOUT_CONTROL_H

#include "layout/address.h"

// The publisher's name, address and numbers, and what readers are asked.
void control_add_publisher(struct layout *layout, tag_id parent, length measure);

// The document's id, version, dates and status, each with its label; the labels' column is as wide
// as the longest of them, and `least` at least.
void control_add_values(struct layout *layout, tag_id parent, length measure, length least);

// Returns the measure at which each value stands on one line beside its label.
length control_values_width(struct layout *layout);

// Adds an address of the document or its publisher, in small print.
void control_add_address(struct layout *layout, const struct address *address, tag_id parent,
                         length measure);

bool control_has_values(const struct layout *layout);

#endif
