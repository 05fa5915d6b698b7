// What goes to the print shop beside a PDF: --handover.
//
// Beside guide-print.pdf: guide-print.xjdf and guide-print.job.yaml (the job ticket, see ticket.h),
// guide-print.report.pdf (the preflight report), and guide-print.SHA256SUMS, which has a line for
// each of the four others.
#ifndef PIPELINE_HANDOVER_H
#define PIPELINE_HANDOVER_H

#include "pipeline/pipeline.h"

struct handover_file {
    struct str path;
    struct str bytes;
};

enum { HANDOVER_FILES = 4 };

struct handover_job {
    const struct edition *edition;
    const struct page_list *pages; // as they were printed
    struct str path;               // of the PDF
    struct str bytes;
};

// Makes the files of an edition for the press that was built. Returns false with a diagnostic.
// Needs sha256_open.
bool handover_make(struct job *job, const struct handover_job *handover,
                   struct handover_file files[HANDOVER_FILES]);

#endif
