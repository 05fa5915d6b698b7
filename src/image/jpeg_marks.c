#include "image/jpeg_marks.h"

#include <assert.h>
#include <string.h>

// T.81, table B.1.
enum {
    MARK = 0xFF,
    STUFFED = 0x00, // behind MARK in coded data: a byte of it
    SOF0 = 0xC0,
    DHT = 0xC4,
    JPG = 0xC8,
    DAC = 0xCC,
    SOF15 = 0xCF,
    RST0 = 0xD0,
    RST7 = 0xD7,
    SOI = 0xD8,
    EOI = 0xD9,
    SOS = 0xDA,
    APP0 = 0xE0,
    APP1 = 0xE1,
    APP2 = 0xE2,
    TEM = 0x01
};

struct walk {
    struct str bytes;
    size_t at;
    struct jpeg_marks *marks;
};

static uint8_t byte_at(struct str bytes, size_t at)
{
    return (uint8_t)bytes.data[at];
}

static uint32_t u16_at(struct str bytes, size_t at)
{
    return (uint32_t)byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

static bool is_frame(uint8_t mark)
{
    return mark >= SOF0 && mark <= SOF15 && mark != DHT && mark != JPG && mark != DAC;
}

// B.2.2; only the first: libjpeg objects to others.
static void take_frame(struct jpeg_marks *marks, uint8_t mark, struct str body)
{
    if (marks->has_frame || body.len < 6)
        return;
    marks->has_frame = true;
    marks->frame = (uint8_t)(mark - SOF0);
    marks->precision = byte_at(body, 0);
    marks->height = u16_at(body, 1);
    marks->width = u16_at(body, 3);
    marks->components = byte_at(body, 5);
}

// JFIF 1.02: the unit of the density, and how many pixels there are to it.
static void take_density(struct jpeg_marks *marks, struct str body)
{
    static const length units[] = {0, RASTER_INCH, RASTER_CENTIMETRE};
    if (!str_starts_with(body, STR("JFIF\0")) || body.len < 12 || byte_at(body, 7) > 2)
        return;
    marks->density = (struct raster_resolution){u16_at(body, 8) * 1000, u16_at(body, 10) * 1000,
                                                units[byte_at(body, 7)]};
}

// ICC.1:2010, B.4: pieces of at most 64 KB, numbered from 1.
static void take_profile(struct jpeg_marks *marks, struct str body)
{
    if (!str_starts_with(body, STR("ICC_PROFILE\0")) || body.len < 14)
        return;
    uint32_t number = byte_at(body, 12);
    if (number > 0)
        marks->profile[number - 1] = str_slice(body, 14, body.len);
    marks->profile_pieces = byte_at(body, 13);
}

static void take_segment(struct jpeg_marks *marks, uint8_t mark, struct str body)
{
    static const struct str exif = STR_INIT("Exif\0\0");
    if (is_frame(mark))
        take_frame(marks, mark, body);
    else if (mark == APP0)
        take_density(marks, body);
    else if (mark == APP1 && str_starts_with(body, exif) && marks->exif.len == 0)
        marks->exif = str_slice(body, exif.len, body.len);
    else if (mark == APP2)
        take_profile(marks, body);
    else if (mark == SOS)
        marks->has_scan = true;
}

// Moves behind the next mark and returns it, or 0 at the file's end. Fill bytes may stand before a
// mark (B.1.1.2); other bytes are coded data, or what careless programs leave.
static uint8_t next_mark(struct walk *walk)
{
    while (walk->at < walk->bytes.len) {
        const char *start = walk->bytes.data + walk->at;
        const char *found = memchr(start, MARK, walk->bytes.len - walk->at);
        if (!found)
            break;
        walk->at += (size_t)(found - start);
        while (walk->at < walk->bytes.len && byte_at(walk->bytes, walk->at) == MARK)
            walk->at++;
        if (walk->at == walk->bytes.len)
            break;
        uint8_t mark = byte_at(walk->bytes, walk->at++);
        if (mark != STUFFED)
            return mark;
    }
    walk->at = walk->bytes.len;
    return 0;
}

static bool stands_alone(uint8_t mark)
{
    return (mark >= RST0 && mark <= RST7) || mark == SOI || mark == TEM;
}

static enum jpeg_end walk_segments(struct walk *walk)
{
    for (uint8_t mark = next_mark(walk); mark != EOI; mark = next_mark(walk)) {
        size_t left = walk->bytes.len - walk->at;
        if (stands_alone(mark))
            continue;
        if (mark == 0 || left < 2)
            return JPEG_CUT_OFF;
        size_t size = u16_at(walk->bytes, walk->at);
        if (size < 2)
            return JPEG_MALFORMED;
        if (size > left)
            return JPEG_CUT_OFF;
        take_segment(walk->marks, mark, str_slice(walk->bytes, walk->at + 2, walk->at + size));
        walk->at += size;
    }
    return JPEG_WHOLE;
}

struct jpeg_marks *jpeg_marks_read(struct arena *arena, struct str bytes)
{
    struct jpeg_marks *marks = ARENA_NEW(arena, struct jpeg_marks);
    struct walk walk = {bytes, 2, marks};
    assert(bytes.len >= 2);
    marks->end = walk_segments(&walk);
    marks->size = walk.at;
    return marks;
}

struct str jpeg_marks_profile(struct arena *arena, const struct jpeg_marks *marks)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < marks->profile_pieces; i++) {
        if (marks->profile[i].len == 0)
            return STR("");
        str_add(&out, marks->profile[i]);
    }
    return str_built(&out);
}
