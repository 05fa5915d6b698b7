#include "color/srgb_profile.h"

#include <assert.h>

enum { HEADER_SIZE = 128, TAG_ENTRY_SIZE = 12, CURVE_POINTS = 256 };

static void add_u16(struct str_builder *out, uint32_t value)
{
    str_add_byte(out, (char)(value >> 8 & 255));
    str_add_byte(out, (char)(value & 255));
}

static void add_u32(struct str_builder *out, uint32_t value)
{
    add_u16(out, value >> 16);
    add_u16(out, value & 0xFFFF);
}

// ICC.1:2001-04, 6.1, with the date of the specification: a profile may not depend on the clock.
static void add_header(struct str_builder *out, uint32_t size)
{
    static const uint16_t created[6] = {2001, 4, 1, 0, 0, 0};
    static const uint32_t d50[3] = {0xF6D6, 0x10000, 0xD32D};
    size_t start = out->len;
    add_u32(out, size);
    add_u32(out, 0); // no preferred colour engine
    add_u32(out, 0x02100000);
    str_add(out, STR("mntrRGB XYZ "));
    for (size_t i = 0; i < 6; i++)
        add_u16(out, created[i]);
    str_add(out, STR("acsp"));
    for (size_t i = 0; i < 7; i++)
        add_u32(out, 0); // platform, flags, maker, model, attributes, intent
    for (size_t i = 0; i < 3; i++)
        add_u32(out, d50[i]);
    while (out->len < start + HEADER_SIZE)
        str_add_byte(out, 0);
}

static struct str xyz_tag(struct arena *arena, uint32_t x, uint32_t y, uint32_t z)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("XYZ \0\0\0\0"));
    add_u32(&out, x);
    add_u32(&out, y);
    add_u32(&out, z);
    return str_built(&out);
}

// The fifth root of at most 1 by Newton's method, which falls towards it from 1: basic arithmetic
// is the same everywhere, pow() is not.
static double fifth_root(double value)
{
    double root = 1, next = 1;
    do {
        root = next;
        next = root - (root - value / (root * root * root * root)) / 5;
    } while (next < root);
    return root;
}

// IEC 61966-2-1, 5.2: linear at the foot, then ((x + 0.055) / 1.055) ^ 2.4.
static uint32_t decode(uint32_t code)
{
    double x = (double)code / (CURVE_POINTS - 1);
    double base = (x + 0.055) / 1.055;
    double linear = x <= 0.04045 ? x / 12.92 : base * base * fifth_root(base * base);
    return (uint32_t)(linear * 65535 + 0.5);
}

static struct str curve_tag(struct arena *arena)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("curv\0\0\0\0"));
    add_u32(&out, CURVE_POINTS);
    for (uint32_t i = 0; i < CURVE_POINTS; i++)
        add_u16(&out, decode(i));
    return str_built(&out);
}

static struct str text_tag(struct arena *arena)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("text\0\0\0\0Public domain\0"));
    return str_built(&out);
}

// 6.5.17: the name in ASCII; the Unicode and Macintosh names are left empty.
static struct str description_tag(struct arena *arena)
{
    static const struct str name = STR_INIT("sRGB IEC61966-2.1\0");
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("desc\0\0\0\0"));
    add_u32(&out, (uint32_t)name.len);
    str_add(&out, name);
    for (size_t i = 0; i < 4 + 4 + 2 + 1 + 67; i++)
        str_add_byte(&out, 0);
    return str_built(&out);
}

struct profile_tag {
    char signature[5];
    uint8_t data; // index of its data: the three curves are one
};

static const struct profile_tag tags[] = {
    {"desc", 0}, {"cprt", 1}, {"wtpt", 2}, {"rXYZ", 3}, {"gXYZ", 4},
    {"bXYZ", 5}, {"rTRC", 6}, {"gTRC", 6}, {"bTRC", 6},
};

enum { TAG_COUNT = sizeof tags / sizeof tags[0], DATA_COUNT = 7 };

static uint32_t padded(size_t size)
{
    return (uint32_t)((size + 3) & ~(size_t)3);
}

struct str srgb_profile(struct arena *arena)
{
    // s15Fixed16; the primaries are adapted to D50 by Bradford's matrix and sum up to D50.
    const struct str data[DATA_COUNT] = {
        description_tag(arena),
        text_tag(arena),
        xyz_tag(arena, 0xF6D6, 0x10000, 0xD32D),
        xyz_tag(arena, 0x6FA2, 0x38F5, 0x0390),
        xyz_tag(arena, 0x6299, 0xB785, 0x18DA),
        xyz_tag(arena, 0x249B, 0x0F86, 0xB6C3),
        curve_tag(arena),
    };
    uint32_t offsets[DATA_COUNT], size = HEADER_SIZE + 4 + TAG_COUNT * TAG_ENTRY_SIZE;
    for (size_t i = 0; i < DATA_COUNT; i++) {
        offsets[i] = size;
        size += padded(data[i].len);
    }
    struct str_builder out = str_builder_in(arena);
    add_header(&out, size);
    add_u32(&out, TAG_COUNT);
    for (size_t i = 0; i < TAG_COUNT; i++) {
        str_add(&out, (struct str){tags[i].signature, 4});
        add_u32(&out, offsets[tags[i].data]);
        add_u32(&out, (uint32_t)data[tags[i].data].len);
    }
    for (size_t i = 0; i < DATA_COUNT; i++) {
        str_add(&out, data[i]);
        while (out.len % 4 != 0)
            str_add_byte(&out, 0);
    }
    assert(out.len == size);
    return str_built(&out);
}
