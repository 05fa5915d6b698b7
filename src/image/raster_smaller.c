#include "image/raster_smaller.h"

#include "image/raster_jpeg.h"
#include "image/raster_png.h"
#include "image/resample.h"

#include <assert.h>

enum { QUALITY = 90, FULL = 65535 };

bool raster_can_be_smaller(const struct raster *raster)
{
    return raster->color != RASTER_PALETTE && raster->bits == 8;
}

static uint32_t channels_of(const struct raster *raster)
{
    return raster->color == RASTER_GRAY ? 1 : raster->color == RASTER_CMYK ? 4 : 3;
}

static bool unpack(struct arena *arena, const struct raster *raster, uint32_t width,
                   uint32_t height, struct raster_samples *out)
{
    *out = (struct raster_samples){raster->width, raster->height, raster->samples};
    switch (raster->packing) {
    case RASTER_SAMPLES: return true;
    case RASTER_PNG: {
        uint8_t *samples;
        bool good = raster_png_unpack(arena, raster, &samples);
        size_t size = (size_t)raster->width * raster->height * channels_of(raster);
        out->bytes = (struct str){good ? (const char *)samples : "", good ? size : 0};
        return good;
    }
    case RASTER_JPEG: return raster_jpeg_unpack(arena, raster, width, height, out);
    }
    return false;
}

// One channel of many, or the alpha, on its way.
struct channel {
    const uint8_t *bytes;
    uint32_t step;         // from a pixel to the next
    const uint8_t *alphas; // by which it is weighed; NULL: by none
};

static struct plane take_channel(struct arena *arena, const struct channel *channel, uint32_t width,
                                 uint32_t height)
{
    struct plane plane = plane_new(arena, width, height);
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++) {
            size_t at = (size_t)y * width + x;
            uint32_t value = channel->bytes[at * channel->step];
            uint32_t weight = channel->alphas ? channel->alphas[at] : 255;
            plane.samples[(size_t)y * plane.stride + x] =
                (uint16_t)((value * weight * FULL + 255 * 255 / 2) / (255 * 255));
        }
    return plane;
}

// Puts a plane back as bytes, `weights` taken off where there are any: a colour of nothing is
// black.
static void put_channel(const struct plane *plane, const struct plane *weights, uint8_t *bytes,
                        uint32_t step)
{
    for (uint32_t y = 0; y < plane->height; y++)
        for (uint32_t x = 0; x < plane->width; x++) {
            size_t at = (size_t)y * plane->stride + x;
            uint32_t value = plane->samples[at], weight = weights ? weights->samples[at] : FULL;
            value = weight == 0 ? 0 : (value * 255 + weight / 2) / weight;
            bytes[((size_t)y * plane->width + x) * step] = (uint8_t)(value > 255 ? 255 : value);
        }
}

// Resamples a channel; its planes' room is given back but for that of the result.
static bool shrink(struct arena *arena, const struct channel *channel,
                   const struct raster_samples *from, const struct plane *to)
{
    struct arena_mark mark = arena_mark(arena);
    struct plane plane = take_channel(arena, channel, from->width, from->height);
    bool done = resample_plane(arena, &plane, to);
    arena_rewind(arena, mark);
    return done;
}

static bool shrink_alpha(struct arena *arena, const struct raster *raster,
                         const struct raster_samples *from, const struct plane *to,
                         struct raster *out)
{
    uint8_t *bytes = ARENA_ARRAY(arena, uint8_t, (size_t)to->width * to->height);
    const struct channel channel = {(const uint8_t *)raster->alpha.data, 1, NULL};
    if (!shrink(arena, &channel, from, to))
        return false;
    put_channel(to, NULL, bytes, 1);
    out->alpha = (struct str){(const char *)bytes, (size_t)to->width * to->height};
    return true;
}

static bool shrink_all(struct arena *arena, const struct raster *raster,
                       const struct raster_samples *from, struct raster *out)
{
    uint32_t channels = channels_of(raster);
    size_t size = (size_t)channels * out->width * out->height;
    uint8_t *bytes = ARENA_ARRAY(arena, uint8_t, size);
    bool transparent = raster->alpha.len > 0;
    struct plane plane = plane_new(arena, out->width, out->height);
    struct plane alpha =
        transparent ? plane_new(arena, out->width, out->height) : (struct plane){0};
    if (transparent && !shrink_alpha(arena, raster, from, &alpha, out))
        return false;
    for (uint32_t i = 0; i < channels; i++) {
        const struct channel channel = {(const uint8_t *)from->bytes.data + i, channels,
                                        transparent ? (const uint8_t *)raster->alpha.data : NULL};
        if (!shrink(arena, &channel, from, &plane))
            return false;
        put_channel(&plane, transparent ? &alpha : NULL, bytes + i, channels);
    }
    out->samples = (struct str){(const char *)bytes, size};
    return true;
}

bool raster_smaller(struct arena *arena, const struct raster *raster, uint32_t width,
                    uint32_t height, struct raster *out)
{
    struct raster_samples from;
    assert(raster_can_be_smaller(raster) && width <= raster->width && height <= raster->height);
    *out = *raster;
    out->width = width;
    out->height = height;
    if (!unpack(arena, raster, width, height, &from) || !shrink_all(arena, raster, &from, out))
        return false;
    out->packing = RASTER_SAMPLES;
    if (raster->packing != RASTER_JPEG)
        return true;
    out->packing = RASTER_JPEG;
    return raster_jpeg_pack(arena, out, QUALITY, &out->samples) &&
           out->samples.len < raster->samples.len;
}
