// The passwords of --encrypt. They come from files, from the environment or from open descriptors,
// never from the command line, which other users of a machine can read.
#ifndef CLI_PASSWORDS_H
#define CLI_PASSWORDS_H

#include "cli/args.h"
#include "pipeline/batch.h"

// Reads the passwords that the options name; without an owner's, it is random and nobody knows it.
// Returns STATUS_DONE, or another after saying what is wrong, with `out` wiped. Whoever holds `out`
// wipes it (base/secret.h).
enum status passwords_read(struct arena *arena, const struct args *args,
                           struct seal_passwords *out);

#endif
