#include "pdf/operators.h"

#include "base/utf8.h"

#include <assert.h>

int64_t pdf_thousandths(int64_t value)
{
    int64_t magnitude = value < 0 ? -value : value;
    int64_t scaled = (magnitude * 1000 + LENGTH_ONE_PT / 2) / LENGTH_ONE_PT;
    return value < 0 ? -scaled : scaled;
}

// Appends value / one; one is a power of ten.
static void add_decimal(struct str_builder *out, int64_t value, uint64_t one)
{
    uint64_t magnitude = value < 0 ? (uint64_t)-value : (uint64_t)value;
    uint64_t whole = magnitude / one, rest = magnitude % one;
    if (value < 0)
        str_add_byte(out, '-');
    if (whole > 0 || rest == 0)
        str_add_uint(out, whole);
    if (rest == 0)
        return;
    str_add_byte(out, '.');
    for (uint64_t place = one / 10; rest > 0; place /= 10) {
        str_add_byte(out, (char)('0' + rest / place));
        rest %= place;
    }
}

void pdf_add_number(struct str_builder *out, int64_t thousandths)
{
    add_decimal(out, thousandths, 1000);
}

void pdf_add_fraction(struct str_builder *out, int64_t millionths)
{
    add_decimal(out, millionths, 1000000);
}

void pdf_add_rectangle(struct str_builder *out, const int64_t corners[4])
{
    str_add_byte(out, '[');
    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            str_add_byte(out, ' ');
        pdf_add_number(out, corners[i]);
    }
    str_add_byte(out, ']');
}

static void add_hex_byte(struct str_builder *out, uint8_t byte)
{
    static const char digits[] = "0123456789ABCDEF";
    str_add_byte(out, digits[byte >> 4]);
    str_add_byte(out, digits[byte & 15]);
}

// ISO 32000-1, 7.3.5: outside "!" to "~", "#" itself and the delimiters.
static bool name_needs_escape(uint8_t byte)
{
    static const struct str special = STR_INIT("#()<>[]{}/%");
    return byte < '!' || byte > '~' || str_find_byte(special, (char)byte, 0) < special.len;
}

void pdf_add_name(struct str_builder *out, struct str name)
{
    str_add_byte(out, '/');
    for (size_t i = 0; i < name.len; i++) {
        uint8_t byte = (uint8_t)name.data[i];
        assert(byte != 0);
        if (name_needs_escape(byte)) {
            str_add_byte(out, '#');
            add_hex_byte(out, byte);
        } else {
            str_add_byte(out, (char)byte);
        }
    }
}

// A bare CR would be read back as LF; LF and all other bytes stand for themselves.
void pdf_add_string_byte(struct str_builder *out, uint8_t byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        str_add_byte(out, '\\');
    if (byte == '\r')
        str_add(out, STR("\\r"));
    else if (byte == '\n') // of two that follow each other as they are, Ghostscript reads one
        str_add(out, STR("\\n"));
    else
        str_add_byte(out, (char)byte);
}

void pdf_add_bytes(struct str_builder *out, struct str bytes)
{
    str_add_byte(out, '(');
    for (size_t i = 0; i < bytes.len; i++)
        pdf_add_string_byte(out, (uint8_t)bytes.data[i]);
    str_add_byte(out, ')');
}

// Fills `units` and returns how many: 1 or 2 (RFC 2781, 2.1).
static size_t utf16_units(uint32_t code_point, uint16_t units[2])
{
    if (code_point < 0x10000) {
        units[0] = (uint16_t)code_point;
        return 1;
    }
    units[0] = (uint16_t)(0xD800 + ((code_point - 0x10000) >> 10));
    units[1] = (uint16_t)(0xDC00 + ((code_point - 0x10000) & 0x3FF));
    return 2;
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((uint8_t)text.data[i] > 0x7E)
            return false;
    return true;
}

void pdf_add_text(struct str_builder *out, struct str utf8)
{
    if (is_ascii(utf8)) {
        pdf_add_bytes(out, utf8);
        return;
    }
    str_add(out, STR("(\xFE\xFF"));
    for (size_t at = 0; at < utf8.len;) {
        uint16_t units[2];
        size_t count = utf16_units(utf8_decode(utf8.data, utf8.len, &at), units);
        for (size_t i = 0; i < count; i++) {
            pdf_add_string_byte(out, (uint8_t)(units[i] >> 8));
            pdf_add_string_byte(out, (uint8_t)(units[i] & 0xFF));
        }
    }
    str_add_byte(out, ')');
}

void pdf_add_utf16_hex(struct str_builder *out, uint32_t code_point)
{
    uint16_t units[2];
    size_t count = utf16_units(code_point, units);
    for (size_t i = 0; i < count; i++) {
        add_hex_byte(out, (uint8_t)(units[i] >> 8));
        add_hex_byte(out, (uint8_t)(units[i] & 0xFF));
    }
}

void pdf_add_reference(struct str_builder *out, uint32_t object)
{
    str_add_uint(out, object);
    str_add(out, STR(" 0 R"));
}
