// Locks a PDF: AES-256, revision 6 (ISO 32000-2, 7.6.4), in memory.
//
// By libqpdf, which pdf/reader reads by, too, loaded when it is asked for: it takes 3 ms. The key
// is made of random numbers: two locked files of one content differ.
#ifndef PDF_SEAL_H
#define PDF_SEAL_H

#include "diag/diag.h"
#include "pdf/password.h"

struct seal_passwords {
    struct password user;  // opens the file, to read, print, copy, and add notes
    struct password owner; // opens it for everything
};

// Loads the library. Returns whether files can be locked.
bool seal_open(void);

// Sets a pointer to one of the library's functions, for who reads by it. Needs seal_open. Returns
// false when the library lacks it.
bool seal_find(const char *name, void *pointer, size_t size);

// Whether this process has locked a file so far, and the library's version (it needs seal_open).
bool seal_was_used(void);
struct str seal_version(void);

// Locks a file, whose text stays within reach of screen readers. Needs seal_open. Returns false
// with a diagnostic (OUTPUT_CHECK) when the library fails.
bool seal_run(struct arena *arena, struct str pdf, const struct seal_passwords *passwords,
              struct diags *diags, struct str *sealed);

#endif
