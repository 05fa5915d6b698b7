// A finished PDF, read back as objects: by libqpdf, as any other program would.
//
// Objects are numbers that are good while the reader is open; 0 is none, and none has no members.
#ifndef PDF_READER_H
#define PDF_READER_H

#include "base/str.h"

struct reader; // opaque

typedef uint32_t pdf_value;

enum pdf_value_kind {
    PDF_VALUE_NONE,
    PDF_VALUE_INTEGER,
    PDF_VALUE_STRING,
    PDF_VALUE_NAME,
    PDF_VALUE_ARRAY,
    PDF_VALUE_DICTIONARY,
    PDF_VALUE_STREAM,
    PDF_VALUE_OTHER
};

// Opens a file in memory, whose bytes must live as long as the reader. Returns NULL when it is no
// PDF, or when the library is not there.
struct reader *reader_open(struct arena *arena, struct str pdf);
void reader_close(struct reader *reader);

pdf_value reader_root(struct reader *reader);
size_t reader_page_count(struct reader *reader);
pdf_value reader_page(struct reader *reader, size_t index);

enum pdf_value_kind reader_kind(struct reader *reader, pdf_value value);

// Returns a member of a dictionary, or of a stream's; `key` is "/K".
pdf_value reader_member(struct reader *reader, pdf_value value, const char *key);

size_t reader_item_count(struct reader *reader, pdf_value array);
pdf_value reader_item(struct reader *reader, pdf_value array, size_t index);

// Returns 0 where it is no integer.
int64_t reader_integer(struct reader *reader, pdf_value value);

// Return text in the arena, "" where it is none: a string in UTF-8, a name without its slash, the
// data of a stream without its filters.
struct str reader_text(struct reader *reader, pdf_value value);
struct str reader_name(struct reader *reader, pdf_value value);
struct str reader_data(struct reader *reader, pdf_value stream);

// Returns the number of an object, by which two values are known to be one; 0: it is direct.
uint32_t reader_number(struct reader *reader, pdf_value value);

#endif
