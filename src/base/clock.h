// The time that passes, for --timings and the lines about finished files; never for what is
// written.
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

// Returns nanoseconds since some fixed moment.
uint64_t clock_nanoseconds(void);

#endif
