// page_list → the bytes of a PDF file.
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "diag/diag.h"
#include "page/page_list.h"

struct pdf_job {
    const struct page_list *pages;
    struct str producer; // "brochure 0.1"
    int compression;     // zlib level, 0 to 9
};

// Writes the whole file into memory (arena). The same pages always give the same bytes: the ID is
// a hash of the content, dates come from pages->info. Returns false with a diagnostic
// (OUTPUT_CHECK, FONT_BROKEN) when the file cannot be made.
bool pdf_write(struct arena *arena, const struct pdf_job *job, struct diags *diags,
               struct str *bytes);

#endif
