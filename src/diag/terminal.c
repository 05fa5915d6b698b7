#include "diag/terminal.h"

#include "base/utf8.h"

struct range {
    uint32_t first, last;
};

static const struct range unsafe[] = {
    {0x00, 0x08},
    {0x0A, 0x1F},
    {0x7F, 0x9F},
    {0x2028, 0x202E},
    {0x2066, 0x2069},
    {0xFEFF, 0xFEFF},
    {UTF8_INVALID, UTF8_INVALID},
};

// The blocks of combining marks that stand in running text, and the invisible characters.
static const struct range without_width[] = {
    {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x093C, 0x093C},   {0x0941, 0x0948},
    {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},   {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0x302A, 0x302F},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
};

static const struct range wide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
};

static bool is_in(uint32_t code_point, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (code_point >= ranges[i].first && code_point <= ranges[i].last)
            return true;
    return false;
}

#define IS_IN(code_point, ranges) is_in((code_point), (ranges), sizeof(ranges) / sizeof(ranges)[0])

void terminal_add(struct str_builder *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_decode(text.data, text.len, &at);
        str_add_code_point(out, IS_IN(code_point, unsafe) ? 0xFFFD : code_point);
    }
}

static size_t columns_of(uint32_t code_point)
{
    if (code_point < 0x0300 || IS_IN(code_point, unsafe))
        return code_point != 0x00AD;
    if (IS_IN(code_point, without_width))
        return 0;
    return IS_IN(code_point, wide) ? 2 : 1;
}

size_t terminal_columns(struct str text)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.len;)
        columns += columns_of(utf8_decode(text.data, text.len, &at));
    return columns;
}
