// Lines of a SHA256SUMS, as sha256sum(1) writes and reads them.
#ifndef PIPELINE_SUMS_H
#define PIPELINE_SUMS_H

#include "base/str.h"

// Appends the line of a file; one with an odd name begins with a backslash.
void sums_add(struct str_builder *out, struct str digits, struct str name);

#endif
