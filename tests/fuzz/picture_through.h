// What the fuzz targets of pictures share: bytes → picture → page → PDF, with what must hold on the
// way.
#ifndef FUZZ_PICTURE_THROUGH_H
#define FUZZ_PICTURE_THROUGH_H

#include "color/icc_profile.h"
#include "page/page_check.h"
#include "pdf/pdf.h"

#include <assert.h>

static inline uint32_t raster_channels(const struct raster *raster)
{
    return raster->color == RASTER_RGB ? 3 : raster->color == RASTER_CMYK ? 4 : 1;
}

static inline void check_raster(const struct raster *raster)
{
    uint64_t row = ((uint64_t)raster->width * raster_channels(raster) * raster->bits + 7) / 8;
    assert(raster->width > 0 && raster->width <= RASTER_LONGEST_SIDE);
    assert((uint64_t)raster->width * raster->height <= RASTER_MOST_PIXELS);
    assert(raster->orientation >= 1 && raster->orientation <= 8);
    assert(raster->packing != RASTER_SAMPLES || raster->samples.len == row * raster->height);
    assert(raster->alpha.len == 0 || raster->alpha.len == (size_t)raster->width * raster->height);
    assert(raster->color != RASTER_PALETTE || raster->palette.len == (size_t)3 << raster->bits);
    uint32_t components = raster->color == RASTER_PALETTE ? 3 : raster_channels(raster);
    assert(raster->profile.len == 0 || !icc_profile_fault(raster->profile, components));
}

static inline void draw_picture(struct arena *arena, const struct picture *picture,
                                struct diags *diags)
{
    struct page_list *list = page_list_new(arena);
    struct page *page = page_add(list, LENGTH_PT(100), LENGTH_PT(100));
    struct page_item *item = page_item_add(list, page, ITEM_IMAGE);
    struct pdf_job job = {list, STR("fuzz"), 1, pdf_standards_screen, NULL};
    struct str bytes;
    item->tag = TAG_NONE;
    item->artifact = ARTIFACT_LAYOUT;
    item->box = (struct box){0, 0, LENGTH_PT(100), LENGTH_PT(50)};
    item->as.image.picture = picture;
    assert(page_check(list, diags));
    assert(pdf_write(arena, &job, diags, &bytes) && bytes.len > 0);
}

static inline void picture_through(struct str bytes)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    const struct picture *picture;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    const struct picture_job job = {STR("fuzz"), bytes, {0}, &sources};
    bool good = picture_read(&arena, &job, &diags, &picture);
    assert(good == (diags.error_count == 0));
    if (good) {
        assert(picture->width > 0 && picture->height > 0);
        check_raster(picture->raster);
        draw_picture(&arena, picture, &diags);
    }
    arena_release(&arena);
}

#endif
