#include "image/pixels.h"

#include "image/raster_jpeg.h"
#include "image/raster_png.h"

#include <string.h>

// Samples of 1, 2, 4 or 8 bits, rows of whole bytes (ISO 32000-1, 8.9.5.2).
static uint8_t sample_at(const struct raster *raster, const uint8_t *row, size_t index)
{
    size_t bit = index * raster->bits;
    unsigned mask = (1u << raster->bits) - 1;
    return (uint8_t)(row[bit / 8] >> (8 - raster->bits - bit % 8) & mask);
}

static void expand_row(const struct raster *raster, const uint8_t *row, uint8_t *out)
{
    const uint8_t *palette = (const uint8_t *)raster->palette.data;
    unsigned full = (1u << raster->bits) - 1;
    for (size_t i = 0; i < raster->width; i++) {
        unsigned sample = sample_at(raster, row, i);
        if (raster->color == RASTER_PALETTE)
            memcpy(out + 3 * i, palette + 3 * (size_t)sample, 3);
        else
            out[i] = (uint8_t)(sample * 255 / full);
    }
}

static uint8_t *unpack_samples(struct arena *arena, const struct raster *raster,
                               const struct pixels *pixels)
{
    size_t row_size = (size_t)pixels->width * pixels->components;
    uint8_t *out = arena_alloc_array(arena, pixels->height, row_size);
    const uint8_t *rows = (const uint8_t *)raster->samples.data;
    bool whole = raster->bits == 8 && raster->color != RASTER_PALETTE;
    size_t stride = whole ? row_size : ((size_t)raster->width * raster->bits + 7) / 8;
    for (size_t i = 0; i < pixels->height; i++) {
        if (whole)
            memcpy(out + i * row_size, rows + i * stride, row_size);
        else
            expand_row(raster, rows + i * stride, out + i * row_size);
    }
    return out;
}

static bool unpack_jpeg(struct arena *arena, const struct raster *raster, uint8_t **samples,
                        struct str *fault)
{
    struct raster_samples unpacked;
    *fault = STR("it is damaged");
    if (!raster_jpeg_unpack(arena, raster, raster->width, raster->height, &unpacked))
        return false;
    *samples = arena_alloc(arena, unpacked.bytes.len);
    memcpy(*samples, unpacked.bytes.data, unpacked.bytes.len);
    return true;
}

static void turn_inks(uint8_t *samples, const struct pixels *pixels)
{
    size_t count = (size_t)pixels->width * pixels->height * pixels->components;
    for (size_t i = 0; i < count; i++)
        samples[i] = (uint8_t)(255 - samples[i]);
}

static bool lie_open(const struct raster *raster)
{
    return raster->packing == RASTER_SAMPLES && raster->bits == 8 &&
           raster->color != RASTER_PALETTE && !raster->inverted;
}

bool pixels_unpack(struct arena *arena, const struct raster *raster, struct pixels *out,
                   struct str *fault)
{
    bool good = true;
    uint8_t *samples = NULL;
    *fault = STR("there is no memory for it");
    *out = (struct pixels){
        .width = raster->width,
        .height = raster->height,
        .components = raster->color == RASTER_GRAY   ? 1
                      : raster->color == RASTER_CMYK ? 4
                                                     : 3,
        .samples = (const uint8_t *)raster->samples.data,
    };
    if (lie_open(raster))
        return true;
    switch (raster->packing) {
    case RASTER_SAMPLES: samples = unpack_samples(arena, raster, out); break;
    case RASTER_PNG: good = raster_png_unpack(arena, raster, &samples); break;
    case RASTER_JPEG: good = unpack_jpeg(arena, raster, &samples, fault); break;
    }
    if (good && raster->inverted)
        turn_inks(samples, out);
    out->samples = samples;
    return good;
}
