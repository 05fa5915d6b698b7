// The reference list: CSL items → entries that can be cited, and their printed form.
//
// Two steps, since text is read between them: entries are known by id before it, and are printed
// in the order of their numbers after it.
#ifndef MODEL_REFERENCES_H
#define MODEL_REFERENCES_H

#include "model/draft.h"
#include "model/inlines.h"
#include "model/reference_item.h"

// Makes `citations` from a draft's items; an id given twice is ID_DUPLICATE. Items that do not
// stand in `file`, the brochure itself, are printed only where they are cited.
void references_prepare(struct arena *arena, const struct draft_references *draft, uint32_t file,
                        struct diags *diags, struct citations *citations);

// Numbers what was not cited (further reading, then the rest as listed) and formats every entry
// into citations->printed. Warns of entries that nothing cites.
void references_finish(struct text_reader *reader, const struct draft_references *draft,
                       struct citations *citations);

// Formats one item in a style, into the text and the data of `out`; false with a diagnostic when it
// cannot be.
bool reference_format(struct text_reader *reader, enum citation_style style,
                      const struct draft_item *item, struct reference *out);

#endif
