// Hyphenation patterns from the form that distributions ship (hyph_*.dic of libhyphen) to the form
// that is mapped at run time. Used by the build alone.
#ifndef TEXT_HYPHEN_COMPILE_H
#define TEXT_HYPHEN_COMPILE_H

#include "base/str.h"

struct hyphen_compiled {
    struct str bytes;
    size_t patterns;
    size_t respelt;    // patterns that would change the spelling (Schiff-fahrt): they now forbid
                       // a hyphen at their place
    size_t unreadable; // lines that are no pattern
};

// `dictionary` is the whole .dic file; its first line names the encoding. Returns false when that
// is unknown, the text does not follow it, or the dictionary is larger than the format.
bool hyphen_compile(struct arena *arena, struct str dictionary, struct hyphen_compiled *out);

#endif
