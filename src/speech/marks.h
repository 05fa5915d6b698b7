// The text of a page by its marks: what each MCID of its content holds (ISO 32000-1, 14.6
// and 14.7.4.2).
#ifndef SPEECH_MARKS_H
#define SPEECH_MARKS_H

#include "base/map.h"
#include "pdf/reader.h"

struct marks {
    struct str *texts; // by MCID
    size_t count;
};

// The fonts of a file, each read once.
struct mark_fonts {
    struct arena *arena;
    struct reader *reader;
    struct map cmaps; // struct cmap by the bytes of the font's number
};

// Reads the content of a page. What is drawn within forms has no marks of its own, and no text
// here.
struct marks marks_read(struct mark_fonts *fonts, pdf_value page);

#endif
