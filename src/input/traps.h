// Words that YAML would drop or join without a fault: errors, each with its mend. Private to
// input/.
//
// Unquoted text ends at ` #`; lines without `|` are folded into one; an item of a list in `[ ]`
// ends at its comma; text that begins with `&` loses its first word. libyaml reads all of these
// well.
#ifndef INPUT_TRAPS_H
#define INPUT_TRAPS_H

#include "diag/diag.h"
#include "input/tree.h"

// Looks at a scalar that was just read: what stands behind it, and which of its lines were folded.
void trap_scalar(const struct source *source, const struct node *scalar, struct diags *diags);

// Looks at a sequence that is the value of `key` (empty when it is none).
void trap_list(const struct node *list, struct str key, struct diags *diags);

// Says that nothing uses the anchor that begins `anchored`, so that it may have been a word.
void trap_anchor(const struct source *source, struct span anchored, struct diags *diags);

// Returns `text` as a double-quoted scalar, for hints.
struct str trap_quoted(struct arena *arena, struct str text);

#endif
