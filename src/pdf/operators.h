// How PDF spells numbers, names, strings and references (ISO 32000-1, 7.3), in integers only, so
// that every machine and every version of a library writes the same bytes.
//
// Nothing here adds white space around a token: callers separate two regular tokens themselves.
#ifndef PDF_OPERATORS_H
#define PDF_OPERATORS_H

#include "base/length.h"
#include "base/str.h"

// Returns a length as thousandths of a point, rounded to nearest, halves away from zero.
int64_t pdf_thousandths(int64_t value);

// Appends a number given in thousandths: "12", "-.5", "3.25".
void pdf_add_number(struct str_builder *out, int64_t thousandths);

// Appends a number given in millionths.
void pdf_add_fraction(struct str_builder *out, int64_t millionths);

// Appends four numbers in brackets: a rectangle by two corners.
void pdf_add_rectangle(struct str_builder *out, const int64_t corners[4]);

// Appends "/name"; what a name may not hold is written as #xx.
void pdf_add_name(struct str_builder *out, struct str name);

// Appends one byte of a literal string, escaped where the syntax asks for it.
void pdf_add_string_byte(struct str_builder *out, uint8_t byte);

// Appends a literal string of bytes.
void pdf_add_bytes(struct str_builder *out, struct str bytes);

// Appends a text string (7.9.2.2): ASCII as it is, anything else in UTF-16BE with its mark.
void pdf_add_text(struct str_builder *out, struct str utf8);

// Appends the hexadecimal digits of a code point in UTF-16BE, without delimiters.
void pdf_add_utf16_hex(struct str_builder *out, uint32_t code_point);

// Appends "12 0 R".
void pdf_add_reference(struct str_builder *out, uint32_t object);

#endif
