// Opening and closing a face; what an open face says is in text/font.h. Private to text/.
#ifndef TEXT_FONT_OPEN_H
#define TEXT_FONT_OPEN_H

#include "text/families.h"
#include "text/font.h"

// The reader that checks font files: FreeType, opened once.
struct font_reader; // opaque

struct font_reader *font_reader_open(struct arena *arena);
void font_reader_close(struct font_reader *reader);

struct font_request {
    struct font_reader *reader;
    const struct family *family;
    const struct family_face *face;
    struct str path;
    bool reduced;
    struct span span; // of what asked for it
};

// Maps and checks a face. Returns NULL with a diagnostic (FACE_MISSING, FONT_BROKEN,
// FONT_NOT_EMBEDDABLE). font_close releases it.
struct font *font_open(struct arena *arena, const struct font_request *request,
                       struct diags *diags);
void font_close(struct font *font);

#endif
