#include "separate/rasters.h"

#include "base/map.h"
#include "image/pixels.h"

#include <assert.h>
#include <string.h>

struct rasters {
    struct arena *arena;
    const struct separate_job *job;
    struct diags *diags;
    struct map made; // the picture's address → the picture in inks
    bool good;
};

struct rasters *rasters_open(struct arena *arena, const struct separate_job *job,
                             struct diags *diags)
{
    struct rasters *rasters = ARENA_NEW(arena, struct rasters);
    *rasters = (struct rasters){.arena = arena, .job = job, .diags = diags, .good = true};
    return rasters;
}

// The formula of PostScript for one plate (PLRM 3, 7.2.3), and luma (ITU-R BT.709, 3.2).
static uint8_t grey_of(const uint8_t *pixel, uint32_t components)
{
    if (components == 3)
        return (uint8_t)((2126u * pixel[0] + 7152u * pixel[1] + 722u * pixel[2] + 5000) / 10000);
    unsigned ink = (30u * pixel[0] + 59u * pixel[1] + 11u * pixel[2]) / 100 + pixel[3];
    return (uint8_t)(255 - (ink > 255 ? 255 : ink));
}

static struct str grey_samples(struct arena *arena, const struct pixels *pixels)
{
    size_t count = (size_t)pixels->width * pixels->height;
    uint8_t *out = arena_alloc(arena, count);
    for (size_t i = 0; i < count; i++)
        out[i] = grey_of(pixels->samples + i * pixels->components, pixels->components);
    return (struct str){(const char *)out, count};
}

// Returns no samples when the picture's own profile makes no sense.
static struct str ink_samples(struct arena *arena, const struct rasters *rasters,
                              const struct raster *raster, const struct pixels *pixels)
{
    struct press_pixels *conversion =
        press_pixels_open(arena, rasters->job->press, raster->profile, pixels->components);
    size_t count = (size_t)pixels->width * pixels->height;
    if (!conversion)
        return (struct str){0};
    char *out = arena_alloc_array(arena, count, 4);
    press_pixels_convert(conversion, pixels->samples, out, count);
    press_pixels_close(conversion);
    return (struct str){out, count * 4};
}

// Greys are laid down in black; inks of the press itself, and those that bring their own profile,
// are as the press wants them (ISO 15930-7, 6.2.4.2).
static bool is_ready(const struct rasters *rasters, const struct raster *raster)
{
    bool process = rasters->job->inks.process;
    return raster->color == RASTER_GRAY || (raster->color == RASTER_CMYK && process);
}

// The press's own profile is that of the output intent, which may not be named again.
static struct raster *ready(struct arena *arena, const struct rasters *rasters,
                            const struct raster *raster)
{
    struct raster *out = arena_copy(arena, raster, sizeof *raster);
    if (!rasters->job->inks.process || str_equal(raster->profile, rasters->job->intent->profile))
        out->profile = (struct str){0};
    return out;
}

static struct raster *convert(struct rasters *rasters, const struct raster *raster,
                              struct str *fault)
{
    struct arena *arena = rasters->arena;
    struct pixels pixels;
    bool process = rasters->job->inks.process;
    if (is_ready(rasters, raster))
        return ready(arena, rasters, raster);
    if (!pixels_unpack(arena, raster, &pixels, fault))
        return NULL;
    struct raster *out = arena_copy(arena, raster, sizeof *raster);
    out->packing = RASTER_SAMPLES;
    out->color = process ? RASTER_CMYK : RASTER_GRAY;
    out->bits = 8;
    out->inverted = false;
    out->palette = out->profile = (struct str){0};
    out->samples =
        process ? ink_samples(arena, rasters, raster, &pixels) : grey_samples(arena, &pixels);
    *fault = STR("its colour profile makes no sense");
    return out->samples.data ? out : NULL;
}

static const struct picture *in_inks(struct rasters *rasters, const struct page_item *item)
{
    const struct picture *picture = item->as.image.picture;
    struct picture *out = arena_copy(rasters->arena, picture, sizeof *picture);
    struct str fault = STR("");
    out->raster = convert(rasters, picture->raster, &fault);
    if (out->raster)
        return out;
    rasters->good = false;
    diag_add(rasters->diags, DIAG_PICTURE_CORRUPT, item->span, "%.*s cannot be converted: %.*s",
             STR_ARGS(picture->path), STR_ARGS(fault));
    diag_hint(rasters->diags, "open it in a picture editor and save it again");
    return picture;
}

const struct picture *rasters_separate(struct rasters *rasters, const struct page_item *item)
{
    const struct picture *picture = item->as.image.picture;
    struct str address = {(const char *)&picture, sizeof picture};
    const struct picture *made = map_find(&rasters->made, address);
    if (made)
        return made;
    struct str kept = str_copy(rasters->arena, address);
    void *out = arena_copy(rasters->arena, in_inks(rasters, item), sizeof *picture);
    return map_add(rasters->arena, &rasters->made, kept, out);
}

bool rasters_close(struct rasters *rasters)
{
    return rasters->good;
}
