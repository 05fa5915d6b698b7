// A file of Markdown as a scalar, with its places: what a body that is included becomes.
#ifndef INPUT_MARKDOWN_FILE_H
#define INPUT_MARKDOWN_FILE_H

#include "diag/diag.h"
#include "input/tree.h"

// Returns the text of a source, without a byte-order mark and with lines that end in a line feed.
// NULL, with diagnostics, when it is not text: the same bytes are refused as in YAML.
const struct node *markdown_file_scalar(struct arena *arena, const struct source *source,
                                        struct diags *diags);

#endif
