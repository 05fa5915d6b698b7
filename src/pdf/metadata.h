// What a file says about itself: Info and XMP that agree, page labels, the catalog's own entries.
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "page/page_list.h"
#include "pdf/haru.h"

struct metadata {
    struct arena *arena;
    const struct page_list *list;
    struct str producer;
};

// Fills the Info dictionary.
void info_write(const struct metadata *metadata, struct haru *haru);

// Writes the XMP packet (ISO 16684-1) with the standards that the file claims; returns its object.
uint32_t xmp_write(const struct metadata *metadata, struct haru *haru);

// Appends "/OutputIntents[...]" with those that the standards of the file ask for: of sRGB, or of
// the printing condition of `list` (ISO 19005-2, 6.2.3; ISO 15930-7, 6.2.2).
void output_intents_add(const struct page_list *list, struct haru *haru, struct str_builder *out);

// Appends "/PageLabels<<...>>" (ISO 32000-1, 12.4.2), unless no page has a label.
void page_labels_add(const struct page_list *list, struct str_builder *out);

#endif
