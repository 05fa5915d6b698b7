// The standard structure types and list numberings of PDF 1.7 (ISO 32000-1, 14.8.4) and PDF 2.0, by
// their names in each.
#ifndef PDF_STRUCTURE_TYPES_H
#define PDF_STRUCTURE_TYPES_H

#include "page/page_list.h"

struct structure_type {
    struct str name;
    bool of_pdf_2; // of the namespace of PDF 2.0, which has not all types of PDF 1.7
};

struct structure_type structure_type(enum tag_kind kind, bool pdf_2);

// Returns the value of ListNumbering, or "" when there is to be none.
struct str list_numbering_name(enum list_numbering numbering, bool pdf_2);

#endif
