#include "text/line_class.h"

#include <stddef.h>

struct class_range {
    uint16_t first; // up to the next row's
    uint8_t class;
};

static const struct class_range ranges[] = {
    {0x0000, LINE_CM},    {0x0009, LINE_BA},    {0x000A, LINE_LF},    {0x000B, LINE_BK},
    {0x000D, LINE_CR},    {0x000E, LINE_CM},    {0x0020, LINE_SP},    {0x0021, LINE_EX},
    {0x0022, LINE_QU},    {0x0023, LINE_AL},    {0x0024, LINE_PR},    {0x0025, LINE_PO},
    {0x0026, LINE_AL},    {0x0027, LINE_QU},    {0x0028, LINE_OP},    {0x0029, LINE_CP},
    {0x002A, LINE_AL},    {0x002B, LINE_PR},    {0x002C, LINE_IS},    {0x002D, LINE_HY},
    {0x002E, LINE_IS},    {0x002F, LINE_SY},    {0x0030, LINE_NU},    {0x003A, LINE_IS},
    {0x003C, LINE_AL},    {0x003F, LINE_EX},    {0x0040, LINE_AL},    {0x005B, LINE_OP},
    {0x005C, LINE_PR},    {0x005D, LINE_CP},    {0x005E, LINE_AL},    {0x007B, LINE_OP},
    {0x007C, LINE_BA},    {0x007D, LINE_CL},    {0x007E, LINE_AL},    {0x007F, LINE_CM},
    {0x0085, LINE_NL},    {0x0086, LINE_CM},    {0x00A0, LINE_GL},    {0x00A1, LINE_OP},
    {0x00A2, LINE_PO},    {0x00A3, LINE_PR},    {0x00A6, LINE_AL},    {0x00AB, LINE_QU},
    {0x00AC, LINE_AL},    {0x00AD, LINE_BA},    {0x00AE, LINE_AL},    {0x00B0, LINE_PO},
    {0x00B1, LINE_PR},    {0x00B2, LINE_AL},    {0x00B4, LINE_BB},    {0x00B5, LINE_AL},
    {0x00BB, LINE_QU},    {0x00BC, LINE_AL},    {0x00BF, LINE_OP},    {0x00C0, LINE_AL},
    {0x02C8, LINE_BB},    {0x02C9, LINE_AL},    {0x02CC, LINE_BB},    {0x02CD, LINE_AL},
    {0x02DF, LINE_BB},    {0x02E0, LINE_AL},    {0x0300, LINE_CM},    {0x034F, LINE_GL},
    {0x0350, LINE_CM},    {0x035C, LINE_GL},    {0x0363, LINE_CM},    {0x0370, LINE_AL},
    {0x037E, LINE_IS},    {0x037F, LINE_AL},    {0x0483, LINE_CM},    {0x048A, LINE_AL},
    {0x0530, LINE_OTHER}, {0x1E00, LINE_AL},    {0x1FFD, LINE_BB},    {0x1FFE, LINE_AL},
    {0x2000, LINE_BA},    {0x2007, LINE_GL},    {0x2008, LINE_BA},    {0x200B, LINE_ZW},
    {0x200C, LINE_CM},    {0x200D, LINE_OTHER}, {0x200E, LINE_CM},    {0x2010, LINE_HH},
    {0x2011, LINE_GL},    {0x2012, LINE_BA},    {0x2014, LINE_B2},    {0x2015, LINE_AL},
    {0x2018, LINE_QU},    {0x201A, LINE_OP},    {0x201B, LINE_QU},    {0x201E, LINE_OP},
    {0x201F, LINE_QU},    {0x2020, LINE_AL},    {0x2024, LINE_IN},    {0x2027, LINE_BA},
    {0x2028, LINE_BK},    {0x202A, LINE_CM},    {0x202F, LINE_GL},    {0x2030, LINE_PO},
    {0x2038, LINE_AL},    {0x2039, LINE_QU},    {0x203B, LINE_AL},    {0x203C, LINE_NS},
    {0x203E, LINE_AL},    {0x2044, LINE_IS},    {0x2045, LINE_OP},    {0x2046, LINE_CL},
    {0x2047, LINE_NS},    {0x204A, LINE_AL},    {0x2056, LINE_BA},    {0x2057, LINE_PO},
    {0x2058, LINE_BA},    {0x205C, LINE_AL},    {0x205D, LINE_BA},    {0x2060, LINE_WJ},
    {0x2061, LINE_AL},    {0x2066, LINE_CM},    {0x2070, LINE_AL},    {0x207D, LINE_OP},
    {0x207E, LINE_CL},    {0x207F, LINE_AL},    {0x208D, LINE_OP},    {0x208E, LINE_CL},
    {0x208F, LINE_AL},    {0x20A0, LINE_PR},    {0x20A7, LINE_PO},    {0x20A8, LINE_PR},
    {0x20B6, LINE_PO},    {0x20B7, LINE_PR},    {0x20BB, LINE_PO},    {0x20BC, LINE_PR},
    {0x20BE, LINE_PO},    {0x20BF, LINE_PR},    {0x20C0, LINE_PO},    {0x20C1, LINE_PR},
    {0x20D0, LINE_CM},    {0x20F1, LINE_AL},    {0x2103, LINE_PO},    {0x2104, LINE_AL},
    {0x2109, LINE_PO},    {0x210A, LINE_AL},    {0x2116, LINE_PR},    {0x2117, LINE_AL},
    {0x2212, LINE_PR},    {0x2214, LINE_AL},    {0x22EF, LINE_IN},    {0x22F0, LINE_AL},
    {0x2300, LINE_OTHER}, {0x25A0, LINE_AL},    {0x2600, LINE_OTHER}, {0xFB00, LINE_AL},
    {0xFB07, LINE_OTHER}, {0xFEFF, LINE_WJ},    {0xFF00, LINE_OTHER},
};

enum line_class line_class_find(uint32_t code_point)
{
    if ((code_point | 0x20u) - 'a' < 26)
        return LINE_AL;
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (ranges[middle].first <= code_point)
            low = middle;
        else
            high = middle;
    }
    return (enum line_class)ranges[low].class;
}
