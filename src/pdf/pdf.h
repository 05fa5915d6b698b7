// page_list → the bytes of a tagged file that keeps the standards that the job names.
//
// What it asks of the pages, beside page_check's invariants: the items of a content leaf come line
// by line, those of a line from left to right, and are best not parted by items of other leaves,
// since each parting costs a mark; a line that is not its paragraph's last ends with the glyph of
// its space, or readers of the structure run words together; every glyph's cluster lies within the
// item's text; outline levels are in step; the pages' fonts stay open until the file is written.
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/map.h"
#include "base/pdf_standards.h"
#include "diag/diag.h"
#include "page/page_list.h"

struct pdf_job {
    const struct page_list *pages;
    struct str producer; // "brochure 0.1"
    int compression;     // 0 to 12: see pdf/compress.h
    struct pdf_standards standards;
    const struct map
        *pictures; // rasters that stand in for others, by the bytes of their files; or NULL
};

// Writes the whole file into memory (arena). The same pages always give the same bytes: the ID is
// a hash of the content, dates come from pages->info. Returns false with a diagnostic
// (OUTPUT_CHECK, FONT_BROKEN) when the file cannot be made.
bool pdf_write(struct arena *arena, const struct pdf_job *job, struct diags *diags,
               struct str *bytes);

#endif
