#include "image/exif.h"

// TIFF 6.0, section 2: an IFD is a count and entries of 12 bytes.
enum {
    HEADER_SIZE = 8,
    ENTRY_SIZE = 12,
    TAG_ORIENTATION = 0x0112,
    TAG_X_RESOLUTION = 0x011A,
    TAG_Y_RESOLUTION = 0x011B,
    TAG_RESOLUTION_UNIT = 0x0128,
    TYPE_SHORT = 3,
    TYPE_RATIONAL = 5,
    UNIT_INCH = 2,
    UNIT_CENTIMETRE = 3
};

struct tiff {
    struct str bytes;
    bool little; // the byte order
};

// Returns 0 for what lies outside.
static uint32_t number_at(const struct tiff *tiff, size_t at, size_t size)
{
    uint32_t value = 0;
    if (at > tiff->bytes.len || size > tiff->bytes.len - at)
        return 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | (uint8_t)tiff->bytes.data[at + (tiff->little ? size - 1 - i : i)];
    return value;
}

// In thousandths.
static uint64_t rational_at(const struct tiff *tiff, size_t entry)
{
    if (number_at(tiff, entry + 2, 2) != TYPE_RATIONAL)
        return 0;
    size_t at = number_at(tiff, entry + 8, 4);
    uint64_t over = number_at(tiff, at, 4), under = number_at(tiff, at + 4, 4);
    return under > 0 ? over * 1000 / under : 0;
}

static uint32_t short_at(const struct tiff *tiff, size_t entry)
{
    return number_at(tiff, entry + 2, 2) == TYPE_SHORT ? number_at(tiff, entry + 8, 2) : 0;
}

static void read_entry(const struct tiff *tiff, size_t entry, struct exif *exif)
{
    uint32_t value = short_at(tiff, entry);
    switch (number_at(tiff, entry, 2)) {
    case TAG_ORIENTATION:
        if (value >= 1 && value <= 8)
            exif->orientation = (uint8_t)value;
        break;
    case TAG_X_RESOLUTION: exif->resolution.x = rational_at(tiff, entry); break;
    case TAG_Y_RESOLUTION: exif->resolution.y = rational_at(tiff, entry); break;
    case TAG_RESOLUTION_UNIT:
        exif->resolution.unit = value == UNIT_INCH         ? RASTER_INCH
                                : value == UNIT_CENTIMETRE ? RASTER_CENTIMETRE
                                                           : 0;
        break;
    default: break;
    }
}

struct exif exif_read(struct str bytes)
{
    struct exif exif = {.orientation = 1, .resolution.unit = RASTER_INCH};
    struct tiff tiff = {bytes, str_starts_with(bytes, STR("II"))};
    if (!tiff.little && !str_starts_with(bytes, STR("MM")))
        return exif;
    size_t start = number_at(&tiff, 4, 4);
    if (start < HEADER_SIZE || start >= bytes.len)
        return exif;
    size_t count = number_at(&tiff, start, 2), most = (bytes.len - start) / ENTRY_SIZE;
    for (size_t i = 0; i < count && i < most; i++)
        read_entry(&tiff, start + 2 + i * ENTRY_SIZE, &exif);
    if (exif.resolution.x == 0 || exif.resolution.y == 0)
        exif.resolution = (struct raster_resolution){0};
    return exif;
}
