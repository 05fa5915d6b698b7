// Which CID each glyph of a CFF font program has (Adobe Technical Note 5176).
//
// In a name-keyed program the CIDs of a PDF are glyph indices; in a CID-keyed one the program's own
// charset says them (ISO 32000-1, 9.7.4.2), and a subset keeps those of the whole font.
#ifndef PDF_CFF_CHARSET_H
#define PDF_CFF_CHARSET_H

#include "base/str.h"

enum cff_kind { CFF_BROKEN, CFF_NAME_KEYED, CFF_CID_KEYED };

struct cff_charset {
    enum cff_kind kind;
    const uint16_t *cids; // by glyph, of a CID-keyed program
    size_t count;
};

// Reads a bare CFF table; what is malformed is CFF_BROKEN.
struct cff_charset cff_charset_read(struct arena *arena, struct str program);

#endif
