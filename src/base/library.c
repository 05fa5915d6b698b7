#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

void *library_open(const char *name)
{
    return dlopen(name, RTLD_LAZY | RTLD_LOCAL);
}

void library_close(void *library)
{
    (void)dlclose(library); // it may stay loaded: nothing of it is called
}

// ISO C has no cast from an object's address to a function's; POSIX promises that they are alike.
bool library_find(void *library, const char *name, void *pointer, size_t size)
{
    void *address = dlsym(library, name);
    memcpy(pointer, &address, size);
    return address != NULL;
}
