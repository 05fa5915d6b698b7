#include "pdf/pictures.h"

#include "base/map.h"
#include "pdf/operators.h"

#include <assert.h>

struct written {
    uint32_t object;
    uint32_t number;
};

struct pictures {
    struct arena *arena;
    struct haru *haru;
    struct map pictures; // the file's bytes → struct written
    struct map profiles; // the profile's bytes → struct written
    uint32_t count;
};

struct pictures *pictures_open(struct arena *arena, struct haru *haru)
{
    struct pictures *pictures = ARENA_NEW(arena, struct pictures);
    pictures->arena = arena;
    pictures->haru = haru;
    return pictures;
}

static uint32_t components_of(enum raster_color color)
{
    switch (color) {
    case RASTER_GRAY: return 1;
    case RASTER_RGB: return 3;
    case RASTER_PALETTE: return 3; // of its base
    case RASTER_CMYK: return 4;
    }
    return 0;
}

static uint32_t write_profile(struct pictures *pictures, struct str profile, uint32_t components)
{
    struct written *written = map_find(&pictures->profiles, profile);
    if (!written) {
        struct str entries = str_format(pictures->arena, "/N %u", (unsigned)components);
        written = ARENA_NEW(pictures->arena, struct written);
        written->object = haru_add_stream(pictures->haru, entries, profile, true);
        map_add(pictures->arena, &pictures->profiles, profile, written);
    }
    return written->object;
}

static void add_base(struct pictures *pictures, const struct raster *raster,
                     struct str_builder *out)
{
    uint32_t components = components_of(raster->color);
    assert(components < 4 || raster->profile.len > 0);
    if (raster->profile.len > 0)
        str_addf(out, "[/ICCBased %u 0 R]",
                 (unsigned)write_profile(pictures, raster->profile, components));
    else
        str_add(out, components == 1 ? STR("/DeviceGray") : STR("/DeviceRGB"));
}

static void add_color_space(struct pictures *pictures, const struct raster *raster,
                            struct str_builder *out)
{
    str_add(out, STR("/ColorSpace"));
    if (raster->color != RASTER_PALETTE) {
        add_base(pictures, raster, out);
        return;
    }
    str_add(out, STR("[/Indexed"));
    add_base(pictures, raster, out);
    str_addf(out, " %zu", raster->palette.len / 3 - 1);
    pdf_add_bytes(out, raster->palette);
    str_add_byte(out, ']');
}

static void add_size(const struct raster *raster, uint8_t bits, struct str_builder *out)
{
    str_addf(out, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %u",
             (unsigned)raster->width, (unsigned)raster->height, (unsigned)bits);
}

// 11.6.5.3: a soft mask is a grey picture of its own.
static void add_alpha(struct pictures *pictures, const struct raster *raster,
                      struct str_builder *out)
{
    struct str_builder mask = str_builder_in(pictures->arena);
    if (raster->alpha.len == 0)
        return;
    add_size(raster, 8, &mask);
    str_add(&mask, STR("/ColorSpace/DeviceGray"));
    str_addf(out, "/SMask %u 0 R",
             (unsigned)haru_add_stream(pictures->haru, str_built(&mask), raster->alpha, true));
}

// 7.4.4.4: Predictor 15 is any of PNG's filters, row by row.
static void add_filter(const struct raster *raster, struct str_builder *out)
{
    uint32_t colors = raster->color == RASTER_PALETTE ? 1 : components_of(raster->color);
    switch (raster->packing) {
    case RASTER_SAMPLES: break;
    case RASTER_PNG:
        str_addf(out,
                 "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %u/BitsPerComponent %u"
                 "/Columns %u>>",
                 (unsigned)colors, (unsigned)raster->bits, (unsigned)raster->width);
        break;
    case RASTER_JPEG:
        str_add(out, STR("/Filter/DCTDecode"));
        if (raster->as_coded)
            str_add(out, STR("/DecodeParms<</ColorTransform 0>>"));
        break;
    }
}

static uint32_t write_picture(struct pictures *pictures, const struct raster *raster)
{
    struct str_builder out = str_builder_in(pictures->arena);
    add_size(raster, raster->bits, &out);
    add_color_space(pictures, raster, &out);
    if (raster->inverted)
        str_add(&out, STR("/Decode[1 0 1 0 1 0 1 0]"));
    add_alpha(pictures, raster, &out);
    add_filter(raster, &out);
    return haru_add_stream(pictures->haru, str_built(&out), raster->samples,
                           raster->packing == RASTER_SAMPLES);
}

uint32_t pictures_add(struct pictures *pictures, const struct raster *raster,
                      struct str_builder *within)
{
    struct written *written = map_find(&pictures->pictures, raster->file);
    if (!written) {
        written = ARENA_NEW(pictures->arena, struct written);
        written->number = pictures->count++;
        written->object = write_picture(pictures, raster);
        map_add(pictures->arena, &pictures->pictures, raster->file, written);
    }
    struct str entry = str_format(pictures->arena, "/I%u %u 0 R", (unsigned)written->number,
                                  (unsigned)written->object);
    if (str_find(str_built(within), entry, 0) == within->len)
        str_add(within, entry);
    return written->number;
}
