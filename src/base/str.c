#include "base/str.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

struct str str_from(const char *nul_terminated)
{
    return (struct str){nul_terminated, strlen(nul_terminated)};
}

struct str str_slice(struct str s, size_t start, size_t end)
{
    assert(start <= end && end <= s.len && (s.data || s.len == 0));
    return (struct str){s.data ? s.data + start : NULL, end - start};
}

bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool str_equal_ignoring_case(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    return true;
}

int str_compare(struct str a, struct str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared > 0 ? memcmp(a.data, b.data, shared) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts_with(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends_with(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

size_t str_find_byte(struct str s, char byte, size_t from)
{
    if (from >= s.len)
        return s.len;
    const char *found = memchr(s.data + from, byte, s.len - from);
    return found ? (size_t)(found - s.data) : s.len;
}

size_t str_find(struct str s, struct str part, size_t from)
{
    assert(part.len > 0);
    while ((from = str_find_byte(s, part.data[0], from)) < s.len) {
        if (s.len - from < part.len)
            return s.len;
        if (memcmp(s.data + from, part.data, part.len) == 0)
            return from;
        from++;
    }
    return s.len;
}

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str s)
{
    size_t start = 0, end = s.len;
    while (start < end && is_ascii_space(s.data[start]))
        start++;
    while (end > start && is_ascii_space(s.data[end - 1]))
        end--;
    return str_slice(s, start, end);
}

struct str str_copy(struct arena *arena, struct str s)
{
    return (struct str){arena_copy(arena, s.data, s.len), s.len};
}

const char *str_cstr(struct arena *arena, struct str s)
{
    char *copy = arena_alloc(arena, s.len + 1);
    if (s.len > 0)
        memcpy(copy, s.data, s.len);
    return copy;
}

// FNV-1a, 64 bit (Fowler, Noll, Vo).
uint64_t str_hash(struct str s)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.data[i]) * 0x100000001b3u;
    return hash;
}

enum { DISTANCE_LONGEST = 64 };

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

size_t str_distance(struct str a, struct str b, size_t limit)
{
    if (a.len > DISTANCE_LONGEST || b.len > DISTANCE_LONGEST)
        return limit + 1;
    size_t rows[3][DISTANCE_LONGEST + 1];
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *second = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t replace = above[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            row[j] = smallest(above[j] + 1, row[j - 1] + 1, replace);
            bool swapped =
                i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1];
            if (swapped && second[j - 2] + 1 < row[j])
                row[j] = second[j - 2] + 1;
        }
    }
    size_t distance = rows[a.len % 3][b.len];
    return distance > limit ? limit + 1 : distance;
}

struct str_builder str_builder_in(struct arena *arena)
{
    return (struct str_builder){.arena = arena};
}

static char *room_for(struct str_builder *builder, size_t more)
{
    if (builder->capacity - builder->len < more) {
        size_t capacity = builder->capacity ? builder->capacity * 2 : 64;
        while (capacity - builder->len < more)
            capacity *= 2;
        if (arena_extend(builder->arena, builder->data, builder->capacity, capacity)) {
            builder->capacity = capacity;
            return builder->data + builder->len;
        }
        char *grown = arena_alloc(builder->arena, capacity);
        if (builder->len > 0)
            memcpy(grown, builder->data, builder->len);
        builder->data = grown;
        builder->capacity = capacity;
    }
    return builder->data + builder->len;
}

void str_add(struct str_builder *builder, struct str s)
{
    if (s.len == 0)
        return;
    memcpy(room_for(builder, s.len), s.data, s.len);
    builder->len += s.len;
}

void str_add_byte(struct str_builder *builder, char byte)
{
    *room_for(builder, 1) = byte;
    builder->len++;
}

void str_add_code_point(struct str_builder *builder, uint32_t code_point)
{
    builder->len += utf8_encode(code_point, room_for(builder, UTF8_LONGEST));
}

void str_add_uint(struct str_builder *builder, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    str_add(builder, (struct str){digits + at, sizeof digits - at});
}

void str_add_int(struct str_builder *builder, int64_t value)
{
    if (value < 0)
        str_add_byte(builder, '-');
    str_add_uint(builder, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

void str_add_list(struct str_builder *builder, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(length >= 0);
    char *room = room_for(builder, (size_t)length + 1);
    vsnprintf(room, (size_t)length + 1, format, arguments);
    builder->len += (size_t)length;
}

void str_addf(struct str_builder *builder, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    str_add_list(builder, format, arguments);
    va_end(arguments);
}

struct str str_built(const struct str_builder *builder)
{
    return (struct str){builder->data ? builder->data : "", builder->len};
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    struct str_builder builder = str_builder_in(arena);
    va_list arguments;
    va_start(arguments, format);
    str_add_list(&builder, format, arguments);
    va_end(arguments);
    return str_built(&builder);
}
