#include "base/clock.h"

#include <assert.h>
#include <time.h>

uint64_t clock_nanoseconds(void)
{
    struct timespec time;
    int status = clock_gettime(CLOCK_MONOTONIC, &time);
    assert(status == 0); // POSIX.1-2008 promises this clock
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}
