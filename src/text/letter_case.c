#include "text/letter_case.h"

#include <stddef.h>

// Upper-case letters from `first` to `last`, every one of them (step 1) or every other (step 2).
struct case_range {
    uint16_t first, last;
    uint8_t step;
    int16_t to_lower;
};

static const struct case_range ranges[] = {
    {0x00C0, 0x00D6, 1, 32},   {0x00D8, 0x00DE, 1, 32},    {0x0100, 0x012E, 2, 1},
    {0x0130, 0x0130, 1, -199}, {0x0132, 0x0136, 2, 1},     {0x0139, 0x0147, 2, 1},
    {0x014A, 0x0176, 2, 1},    {0x0178, 0x0178, 1, -121},  {0x0179, 0x017D, 2, 1},
    {0x018E, 0x018E, 1, 79},   {0x018F, 0x018F, 1, 202},   {0x01A0, 0x01A4, 2, 1},
    {0x01AF, 0x01AF, 1, 1},    {0x01CD, 0x01DB, 2, 1},     {0x01DE, 0x01EE, 2, 1},
    {0x01F8, 0x021E, 2, 1},    {0x0222, 0x0232, 2, 1},     {0x0386, 0x0386, 1, 38},
    {0x0388, 0x038A, 1, 37},   {0x038C, 0x038C, 1, 64},    {0x038E, 0x038F, 1, 63},
    {0x0391, 0x03A1, 1, 32},   {0x03A3, 0x03AB, 1, 32},    {0x0400, 0x040F, 1, 80},
    {0x0410, 0x042F, 1, 32},   {0x0460, 0x0480, 2, 1},     {0x048A, 0x04BE, 2, 1},
    {0x04C0, 0x04C0, 1, 15},   {0x04C1, 0x04CD, 2, 1},     {0x04D0, 0x052E, 2, 1},
    {0x1E00, 0x1E94, 2, 1},    {0x1E9E, 0x1E9E, 1, -7615}, {0x1EA0, 0x1EFE, 2, 1},
};

uint32_t letter_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point - 'A' < 26 ? code_point + 32 : code_point;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const struct case_range *range = &ranges[i];
        if (code_point < range->first)
            break;
        if (code_point <= range->last && (code_point - range->first) % range->step == 0)
            return (uint32_t)((int32_t)code_point + range->to_lower);
    }
    return code_point;
}

bool letter_is_upper(uint32_t code_point)
{
    return letter_lower(code_point) != code_point;
}
