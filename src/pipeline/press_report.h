// The preflight report of a file for the press, as a brochure in YAML: one page that an operator
// signs, made into an accessible PDF by the program itself.
#ifndef PIPELINE_PRESS_REPORT_H
#define PIPELINE_PRESS_REPORT_H

#include "diag/diag.h"
#include "pipeline/ticket.h"

// Returns the brochure. Its findings are the warnings in `diags`; of very many, the first.
struct str press_report_text(struct arena *arena, const struct ticket *ticket,
                             const struct diags *diags);

#endif
