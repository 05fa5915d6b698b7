// Text for a terminal: harmless, and of known width.
//
// A brochure's text is shown in messages as it was written, and it may come from anybody: control
// characters would drive the terminal, bidi controls would show another order than the file has
// (CVE-2021-42574), a line end would forge a line of output. Used by diag's writers and by cli/.
#ifndef DIAG_TERMINAL_H
#define DIAG_TERMINAL_H

#include "base/str.h"

// Appends `text`; control characters but the tab, bidi controls and bytes that are not UTF-8 come
// out as U+FFFD.
void terminal_add(struct str_builder *out, struct str text);

// Returns how many columns `text` takes as terminal_add writes it: none for combining marks, two
// for wide East Asian characters (UAX #11) and emoji. Tabs count as one.
size_t terminal_columns(struct str text);

#endif
