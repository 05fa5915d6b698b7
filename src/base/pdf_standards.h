// The PDF standards that a file can be made to keep, and which of them can stand together in one.
#ifndef BASE_PDF_STANDARDS_H
#define BASE_PDF_STANDARDS_H

#include "base/str.h"

// By the names that Typst's --pdf-standard has for them, with what each is.
#define PDF_STANDARDS(X)                                                                           \
    X(PDF_A_2B, "a-2b", "PDF/A-2b (ISO 19005-2): looks the same for ever")                         \
    X(PDF_A_2U, "a-2u", "PDF/A-2u: and its text can be read back")                                 \
    X(PDF_A_2A, "a-2a", "PDF/A-2a: and its structure")                                             \
    X(PDF_A_3B, "a-3b", "PDF/A-3b (ISO 19005-3): as a-2b")                                         \
    X(PDF_A_3U, "a-3u", "PDF/A-3u: as a-2u")                                                       \
    X(PDF_A_3A, "a-3a", "PDF/A-3a: as a-2a")                                                       \
    X(PDF_A_4, "a-4", "PDF/A-4 (ISO 19005-4), in PDF 2.0")                                         \
    X(PDF_UA_1, "ua-1", "PDF/UA-1 (ISO 14289-1): for screen readers")                              \
    X(PDF_UA_2, "ua-2", "PDF/UA-2 (ISO 14289-2): as ua-1, in PDF 2.0")                             \
    X(PDF_X_4, "x-4", "PDF/X-4 (ISO 15930-7), for the press, in PDF 1.6")

enum pdf_standard {
    PDF_STANDARD_NONE,
#define PDF_STANDARD(id, name, description) id,
    PDF_STANDARDS(PDF_STANDARD)
#undef PDF_STANDARD
};

// What a file claims. Zero: nothing, and the file is PDF 1.7.
struct pdf_standards {
    uint8_t archive_part; // of ISO 19005 (PDF/A): 2, 3, 4
    char archive_level;   // of its parts 2 and 3: 'B', 'U', 'A'
    uint8_t access_part;  // of ISO 14289 (PDF/UA): 1, 2
    uint8_t press_part;   // 4: of ISO 15930-7 (PDF/X-4)
};

// PDF/UA-1 and PDF/A-2a: what public bodies ask for.
extern const struct pdf_standards pdf_standards_screen;

// PDF/X-4: what printers ask for.
extern const struct pdf_standards pdf_standards_print;

// Returns the standard of a name; PDF_STANDARD_NONE when there is none.
enum pdf_standard pdf_standard_find(struct str name);

// Adds a standard that is built. Returns NULL, or why it cannot stand beside those that are there.
const char *pdf_standards_add(struct pdf_standards *standards, enum pdf_standard standard);

bool pdf_standards_any(const struct pdf_standards *standards);

// Whether a file that keeps them is PDF 2.0.
bool pdf_standards_are_pdf_2(const struct pdf_standards *standards);

// Sets the names of what is claimed: "PDF/UA-1", "PDF/A-2a", "PDF/X-4". Returns how many there are.
enum { PDF_STANDARDS_MOST = 3 };
size_t pdf_standards_names(struct arena *arena, const struct pdf_standards *standards,
                           struct str names[PDF_STANDARDS_MOST]);

// The same in one line: "PDF/X-4, PDF/A-2a".
struct str pdf_standards_text(struct arena *arena, const struct pdf_standards *standards);

// Returns the version of PDF: "1.6", "1.7" or "2.0".
struct str pdf_standards_version(const struct pdf_standards *standards);

#endif
