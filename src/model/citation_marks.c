#include "model/citation_marks.h"

#include "base/utf8.h"

static bool is_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && (c < 0x2000 || c > 0x206F));
}

static uint32_t code_point_at(struct str text, size_t at)
{
    return at < text.len ? utf8_decode(text.data, text.len, &at) : 0;
}

static bool is_quote(uint32_t c)
{
    switch (c) {
    case '"':
    case '\'':
    case 0x00AB: // «
    case 0x00BB: // »
    case 0x2018: // ‘
    case 0x2019: // ’
    case 0x201C: // “
    case 0x201D: // ”
    case 0x2039: // ‹
    case 0x203A: // ›
        return true;
    }
    return false;
}

// Chinese and Japanese have their numbers before the point.
static bool is_point(uint32_t c)
{
    return c == '.' || c == ',' || c == 0x060C /* ، */ || c == 0x06D4 /* ۔ */ ||
           c == 0x0964 /* । */;
}

size_t citation_mark_length(struct str text, size_t at)
{
    size_t next = at;
    if (at >= text.len)
        return 0;
    uint32_t c = utf8_decode(text.data, text.len, &next);
    uint32_t following = code_point_at(text, next);
    bool point = is_point(c) && following != c;
    return (point || is_quote(c)) && !is_word(following) ? next - at : 0;
}

static size_t skip_spaces(struct str text, size_t at)
{
    while (at < text.len && (text.data[at] == ' ' || text.data[at] == '\n'))
        at++;
    return at;
}

bool citation_point_ends(struct str text, size_t point, size_t after)
{
    bool single = point < 2 || text.data[point - 2] == '.' || text.data[point - 2] == ' ';
    if (single || text.data[point - 1] == '.')
        return false;
    size_t next = skip_spaces(text, after);
    if (next == text.len || citation_mark_length(text, after) > 0)
        return true;
    return next > after && (text.data[next] < 'a' || text.data[next] > 'z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_year(struct str number)
{
    return number.len == 4 &&
           (str_starts_with(number, STR("19")) || str_starts_with(number, STR("20")));
}

bool citation_reads_as_power(struct str text)
{
    if (str_ends_with(text, STR("²")) || str_ends_with(text, STR("³")))
        return true;
    size_t start = text.len;
    while (start > 0 && (is_digit(text.data[start - 1]) || text.data[start - 1] == '.' ||
                         text.data[start - 1] == ','))
        start--;
    struct str number = str_slice(text, start, text.len);
    if (number.len == 0 || !is_digit(number.data[number.len - 1]) || is_year(number))
        return false;
    char before = start > 0 ? text.data[start - 1] : ' ';
    return !is_word((unsigned char)before) && before != '-';
}
