// Memory that held a secret.
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include <stddef.h>

// Overwrites memory with zeros, also where the compiler sees that nobody reads it again.
void secret_wipe(void *memory, size_t size);

#endif
