#include "image/svg_scan.h"

#include <math.h>

enum {
    MOST_DIGITS = 17,       // more do not change a double
    MOST_EXPONENT = 22,     // 10^22 is the largest power of ten that a double holds exactly
    EXPONENT_CEILING = 1000 // where counting stops
};

static const double greatest = 1e12;

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// Returns the byte `ahead` of the scan, NUL behind the end.
static char peek(const struct svg_scan *scan, size_t ahead)
{
    return scan->at + ahead < scan->text.len ? scan->text.data[scan->at + ahead] : '\0';
}

bool svg_scan_ended(const struct svg_scan *scan)
{
    return scan->at >= scan->text.len;
}

void svg_scan_space(struct svg_scan *scan)
{
    while (!svg_scan_ended(scan) && is_space(scan->text.data[scan->at]))
        scan->at++;
}

bool svg_scan_byte(struct svg_scan *scan, char byte)
{
    if (svg_scan_ended(scan) || scan->text.data[scan->at] != byte)
        return false;
    scan->at++;
    return true;
}

bool svg_scan_comma(struct svg_scan *scan)
{
    svg_scan_space(scan);
    bool comma = svg_scan_byte(scan, ',');
    svg_scan_space(scan);
    return comma;
}

struct decimal {
    uint64_t mantissa;
    int exponent;
    int digits; // in the mantissa
    bool any;
};

static void add_digits(struct svg_scan *scan, struct decimal *decimal, bool fraction)
{
    for (; is_digit(peek(scan, 0)); scan->at++) {
        int digit = scan->text.data[scan->at] - '0';
        decimal->any = true;
        if (decimal->digits < MOST_DIGITS) {
            decimal->mantissa = decimal->mantissa * 10 + (uint64_t)digit;
            decimal->digits += decimal->mantissa > 0;
            decimal->exponent -= fraction && decimal->exponent > -EXPONENT_CEILING;
        } else {
            decimal->exponent += !fraction && decimal->exponent < EXPONENT_CEILING;
        }
    }
}

// "e3" is an exponent, "em" a unit.
static void add_exponent(struct svg_scan *scan, struct decimal *decimal)
{
    char sign = peek(scan, 1);
    bool has_sign = sign == '-' || sign == '+';
    if ((peek(scan, 0) | 0x20) != 'e' || !is_digit(peek(scan, has_sign ? 2 : 1)))
        return;
    int value = 0;
    for (scan->at += has_sign ? 2 : 1; is_digit(peek(scan, 0)); scan->at++)
        if (value < EXPONENT_CEILING)
            value = value * 10 + (scan->text.data[scan->at] - '0');
    decimal->exponent += sign == '-' ? -value : value;
}

static double power_of_ten(int exponent)
{
    double power = 1;
    while (exponent-- > 0)
        power *= 10; // exact up to MOST_EXPONENT
    return power;
}

// Too small to be told from 0 is 0; too large is none.
static bool decimal_value(const struct decimal *decimal, double *out)
{
    double value = (double)decimal->mantissa;
    int exponent = decimal->exponent;
    if (decimal->mantissa == 0 || exponent < -2 * MOST_EXPONENT) {
        *out = 0;
        return true;
    }
    if (exponent > MOST_EXPONENT)
        return false;
    if (exponent < -MOST_EXPONENT) {
        value /= power_of_ten(MOST_EXPONENT);
        exponent += MOST_EXPONENT;
    }
    *out = exponent < 0 ? value / power_of_ten(-exponent) : value * power_of_ten(exponent);
    return *out <= greatest;
}

bool svg_scan_number(struct svg_scan *scan, double *out)
{
    struct svg_scan ahead = *scan;
    struct decimal decimal = {0};
    bool negative = svg_scan_byte(&ahead, '-');
    if (!negative)
        svg_scan_byte(&ahead, '+');
    add_digits(&ahead, &decimal, false);
    if (peek(&ahead, 0) == '.' && (is_digit(peek(&ahead, 1)) || decimal.any)) {
        ahead.at++;
        add_digits(&ahead, &decimal, true);
    }
    if (!decimal.any)
        return false;
    add_exponent(&ahead, &decimal);
    double value;
    if (!decimal_value(&decimal, &value))
        return false;
    *out = negative ? -value : value;
    *scan = ahead;
    return true;
}

struct str svg_scan_name(struct svg_scan *scan)
{
    size_t start = scan->at;
    for (;; scan->at++) {
        char c = peek(scan, 0);
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        // Bytes of other letters than ASCII's are parts of names (CSS 2.1, 4.1.1).
        if (!letter && !is_digit(c) && c != '-' && c != '_' && !((unsigned char)c & 0x80u))
            break;
    }
    return str_slice(scan->text, start, scan->at);
}

struct unit {
    struct str name;
    double numerator, denominator; // px in one
};

// CSS Values 3, 6.2: an inch is 96 px.
static const struct unit units[] = {
    {STR_INIT("px"), 1, 1},  {STR_INIT("pt"), 4, 3},     {STR_INIT("pc"), 16, 1},
    {STR_INIT("in"), 96, 1}, {STR_INIT("mm"), 480, 127}, {STR_INIT("cm"), 4800, 127},
};

// SVG 1.1, 7.10: a percentage of neither width nor height is of the diagonal over the root of 2.
static double whole_of(const struct svg_frame *frame, enum svg_axis axis)
{
    switch (axis) {
    case SVG_ACROSS: return frame->width;
    case SVG_DOWN: return frame->height;
    case SVG_OTHER: break;
    }
    return sqrt((frame->width * frame->width + frame->height * frame->height) / 2);
}

bool svg_scan_length(struct svg_scan *scan, const struct svg_frame *frame, enum svg_axis axis,
                     double *out)
{
    if (!svg_scan_number(scan, out))
        return false;
    if (svg_scan_byte(scan, '%')) {
        *out = *out * whole_of(frame, axis) / 100;
        return true;
    }
    struct str name = svg_scan_name(scan);
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (str_equal_ignoring_case(name, units[i].name)) {
            *out = *out * units[i].numerator / units[i].denominator;
            return true;
        }
    if (str_equal_ignoring_case(name, STR("em")))
        *out *= frame->font_size;
    else if (str_equal_ignoring_case(name, STR("ex")))
        *out = *out * frame->font_size / 2;
    else
        return name.len == 0;
    return true;
}

static struct svg_scan scan_of(struct str text)
{
    return (struct svg_scan){str_trim(text), 0};
}

bool svg_parse_number(struct str text, double *out)
{
    struct svg_scan scan = scan_of(text);
    return svg_scan_number(&scan, out) && svg_scan_ended(&scan);
}

bool svg_parse_length(struct str text, const struct svg_frame *frame, enum svg_axis axis,
                      double *out)
{
    struct svg_scan scan = scan_of(text);
    return svg_scan_length(&scan, frame, axis, out) && svg_scan_ended(&scan);
}

bool svg_parse_share(struct str text, double *out)
{
    struct svg_scan scan = scan_of(text);
    double value;
    if (!svg_scan_number(&scan, &value))
        return false;
    if (svg_scan_byte(&scan, '%'))
        value /= 100;
    if (!svg_scan_ended(&scan))
        return false;
    *out = value < 0 ? 0 : value > 1 ? 1 : value;
    return true;
}
