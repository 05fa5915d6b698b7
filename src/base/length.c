#include "base/length.h"

#include <assert.h>

length length_larger(length a, length b)
{
    return a > b ? a : b;
}

length length_scale(int64_t value, int64_t numerator, int64_t denominator)
{
    assert(denominator > 0);
    int64_t product = value * numerator;
    int64_t half = denominator / 2;
    int64_t result = (product < 0 ? product - half : product + half) / denominator;
    assert(result >= INT32_MIN && result <= INT32_MAX);
    return (length)result;
}

length length_clamp(int64_t value)
{
    return (length)(value > LENGTH_MAX ? LENGTH_MAX : value < -LENGTH_MAX ? -LENGTH_MAX : value);
}

struct unit {
    struct str name;
    int64_t numerator; // points in one unit
    int64_t denominator;
};

static const struct unit units[] = {
    {STR_INIT("pt"), 1, 1},
    {STR_INIT("in"), 72, 1},
    {STR_INIT("mm"), 360, 127},
    {STR_INIT("cm"), 3600, 127},
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

// The units are one point or more, so a number above this is out of range in each of them.
enum { MOST_POINTS = 32000, MILLION = 1000000 };
#define MOST_MILLIONTHS ((int64_t)MOST_POINTS * MILLION)

// Reads digits and at most one point into millionths, which stay above the limit once they are;
// returns the offset behind them, or `at` when there is no digit.
static size_t read_decimal(struct str text, size_t at, int64_t *millionths)
{
    int64_t place = MILLION;
    bool fraction = false, any = false;
    size_t start = at;
    for (*millionths = 0; at < text.len; at++) {
        char c = text.data[at];
        if (c == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (c < '0' || c > '9')
            break;
        any = true;
        if (fraction)
            *millionths += (c - '0') * (place /= 10);
        else if (*millionths <= MOST_MILLIONTHS)
            *millionths = *millionths * 10 + (c - '0') * (int64_t)MILLION;
    }
    return any ? at : start;
}

bool length_parse(struct str text, bool unit_optional, length *out)
{
    size_t start = text.len > 0 && text.data[0] == '-';
    int64_t millionths;
    size_t end = read_decimal(text, start, &millionths);
    const struct unit *unit = unit_find(str_trim(str_slice(text, end, text.len)), unit_optional);
    if (end == start || !unit || millionths > MOST_MILLIONTHS ||
        millionths * unit->numerator > MOST_MILLIONTHS * unit->denominator)
        return false;
    // In one division, so that the result is the nearest that there is.
    length size =
        length_scale(millionths * unit->numerator, LENGTH_ONE_PT, MILLION * unit->denominator);
    *out = start ? -size : size;
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
