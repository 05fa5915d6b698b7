// The pages of an edition for the press: separated, with bleed and marks, checked, and laid on
// sheets.
#ifndef PIPELINE_PRESS_PAGES_H
#define PIPELINE_PRESS_PAGES_H

#include "pipeline/pipeline.h"

// Makes of an edition's pages sheets for its press. The list lives as long as the one that was
// given.
bool job_sheets(struct job *job, const struct edition *edition, const struct page_list **pages);

// Holds sheets to the rules of the press, as the edition's theme has them.
bool job_preflight(struct job *job, const struct edition *edition, const struct page_list *sheets);

// Lays the pages of a booklet on its sheets, once they are checked → job->booklet.
bool job_impose(struct job *job, const struct edition *edition, const struct page_list **pages);

#endif
