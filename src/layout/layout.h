// Brochure + theme + type → finished pages. Work is linear in the document's length.
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "diag/diag.h"
#include "model/brochure.h"
#include "model/theme.h"
#include "page/page_list.h"
#include "text/typesetter.h"

struct layout_job {
    const struct brochure *brochure;
    const struct theme *theme;
    struct typesetter *typesetter;
    bool for_press;            // nothing is live: links look as the text around
    enum press_links links;    // and how their addresses are printed
    bool any_pages;            // it takes as many as it needs, whatever the brochure asks for
    bool parts_words;          // a word that is too long is hyphenated, whatever the theme says
    struct str date;           // of the file, ISO 8601; "" takes the document's
    struct str_builder *trace; // where shaped paragraphs and lines are dumped, or NULL
    bool trace_shapes;         // the shaped runs rather than the lines
};

// Returns false when a text cannot be set or does not fit: every place is a diagnostic.
bool layout_document(struct arena *arena, const struct layout_job *job, struct diags *diags,
                     const struct page_list **out);

#endif
