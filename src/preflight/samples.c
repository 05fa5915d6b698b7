#include "preflight/samples.h"

enum { TAPS = 4 }; // looked at along each side of a part

bool samples_open(struct arena *arena, const struct raster *raster, struct samples *out)
{
    struct str fault;
    *out = (struct samples){.raster = raster};
    return (raster->color == RASTER_CMYK || raster->color == RASTER_GRAY) &&
           pixels_unpack(arena, raster, &out->pixels, &fault);
}

static uint32_t pixel_at(double part, uint32_t count)
{
    double at = part * count;
    return at <= 0 ? 0 : at >= count ? count - 1 : (uint32_t)at;
}

// From the upright picture to the stored one (Exif 2.3, 4.6.4 A).
static size_t stored_at(const struct raster *raster, double x, double y)
{
    double across = raster_lies(raster) ? y : x, down = raster_lies(raster) ? x : y;
    bool mirrored = raster->orientation == 2 || raster->orientation == 3 ||
                    raster->orientation == 7 || raster->orientation == 8;
    bool upended = raster->orientation == 3 || raster->orientation == 4 ||
                   raster->orientation == 6 || raster->orientation == 7;
    uint32_t column = pixel_at(mirrored ? 1 - across : across, raster->width);
    uint32_t row = pixel_at(upended ? 1 - down : down, raster->height);
    return (size_t)row * raster->width + column;
}

static void add_pixel(const struct samples *samples, size_t pixel, struct sampled *sum)
{
    size_t components = samples->pixels.components;
    float opaque = 1;
    if (samples->raster->alpha.len > pixel)
        opaque = (float)(uint8_t)samples->raster->alpha.data[pixel] / 255;
    for (size_t i = 0; i < components; i++) {
        uint8_t byte = samples->pixels.samples[pixel * components + i];
        float amount = (float)(components == 1 ? 255 - byte : byte) / 255;
        sum->inks[components == 1 ? 3 : i] += amount * opaque;
    }
    sum->opaque += opaque;
}

struct sampled samples_mean(const struct samples *samples, struct part_of_picture part)
{
    const struct raster *raster = samples->raster;
    struct sampled mean = {.opaque = 0};
    double wide = (part.right - part.left) / TAPS, high = (part.foot - part.top) / TAPS;
    for (int row = 0; row < TAPS; row++)
        for (int i = 0; i < TAPS; i++)
            add_pixel(
                samples,
                stored_at(raster, part.left + (i + 0.5) * wide, part.top + (row + 0.5) * high),
                &mean);
    for (size_t i = 0; i < 4 && mean.opaque > 0; i++)
        mean.inks[i] /= mean.opaque;
    mean.opaque /= TAPS * TAPS;
    return mean;
}
