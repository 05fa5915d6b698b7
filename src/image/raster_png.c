#include "image/raster_png.h"

#include "image/exif.h"
#include "image/guard.h"
#include "image/picture_fault.h"

#include <assert.h>
#include <png.h>
#include <string.h>

enum {
    SIGNATURE_SIZE = 8,
    CHUNK_AROUND = 12, // length, type and check sum
    IHDR_END = SIGNATURE_SIZE + CHUNK_AROUND + 13,
    BEST_DEFLATE = 1032, // as many bytes are the most that one byte of deflate stands for
    SRGB_GAMMA = 45455,  // of a hundred thousand; others within 5 % look the same
    GAMMA_SLACK = 2273
};

struct reading {
    struct arena *arena;
    const struct picture_job *job;
    struct diags *diags;
    struct raster_reading *out;
    struct guard *guard;
    png_structp png;
    png_infop info;
    size_t at; // in the file's bytes
    bool truncated, profile_lost;
    struct str fault;
};

static void take_error(png_structp png, png_const_charp message)
{
    struct reading *reading = png_get_error_ptr(png);
    reading->fault = str_copy(reading->arena, str_from(message));
    guard_leave(reading->guard);
}

static void take_warning(png_structp png, png_const_charp message)
{
    struct reading *reading = png_get_error_ptr(png);
    if (str_starts_with(str_from(message), STR("iCCP")))
        reading->profile_lost = true;
}

static void take_bytes(png_structp png, png_bytep out, size_t count)
{
    struct reading *reading = png_get_io_ptr(png);
    struct str bytes = reading->job->bytes;
    if (count > bytes.len - reading->at) {
        reading->truncated = true;
        png_error(png, "the file ends");
    }
    memcpy(out, bytes.data + reading->at, count);
    reading->at += count;
}

static uint32_t u32_at(struct str bytes, size_t at)
{
    const uint8_t *data = (const uint8_t *)bytes.data + at;
    return (uint32_t)data[0] << 24 | (uint32_t)data[1] << 16 | (uint32_t)data[2] << 8 | data[3];
}

// The data of the IDAT chunks, which follow each other, joined: 11.2.4.
static struct str compressed_rows(struct arena *arena, struct str bytes)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = SIGNATURE_SIZE; bytes.len - at >= CHUNK_AROUND;) {
        size_t size = u32_at(bytes, at);
        if (size > bytes.len - at - CHUNK_AROUND)
            break;
        if (str_equal(str_slice(bytes, at + 4, at + 8), STR("IDAT")))
            str_add(&out, str_slice(bytes, at + 8, at + 8 + size));
        else if (out.len > 0)
            break;
        at += CHUNK_AROUND + size;
    }
    return str_built(&out);
}

static void open_file(struct reading *reading)
{
    // Texts may unpack to a thousand times their size, and none is shown.
    static const png_byte unwanted[] = "tEXt\0zTXt\0iTXt\0sPLT\0hIST\0pCAL\0sCAL";
    reading->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reading, take_error, take_warning);
    if (reading->png)
        reading->info = png_create_info_struct(reading->png);
    if (!reading->info)
        guard_leave(reading->guard);
    png_set_read_fn(reading->png, reading, take_bytes);
    png_set_keep_unknown_chunks(reading->png, PNG_HANDLE_CHUNK_NEVER, unwanted,
                                sizeof unwanted / 5);
    png_read_info(reading->png, reading->info);
}

static void read_header(struct reading *reading)
{
    struct raster *raster = &reading->out->raster;
    png_structp png = reading->png;
    raster->file = reading->job->bytes;
    raster->packing = RASTER_SAMPLES;
    raster->width = png_get_image_width(png, reading->info);
    raster->height = png_get_image_height(png, reading->info);
    uint8_t bits = png_get_bit_depth(png, reading->info);
    raster->bits = bits > 8 ? 8 : bits;
    uint8_t type = png_get_color_type(png, reading->info);
    raster->color = type == PNG_COLOR_TYPE_PALETTE ? RASTER_PALETTE
                    : type & PNG_COLOR_MASK_COLOR  ? RASTER_RGB
                                                   : RASTER_GRAY;
}

// Before room is made for the rows: a file so small cannot fill them.
static void check_length(struct reading *reading, struct str compressed)
{
    uint64_t row = png_get_rowbytes(reading->png, reading->info) + 1;
    if (row * reading->out->raster.height / BEST_DEFLATE <= compressed.len)
        return;
    reading->truncated = true;
    guard_leave(reading->guard);
}

static bool is_transparent(const struct reading *reading)
{
    return png_get_valid(reading->png, reading->info, PNG_INFO_tRNS) != 0 ||
           (png_get_color_type(reading->png, reading->info) & PNG_COLOR_MASK_ALPHA) != 0;
}

// Asks for sRGB's gamma where the file has another one and no better description of its colours.
static bool mends_gamma(const struct reading *reading)
{
    png_fixed_point gamma;
    if (png_get_valid(reading->png, reading->info, PNG_INFO_sRGB | PNG_INFO_iCCP) != 0 ||
        png_get_gAMA_fixed(reading->png, reading->info, &gamma) == 0 || gamma <= 0)
        return false;
    if (gamma >= SRGB_GAMMA - GAMMA_SLACK && gamma <= SRGB_GAMMA + GAMMA_SLACK)
        return false;
    png_set_gamma_fixed(reading->png, PNG_DEFAULT_sRGB, gamma);
    return true;
}

// Each row is decoded and let go: the file's own rows are shown.
static void pass_rows(struct reading *reading)
{
    png_bytep row = arena_alloc(reading->arena, png_get_rowbytes(reading->png, reading->info));
    for (uint32_t i = 0; i < reading->out->raster.height; i++)
        png_read_row(reading->png, row, NULL);
}

static uint8_t *read_rows(struct reading *reading, size_t row_size)
{
    size_t height = reading->out->raster.height;
    uint8_t *pixels = arena_alloc_array(reading->arena, height, row_size);
    png_bytep *rows = ARENA_ARRAY(reading->arena, png_bytep, height);
    for (size_t i = 0; i < height; i++)
        rows[i] = pixels + i * row_size;
    png_read_image(reading->png, rows);
    return pixels;
}

// Parts the alpha, the last of `channels` bytes of each pixel, from the colours, which move
// together. An alpha that hides nothing is none.
static void part_alpha(struct reading *reading, uint8_t *pixels, size_t channels)
{
    struct raster *raster = &reading->out->raster;
    size_t count = (size_t)raster->width * raster->height;
    uint8_t *alpha = ARENA_ARRAY(reading->arena, uint8_t, count), least = 255;
    for (size_t i = 0; i < count; i++) {
        memmove(pixels + i * (channels - 1), pixels + i * channels, channels - 1);
        alpha[i] = pixels[i * channels + channels - 1];
        least = alpha[i] < least ? alpha[i] : least;
    }
    if (least < 255)
        raster->alpha = (struct str){(const char *)alpha, count};
}

static void decode_rows(struct reading *reading, bool expand)
{
    struct raster *raster = &reading->out->raster;
    if (expand)
        png_set_expand(reading->png);
    png_set_scale_16(reading->png);
    (void)png_set_interlace_handling(reading->png);
    png_read_update_info(reading->png, reading->info);
    size_t channels = png_get_channels(reading->png, reading->info);
    size_t row_size = png_get_rowbytes(reading->png, reading->info);
    uint8_t *pixels = read_rows(reading, row_size);
    if (expand) {
        bool alpha = channels == 2 || channels == 4;
        assert(row_size == channels * raster->width);
        if (alpha)
            part_alpha(reading, pixels, channels--);
        raster->color = channels == 1 ? RASTER_GRAY : RASTER_RGB;
        raster->bits = 8;
        row_size = channels * raster->width;
    }
    raster->samples = (struct str){(const char *)pixels, row_size * raster->height};
}

// Of all indices that the bits can say, so that none leads out of it.
static void read_palette(struct reading *reading)
{
    struct raster *raster = &reading->out->raster;
    png_colorp colors;
    int count = 0;
    if (png_get_PLTE(reading->png, reading->info, &colors, &count) == 0)
        png_error(reading->png, "it has no palette");
    size_t size = (size_t)3 << raster->bits;
    uint8_t *palette = ARENA_ARRAY(reading->arena, uint8_t, size);
    for (size_t i = 0; i < (size_t)count && 3 * i < size; i++) {
        palette[3 * i] = colors[i].red;
        palette[3 * i + 1] = colors[i].green;
        palette[3 * i + 2] = colors[i].blue;
    }
    raster->palette = (struct str){(const char *)palette, size};
}

static void read_picture(struct reading *reading)
{
    struct raster *raster = &reading->out->raster;
    struct str compressed = compressed_rows(reading->arena, reading->job->bytes);
    check_length(reading, compressed);
    if (raster->color == RASTER_PALETTE)
        read_palette(reading);
    bool mended = mends_gamma(reading), transparent = is_transparent(reading);
    bool has_channel =
        (png_get_color_type(reading->png, reading->info) & PNG_COLOR_MASK_ALPHA) != 0;
    bool interlaced = png_get_interlace_type(reading->png, reading->info) != PNG_INTERLACE_NONE;
    bool kept = !interlaced && !has_channel && !mended &&
                png_get_bit_depth(reading->png, reading->info) <= 8;
    struct raster whole = *raster;
    if (kept && !transparent)
        pass_rows(reading);
    else
        decode_rows(reading, transparent || mended);
    if (!kept)
        return;
    whole.alpha = raster->alpha;
    whole.packing = RASTER_PNG;
    whole.samples = compressed;
    *raster = whole;
}

static void read_profile(struct reading *reading)
{
    png_charp name;
    png_bytep bytes;
    png_uint_32 size;
    int method;
    struct raster *raster = &reading->out->raster;
    uint32_t components = raster->color == RASTER_GRAY ? 1 : 3;
    struct str profile = STR_INIT("");
    if (png_get_valid(reading->png, reading->info, PNG_INFO_sRGB) != 0)
        return;
    if (png_get_iCCP(reading->png, reading->info, &name, &method, &bytes, &size) != 0)
        profile = str_copy(reading->arena, (struct str){(const char *)bytes, size});
    if (profile.len > 0 || reading->profile_lost)
        raster->profile = picture_profile(reading->job, profile, components, reading->diags);
}

static void read_sizes(struct reading *reading)
{
    struct raster_reading *out = reading->out;
    png_uint_32 x, y, exif_size;
    int unit;
    png_bytep exif;
    out->raster.orientation = 1;
    if (png_get_eXIf_1(reading->png, reading->info, &exif_size, &exif) != 0) {
        struct exif read = exif_read((struct str){(const char *)exif, exif_size});
        out->raster.orientation = read.orientation;
        out->resolution = read.resolution;
    }
    if (png_get_pHYs(reading->png, reading->info, &x, &y, &unit) != 0 && x > 0 && y > 0)
        out->resolution =
            (struct raster_resolution){(uint64_t)x * 1000, (uint64_t)y * 1000,
                                       unit == PNG_RESOLUTION_METER ? RASTER_METRE : 0};
}

static void read_file(struct guard *guard, void *context)
{
    struct reading *reading = context;
    reading->guard = guard;
    open_file(reading);
    read_header(reading);
    read_picture(reading);
    png_read_end(reading->png, reading->info);
    read_profile(reading);
    read_sizes(reading);
}

bool raster_read_png(struct arena *arena, const struct picture_job *job, struct diags *diags,
                     struct raster_reading *out)
{
    struct reading reading = {.arena = arena, .job = job, .diags = diags, .out = out};
    if (job->bytes.len < IHDR_END)
        return picture_truncated(job, diags);
    if (!picture_size_fits(job, u32_at(job->bytes, 16), u32_at(job->bytes, 20), diags))
        return false;
    bool good = guard_run(read_file, &reading);
    png_destroy_read_struct(&reading.png, &reading.info, NULL);
    if (good)
        return true;
    if (reading.truncated)
        return picture_truncated(job, diags);
    if (reading.fault.len == 0)
        return picture_corrupt(job, diags, "there is no memory for it");
    return picture_corrupt(job, diags, str_cstr(arena, reading.fault));
}

static void read_samples(struct guard *guard, void *context)
{
    struct reading *reading = context;
    reading->guard = guard;
    open_file(reading);
    read_header(reading);
    decode_rows(reading, false);
}

bool raster_png_unpack(struct arena *arena, const struct raster *raster, struct str *samples)
{
    struct raster_reading out = {0};
    const struct picture_job job = {.bytes = raster->file};
    struct reading reading = {.arena = arena, .job = &job, .out = &out};
    assert(raster->packing == RASTER_PNG && raster->bits == 8);
    bool good = guard_run(read_samples, &reading);
    png_destroy_read_struct(&reading.png, &reading.info, NULL);
    *samples = out.raster.samples;
    return good;
}

struct str raster_png_version(void)
{
    return str_from(png_get_libpng_ver(NULL));
}
