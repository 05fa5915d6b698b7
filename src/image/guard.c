#include "image/guard.h"

#include <setjmp.h>

struct guard {
    jmp_buf place;
};

bool guard_run(void (*work)(struct guard *guard, void *context), void *context)
{
    struct guard guard;
    if (setjmp(guard.place) != 0)
        return false;
    work(&guard, context);
    return true;
}

_Noreturn void guard_leave(struct guard *guard)
{
    longjmp(guard->place, 1);
}
