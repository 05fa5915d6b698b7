#include "pipeline/resolution.h"

#include "image/raster_smaller.h"
#include "image/resample.h"
#include "page/picture_sizes.h"

enum { SCREEN_RESOLUTION = 150, PRESS_RESOLUTION = 300 };

uint32_t edition_resolution(const struct edition *edition)
{
    if (edition->resolution > 0)
        return edition->resolution;
    bool press = edition->kind == EDITION_PRINT || edition->kind == EDITION_BOOKLET;
    return press ? PRESS_RESOLUTION : SCREEN_RESOLUTION;
}

// Pixels along a side, rounded up.
static uint64_t pixels_along(length side, uint32_t resolution)
{
    const int64_t inch = RASTER_INCH;
    return (uint64_t)(((int64_t)side * resolution + inch - 1) / inch);
}

// Below one and a half times the resolution little would be won, and sharpness lost.
static bool is_too_fine(const struct picture_size *size, uint64_t width, uint64_t height)
{
    return width > 0 && height > 0 && 2 * (uint64_t)size->raster->width > 3 * width &&
           2 * (uint64_t)size->raster->height > 3 * height;
}

static bool open_library(struct job *job)
{
    if (resample_open())
        return true;
    diag_add(
        &job->diags, DIAG_RESAMPLER_MISSING, (struct span){0},
        "a picture has more pixels than its edition shows, and libzimg.so.2, which makes fewer "
        "of them, is not installed");
    diag_hint(&job->diags,
              "install the package libzimg2, or give the edition a higher `resolution`");
    return false;
}

static void resample_one(struct job *job, const struct picture_size *size, uint32_t width,
                         uint32_t height, struct resampled *out)
{
    struct raster *smaller = ARENA_NEW(&job->arena, struct raster);
    if (!raster_smaller(&job->arena, size->raster, width, height, smaller))
        return;
    map_add(&job->arena, &out->by_file, size->raster->file, smaller);
    out->count++;
}

bool pictures_resample(struct job *job, const struct edition *edition,
                       const struct page_list *pages, struct resampled *out)
{
    uint32_t resolution = edition_resolution(edition);
    struct picture_sizes sizes = picture_sizes_find(&job->arena, pages);
    *out = (struct resampled){0};
    for (size_t i = 0; i < sizes.count; i++) {
        const struct picture_size *size = sizes.items[i];
        uint64_t width = pixels_along(size->width, resolution);
        uint64_t height = pixels_along(size->height, resolution);
        if (!raster_can_be_smaller(size->raster) || !is_too_fine(size, width, height))
            continue;
        if (!open_library(job))
            return false;
        resample_one(job, size, (uint32_t)width, (uint32_t)height, out);
    }
    return true;
}
