// Libraries that few runs need: loaded when one does, since each that is linked is paid for at
// every start.
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

// Loads the library of that file name for the rest of the process. Returns NULL when there is none.
void *library_open(const char *name);

// Lets go of a library that turned out not to serve.
void library_close(void *library);

// Sets `pointer`, a pointer to a function, of `size` bytes, to the function of that name. Returns
// false when the library lacks it.
bool library_find(void *library, const char *name, void *pointer, size_t size);

// A function that is wanted of a library, and the pointer to be set to it.
struct library_function {
    const char *name;
    void *pointer;
    size_t size; // of the pointer
};

// Loads a library and finds all functions. Returns NULL when it, or one of them, is not there.
void *library_load(const char *name, const struct library_function *functions, size_t count);

#endif
