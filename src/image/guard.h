// Work that a library may have to leave from within a function that may not return: libpng's and
// libjpeg's way to say that a file is damaged. The only place of setjmp.
#ifndef IMAGE_GUARD_H
#define IMAGE_GUARD_H

#include <stdbool.h>

struct guard; // opaque

// Does `work`; returns whether it came to its end. What it opened is reached through `context`,
// whose members it may change, and closed by the caller.
bool guard_run(void (*work)(struct guard *guard, void *context), void *context);

// Ends the work; guard_run then returns false.
_Noreturn void guard_leave(struct guard *guard);

#endif
