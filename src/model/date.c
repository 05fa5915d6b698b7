#include "model/date.h"

static bool read_digits(struct str text, size_t at, size_t count, uint32_t *out)
{
    if (at + count > text.len)
        return false;
    *out = 0;
    for (size_t i = at; i < at + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        *out = *out * 10 + (uint32_t)(text.data[i] - '0');
    }
    return true;
}

static bool is_leap(uint32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool date_exists(struct date date)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.year > 9999 || date.month > 12)
        return false;
    if (date.month == 0)
        return date.day == 0;
    bool leap_day = date.month == 2 && is_leap(date.year);
    return date.day <= days[date.month - 1] + (leap_day ? 1 : 0);
}

static bool read_part(struct str text, size_t at, uint8_t *out)
{
    uint32_t value;
    if (text.data[at] != '-' || !read_digits(text, at + 1, 2, &value) || value == 0)
        return false;
    *out = (uint8_t)value;
    return true;
}

bool date_parse_year(struct str text, struct date *out)
{
    uint32_t year;
    *out = (struct date){0};
    if (text.len != 4 && text.len != 7 && text.len != 10)
        return false;
    if (!read_digits(text, 0, 4, &year))
        return false;
    out->year = (uint16_t)year;
    if (text.len >= 7 && !read_part(text, 4, &out->month))
        return false;
    if (text.len == 10 && !read_part(text, 7, &out->day))
        return false;
    return date_exists(*out);
}

bool date_parse(struct str text, struct date *out)
{
    return date_parse_year(text, out) && out->month != 0;
}
