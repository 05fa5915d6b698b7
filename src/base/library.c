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

void *library_load(const char *name, const struct library_function *functions, size_t count)
{
    void *library = library_open(name);
    bool complete = library != NULL;
    for (size_t i = 0; complete && i < count; i++)
        complete =
            library_find(library, functions[i].name, functions[i].pointer, functions[i].size);
    if (complete || !library)
        return library;
    library_close(library);
    return NULL;
}
