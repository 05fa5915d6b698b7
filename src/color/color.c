#include "color/color.h"

#include <assert.h>

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool color_parse_hex(struct str text, uint8_t rgb[3])
{
    if (text.len != 7 || text.data[0] != '#')
        return false;
    for (size_t i = 0; i < 3; i++) {
        int high = hex_digit(text.data[1 + 2 * i]), low = hex_digit(text.data[2 + 2 * i]);
        if (high < 0 || low < 0)
            return false;
        rgb[i] = (uint8_t)(high * 16 + low);
    }
    return true;
}

// The linear light of an sRGB byte in millionths: IEC 61966-2-1. The fifth root of x^12 is
// found by bisection on y^5 = x^12, so that no library rounds it.
static uint64_t linear_light(uint8_t byte)
{
    if (byte <= 10)                                            // 0.03928 and below (WCAG 2.2)
        return ((uint64_t)byte * 100000000 + 164730) / 329460; // byte / 255 / 12.92
    double x = ((double)byte / 255 + 0.055) / 1.055;
    double x2 = x * x, x4 = x2 * x2, target = x4 * x4 * x4;
    uint64_t low = 0, high = 1000000;
    while (low < high) {
        uint64_t middle = (low + high) / 2;
        double y = (double)middle / 1000000, y2 = y * y;
        if (y2 * y2 * y < target)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint64_t luminance(const uint8_t rgb[3])
{
    return (2126 * linear_light(rgb[0]) + 7152 * linear_light(rgb[1]) +
            722 * linear_light(rgb[2])) /
           10000;
}

uint32_t color_contrast(const uint8_t a[3], const uint8_t b[3])
{
    uint64_t first = luminance(a) + 50000, second = luminance(b) + 50000;
    uint64_t lighter = first > second ? first : second, darker = first > second ? second : first;
    uint64_t hundredths = (lighter * 100 + darker / 2) / darker;
    assert(hundredths >= 100 && hundredths <= 2100);
    return (uint32_t)hundredths;
}
