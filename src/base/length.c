#include "base/length.h"

#include <assert.h>

length length_scale(int64_t value, int64_t numerator, int64_t denominator)
{
    assert(denominator > 0);
    int64_t product = value * numerator;
    int64_t half = denominator / 2;
    int64_t result = (product < 0 ? product - half : product + half) / denominator;
    assert(result >= INT32_MIN && result <= INT32_MAX);
    return (length)result;
}

struct unit {
    struct str name;
    int64_t numerator; // points in one unit
    int64_t denominator;
};

static const struct unit units[] = {
    {STR_INIT("pt"), 1, 1},
    {STR_INIT("in"), 72, 1},
    {STR_INIT("mm"), 720, 254},
    {STR_INIT("cm"), 7200, 254},
};

static const struct unit *unit_find(struct str name, bool unit_optional)
{
    if (name.len == 0)
        return unit_optional ? &units[0] : NULL;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (str_equal(units[i].name, name))
            return &units[i];
    return NULL;
}

// Reads digits and at most one point into millionths; returns the offset behind them.
static size_t read_decimal(struct str text, size_t at, int64_t *millionths, size_t *digits)
{
    int64_t place = 1000000;
    bool fraction = false;
    *millionths = 0;
    *digits = 0;
    for (; at < text.len; at++) {
        char c = text.data[at];
        if (c == '.' && !fraction) {
            fraction = true;
        } else if (c >= '0' && c <= '9') {
            if (fraction)
                place /= 10;
            *millionths = fraction ? *millionths + (c - '0') * place
                                   : *millionths * 10 + (c - '0') * INT64_C(1000000);
            if (++*digits > 12)
                return at;
        } else {
            break;
        }
    }
    return at;
}

bool length_parse(struct str text, bool unit_optional, length *out)
{
    bool negative = text.len > 0 && text.data[0] == '-';
    int64_t millionths;
    size_t digits;
    size_t at = read_decimal(text, negative, &millionths, &digits);
    const struct unit *unit = unit_find(str_trim(str_slice(text, at, text.len)), unit_optional);
    if (digits == 0 || digits > 12 || !unit || millionths > INT64_C(32000000000))
        return false;
    int64_t points_millionths = millionths * unit->numerator / unit->denominator;
    if (points_millionths > INT64_C(32000000000))
        return false;
    length size = length_scale(points_millionths, LENGTH_ONE_PT, 1000000);
    *out = negative ? -size : size;
    return true;
}

void length_format(struct str_builder *builder, int64_t value, int decimals)
{
    static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000};
    assert(decimals >= 0 && decimals <= 5);
    int64_t magnitude = value < 0 ? -value : value;
    int64_t scaled = (magnitude * powers[decimals] + LENGTH_ONE_PT / 2) / LENGTH_ONE_PT;
    if (value < 0 && scaled > 0)
        str_add_byte(builder, '-');
    str_add_uint(builder, (uint64_t)(scaled / powers[decimals]));
    int64_t rest = scaled % powers[decimals];
    if (rest == 0)
        return;
    char digits[6] = {0};
    size_t count = (size_t)decimals;
    for (size_t i = count; i > 0; i--, rest /= 10)
        digits[i - 1] = (char)('0' + rest % 10);
    while (digits[count - 1] == '0')
        count--;
    str_add_byte(builder, '.');
    str_add(builder, (struct str){digits, count});
}
