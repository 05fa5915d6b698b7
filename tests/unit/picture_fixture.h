// Pictures for tests: four quarters in different colours, written by libpng and libjpeg in any of
// their kinds; and what reading them gives.
#ifndef UNIT_PICTURE_FIXTURE_H
#define UNIT_PICTURE_FIXTURE_H

#include "image/picture.h"
#include "page/page_list.h"
#include "unit/unit.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>
#include <string.h>

// Top left red, top right green, bottom left blue, bottom right white.
static const uint8_t fixture_quarters[4][3] = {
    {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}};

static inline uint32_t fixture_quarter(uint32_t x, uint32_t y, uint32_t width, uint32_t height)
{
    return (y >= height / 2 ? 2u : 0u) + (x >= width / 2 ? 1u : 0u);
}

struct fixture_png {
    uint32_t width, height;
    int type, depth;
    bool interlaced, transparent; // by tRNS: the first quarter is hidden
    uint32_t per_metre;           // 0: none
    png_fixed_point gamma;        // 0: none
    struct str profile;
    struct str exif; // at most EXIF_MOST bytes
};

enum { EXIF_MOST = 128 };

static void fixture_append(png_structp png, png_bytep bytes, size_t count)
{
    str_add(png_get_io_ptr(png), (struct str){(const char *)bytes, count});
}

static void fixture_flush(png_structp png)
{
    (void)png;
}

// The sample that a quarter has in a channel, in 16 bits. Greys are 0, 85, 170, 255 of 255; an
// alpha hides the first quarter and half of the second.
static inline uint32_t fixture_sample(const struct fixture_png *png, uint32_t quarter,
                                      size_t channel)
{
    static const uint8_t alphas[4] = {0, 128, 255, 255};
    bool color = png->type == PNG_COLOR_TYPE_RGB || png->type == PNG_COLOR_TYPE_RGB_ALPHA;
    if (channel == (color ? 3 : 1))
        return alphas[quarter] * 257u;
    return color ? fixture_quarters[quarter][channel] * 257u : quarter * 85u * 257u;
}

static inline size_t fixture_channels(int type)
{
    switch (type) {
    case PNG_COLOR_TYPE_RGB: return 3;
    case PNG_COLOR_TYPE_RGB_ALPHA: return 4;
    case PNG_COLOR_TYPE_GRAY_ALPHA: return 2;
    default: return 1;
    }
}

static inline void fixture_fill_row(const struct fixture_png *png, uint32_t y, uint8_t *row)
{
    size_t channels = fixture_channels(png->type), bit = 0;
    for (uint32_t x = 0; x < png->width; x++) {
        uint32_t quarter = fixture_quarter(x, y, png->width, png->height);
        for (size_t channel = 0; channel < channels; channel++, bit += (size_t)png->depth) {
            uint32_t sample = fixture_sample(png, quarter, channel);
            uint32_t value = sample >> (16 - png->depth);
            if (png->type == PNG_COLOR_TYPE_PALETTE)
                value = quarter & ((1u << png->depth) - 1);
            if (png->depth == 16)
                row[bit / 8] = (uint8_t)(value >> 8), row[bit / 8 + 1] = (uint8_t)value;
            else
                row[bit / 8] |= (uint8_t)(value << (8 - (size_t)png->depth - bit % 8));
        }
    }
}

static inline void fixture_set_chunks(png_structp out, png_infop info,
                                      const struct fixture_png *png)
{
    png_color palette[4];
    png_color_16 hidden = {.red = 255, .gray = 0};
    png_byte alphas[] = {0, 128};
    for (size_t i = 0; i < 4; i++)
        palette[i] =
            (png_color){fixture_quarters[i][0], fixture_quarters[i][1], fixture_quarters[i][2]};
    if (png->type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(out, info, palette, png->depth == 1 ? 2 : 4);
    if (png->transparent)
        png_set_tRNS(out, info, alphas, 2, &hidden);
    if (png->per_metre > 0)
        png_set_pHYs(out, info, png->per_metre, png->per_metre, PNG_RESOLUTION_METER);
    if (png->gamma > 0)
        png_set_gAMA_fixed(out, info, png->gamma);
    if (png->profile.len > 0)
        png_set_iCCP(out, info, "test", 0, (png_const_bytep)png->profile.data,
                     (png_uint_32)png->profile.len);
    if (png->exif.len > 0) {
        png_byte exif[EXIF_MOST] = {0}; // libpng copies it
        memcpy(exif, png->exif.data, png->exif.len);
        png_set_eXIf_1(out, info, (png_uint_32)png->exif.len, exif);
    }
}

static inline struct str fixture_png_bytes(struct arena *arena, const struct fixture_png *png)
{
    struct str_builder bytes = str_builder_in(arena);
    png_structp out = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(out);
    png_bytep *rows = ARENA_ARRAY(arena, png_bytep, png->height);
    for (uint32_t y = 0; y < png->height; y++) {
        rows[y] = arena_alloc(arena, (size_t)png->width * 8);
        fixture_fill_row(png, y, rows[y]);
    }
    png_set_write_fn(out, &bytes, fixture_append, fixture_flush);
    png_set_filter(out, 0, PNG_ALL_FILTERS);
    png_set_IHDR(out, info, png->width, png->height, png->depth, png->type,
                 png->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    fixture_set_chunks(out, info, png);
    png_write_info(out, info);
    png_write_image(out, rows);
    png_write_end(out, info);
    png_destroy_write_struct(&out, &info);
    return str_built(&bytes);
}

struct fixture_jpeg {
    uint32_t width, height;
    int components; // 1, 3 or 4
    bool progressive, arithmetic;
    uint8_t orientation;          // 0: no Exif
    uint16_t per_inch, exif_inch; // 0: none
    bool bare;                    // RGB as it is, without JFIF's and Adobe's markers
    struct str profile;
};

// A TIFF structure with an orientation and a resolution.
static inline struct str fixture_exif(struct arena *arena, uint8_t orientation, uint16_t per_inch)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("MM\0*\0\0\0\x08\0\x04\x01\x12\0\x03\0\0\0\x01\0"));
    str_add_byte(&out, (char)orientation);
    str_add(&out, STR("\0\0\x01\x1A\0\x05\0\0\0\x01\0\0\0\x3E\x01\x1B\0\x05\0\0\0\x01\0\0\0\x3E"
                      "\x01\x28\0\x03\0\0\0\x01\0\x02\0\0\0\0\0\0\0\0"));
    str_add_byte(&out, (char)(per_inch >> 8));
    str_add_byte(&out, (char)(per_inch & 255));
    str_add(&out, STR("\0\0\0\x01"));
    return str_built(&out);
}

static inline void fixture_jpeg_row(const struct fixture_jpeg *jpeg, uint32_t y, uint8_t *row)
{
    static const uint8_t inks[4][4] = {
        {0, 255, 255, 0}, {255, 0, 255, 0}, {255, 255, 0, 0}, {0, 0, 0, 0}};
    for (uint32_t x = 0; x < jpeg->width; x++) {
        uint32_t quarter = fixture_quarter(x, y, jpeg->width, jpeg->height);
        for (int i = 0; i < jpeg->components; i++)
            *row++ = jpeg->components == 1   ? (uint8_t)(quarter * 85)
                     : jpeg->components == 3 ? fixture_quarters[quarter][i]
                                             : (uint8_t)(255 - inks[quarter][i]); // as Adobe does
    }
}

static inline void fixture_jpeg_set(struct jpeg_compress_struct *out,
                                    const struct fixture_jpeg *jpeg)
{
    static const J_COLOR_SPACE spaces[] = {0, JCS_GRAYSCALE, 0, JCS_RGB, JCS_CMYK};
    out->image_width = jpeg->width;
    out->image_height = jpeg->height;
    out->input_components = jpeg->components;
    out->in_color_space = spaces[jpeg->components];
    jpeg_set_defaults(out);
    jpeg_set_quality(out, 100, TRUE);
    out->comp_info[0].h_samp_factor = out->comp_info[0].v_samp_factor = 1;
    out->arith_code = jpeg->arithmetic;
    if (jpeg->progressive)
        jpeg_simple_progression(out);
    if (jpeg->bare) {
        jpeg_set_colorspace(out, JCS_RGB);
        out->write_Adobe_marker = FALSE;
    }
    if (jpeg->per_inch > 0) {
        out->density_unit = 1;
        out->X_density = out->Y_density = jpeg->per_inch;
    }
}

static inline struct str fixture_jpeg_bytes(struct arena *arena, const struct fixture_jpeg *jpeg)
{
    struct jpeg_compress_struct out;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long size = 0;
    out.err = jpeg_std_error(&errors);
    jpeg_create_compress(&out);
    jpeg_mem_dest(&out, &bytes, &size);
    fixture_jpeg_set(&out, jpeg);
    jpeg_start_compress(&out, TRUE);
    if (jpeg->orientation > 0) {
        struct str exif = fixture_exif(arena, jpeg->orientation, jpeg->exif_inch);
        struct str_builder segment = str_builder_in(arena);
        str_add(&segment, STR("Exif\0\0"));
        str_add(&segment, exif);
        jpeg_write_marker(&out, JPEG_APP0 + 1, (const JOCTET *)segment.data, (unsigned)segment.len);
    }
    if (jpeg->profile.len > 0)
        jpeg_write_icc_profile(&out, (const JOCTET *)jpeg->profile.data,
                               (unsigned)jpeg->profile.len);
    JSAMPROW row = arena_alloc(arena, (size_t)jpeg->width * 4);
    for (uint32_t y = 0; y < jpeg->height; y++) {
        fixture_jpeg_row(jpeg, y, row);
        jpeg_write_scanlines(&out, &row, 1);
    }
    jpeg_finish_compress(&out);
    jpeg_destroy_compress(&out);
    struct str made = {arena_copy(arena, bytes, size), size};
    free(bytes);
    return made;
}

struct picture_fixture {
    struct sources sources;
    struct diags diags;
    const struct picture *picture;
    bool good;
};

static inline struct picture_fixture *picture_fixture_read(struct arena *arena, struct str bytes)
{
    struct picture_fixture *fixture = ARENA_NEW(arena, struct picture_fixture);
    sources_init(&fixture->sources, arena);
    diags_init(&fixture->diags, arena, &fixture->sources);
    const struct picture_job job = {STR("a.png"), bytes, {0}, &fixture->sources};
    fixture->good = picture_read(arena, &job, &fixture->diags, &fixture->picture);
    assert_int_equal(fixture->good, fixture->diags.error_count == 0);
    return fixture;
}

// Draws a picture as a figure that fills a box, one cell of 60 pt to the next, six in a line.
static inline void fixture_draw(struct page_list *list, struct page *page, size_t cell,
                                const struct picture *picture)
{
    tag_id figure = tag_add(&list->tags, 0, TAG_FIGURE, (struct span){0});
    list->tags.items[figure].alt = STR("Four quarters");
    struct page_item *item = page_item_add(list, page, ITEM_IMAGE);
    item->tag = tag_add(&list->tags, figure, TAG_CONTENT, (struct span){0});
    item->box = (struct box){LENGTH_PT(10) + (length)(cell % 6) * LENGTH_PT(60),
                             LENGTH_PT(10) + (length)(cell / 6) * LENGTH_PT(60), LENGTH_PT(40),
                             LENGTH_PT(40)};
    item->as.image.picture = picture;
    list->tags.items[figure].bbox = item->box;
}

// The messages, a line each: "CODE message".
static inline struct str picture_fixture_said(struct arena *arena, struct str bytes)
{
    struct picture_fixture *fixture = picture_fixture_read(arena, bytes);
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < fixture->diags.count; i++)
        str_addf(&out, "%.*s %.*s\n", STR_ARGS(diag_kind_find(fixture->diags.items[i].code)->code),
                 STR_ARGS(fixture->diags.items[i].message));
    return str_built(&out);
}

#endif
