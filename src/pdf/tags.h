// The structure tree of a tagged file (ISO 32000-1, 14.7 and 14.8): elements, parent tree, IDs.
//
// Every tag but TAG_CONTENT becomes a structure element, and in PDF 1.7 those for mere emphasis,
// whose content is that of the element above. A TAG_CONTENT leaf is the place, within its parent,
// of the marked content that its items make; a leaf with right-to-left text becomes a Span whose
// ActualText says the text in logical order, because glyphs are drawn in visual order. For that,
// the items of one leaf must come in reading order.
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "page/page_list.h"
#include "pdf/haru.h"

struct tags; // opaque

// Gives every element its object. `pages` are the pages' objects.
struct tags *tags_open(struct arena *arena, const struct page_list *list,
                       const struct haru_page *pages, struct haru *haru);

// Whether the content of `next` may follow that of `leaf` in one mark: both belong to one element,
// in which nothing stands between them.
bool tags_go_on(const struct tags *tags, tag_id leaf, tag_id next);

// Starts a page; its marked content and links follow. Pages come in order.
void tags_begin_page(struct tags *tags, uint32_t page);

// Returns the MCID of a new piece of marked content of a leaf on the current page.
uint32_t tags_add_mark(struct tags *tags, tag_id leaf);

// Tells the text of an item of a leaf on the current page, in drawing order.
void tags_add_text(struct tags *tags, tag_id leaf, const struct item_glyphs *item);

// Makes an annotation of the current page the content of a Link element; returns its StructParent.
uint32_t tags_add_link(struct tags *tags, tag_id link, uint32_t annotation);

// Says which tag's element a Link leads to, for the references of PDF 2.0.
void tags_add_target(struct tags *tags, tag_id link, tag_id target);

// Returns the object of a tag's element; of a leaf that has none, of what it belongs to.
uint32_t tags_element(const struct tags *tags, tag_id id);

// Returns the structure type that marked content of a leaf belongs to.
struct str tags_type_of_leaf(const struct tags *tags, tag_id leaf);

// Whether the current page has any structure content: its StructParents is then its index.
bool tags_page_has_marks(const struct tags *tags);

// Writes all elements; returns the object of the StructTreeRoot.
uint32_t tags_write(struct tags *tags);

#endif
