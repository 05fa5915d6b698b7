// Text: a view of bytes, and a builder that grows in an arena.
//
// A `struct str` is UTF-8 that was validated where it entered the program; it is
// not NUL-terminated. Views never own: they live as long as what they look at.
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
    const char *data;
    size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
// For initialisers of static tables.
#define STR_INIT(literal)                                                                          \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }
// For "%.*s".
#define STR_ARGS(s) (int)(s).len, (s).data

struct str str_from(const char *nul_terminated);
struct str str_slice(struct str s, size_t start, size_t end);
bool str_equal(struct str a, struct str b);
bool str_equal_ignoring_case(struct str a, struct str b); // ASCII letters only
int str_compare(struct str a, struct str b);              // by bytes, which is by code point
bool str_starts_with(struct str s, struct str prefix);
bool str_ends_with(struct str s, struct str suffix);

// Returns the offset of the first `byte` at or after `from`, or s.len.
size_t str_find_byte(struct str s, char byte, size_t from);

// Returns the offset of `part` in `s` at or after `from`, or s.len when it is not there.
size_t str_find(struct str s, struct str part, size_t from);

struct str str_trim(struct str s); // ASCII white space off both ends
struct str str_copy(struct arena *arena, struct str s);
const char *str_cstr(struct arena *arena, struct str s); // a NUL-terminated copy
uint64_t str_hash(struct str s);

// The fewest single edits (insert, delete, replace, swap neighbours) that turn `a` into `b`,
// for "did you mean": Damerau 1964, restricted form. Gives up above `limit` and returns limit + 1.
size_t str_distance(struct str a, struct str b, size_t limit);

// Builds a string piece by piece. The bytes move as it grows: look only at the built value.
struct str_builder {
    struct arena *arena;
    char *data;
    size_t len;
    size_t capacity;
};

struct str_builder str_builder_in(struct arena *arena);
void str_add(struct str_builder *builder, struct str s);
void str_add_byte(struct str_builder *builder, char byte);
void str_add_code_point(struct str_builder *builder, uint32_t code_point);
void str_add_uint(struct str_builder *builder, uint64_t value);
void str_add_int(struct str_builder *builder, int64_t value);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void str_addf(struct str_builder *builder, const char *format, ...);
struct str str_built(const struct str_builder *builder);

// As str_addf, for functions that take "..." themselves.
#if defined(__GNUC__)
__attribute__((format(printf, 2, 0)))
#endif
void str_add_list(struct str_builder *builder, const char *format, va_list arguments);

// Returns a formatted string that lives as long as `arena`.
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
struct str
str_format(struct arena *arena, const char *format, ...);

#endif
