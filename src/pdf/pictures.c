#include "pdf/pictures.h"

#include "pdf/operators.h"
#include "pdf/predict.h"

#include <assert.h>

struct written {
    uint32_t object;
    uint32_t number;
};

struct pictures {
    struct arena *arena;
    struct haru *haru;
    const struct map *others;
    struct map placed;   // the raster's address → struct written
    struct map pictures; // the file's bytes → struct written
    struct map profiles; // the profile's bytes → struct written
    uint32_t count;
};

struct pictures *pictures_open(struct arena *arena, struct haru *haru, const struct map *others)
{
    struct pictures *pictures = ARENA_NEW(arena, struct pictures);
    pictures->arena = arena;
    pictures->haru = haru;
    pictures->others = others;
    return pictures;
}

// A palette has those of its base.
static uint32_t components_of(enum raster_color color)
{
    return color == RASTER_GRAY ? 1 : color == RASTER_CMYK ? 4 : 3;
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
    if (raster->profile.len > 0)
        str_addf(out, "[/ICCBased %u 0 R]",
                 (unsigned)write_profile(pictures, raster->profile, components));
    else
        str_add(out, components == 1   ? STR("/DeviceGray")
                     : components == 3 ? STR("/DeviceRGB")
                                       : STR("/DeviceCMYK"));
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

static void add_predictor(uint32_t width, uint32_t colors, uint8_t bits, struct str_builder *out)
{
    str_addf(out, "/DecodeParms<</Predictor 15/Colors %u/BitsPerComponent %u/Columns %u>>",
             (unsigned)colors, (unsigned)bits, (unsigned)width);
}

// Samples of a byte each, of which neighbours are alike.
static uint32_t write_samples(struct pictures *pictures, struct str_builder *entries,
                              struct str samples, size_t row, uint32_t colors)
{
    add_predictor((uint32_t)(row / colors), colors, 8, entries);
    struct str rows = predict_rows(pictures->arena, samples, row, colors);
    return haru_add_stream(pictures->haru, str_built(entries), rows, true);
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
             (unsigned)write_samples(pictures, &mask, raster->alpha, raster->width, 1));
}

static uint32_t write_stream(struct pictures *pictures, const struct raster *raster,
                             struct str_builder *out)
{
    uint32_t colors = raster->color == RASTER_PALETTE ? 1 : components_of(raster->color);
    bool packed = raster->packing != RASTER_SAMPLES;
    switch (raster->packing) {
    case RASTER_SAMPLES:
        if (raster->color != RASTER_PALETTE && raster->bits == 8)
            return write_samples(pictures, out, raster->samples, (size_t)raster->width * colors,
                                 colors);
        break; // neighbouring indices are not alike: filters would make them larger
    case RASTER_PNG:
        str_add(out, STR("/Filter/FlateDecode"));
        add_predictor(raster->width, colors, raster->bits, out);
        break;
    case RASTER_JPEG: str_add(out, STR("/Filter/DCTDecode")); break;
    }
    return haru_add_stream(pictures->haru, str_built(out), raster->samples, !packed);
}

static uint32_t write_picture(struct pictures *pictures, const struct raster *raster)
{
    struct str_builder out = str_builder_in(pictures->arena);
    add_size(raster, raster->bits, &out);
    add_color_space(pictures, raster, &out);
    if (raster->inverted)
        str_add(&out, STR("/Decode[1 0 1 0 1 0 1 0]"));
    add_alpha(pictures, raster, &out);
    return write_stream(pictures, raster, &out);
}

static struct written *written_of(struct pictures *pictures, const struct raster *raster)
{
    struct written *written = map_find(&pictures->pictures, raster->file);
    if (!written) {
        const struct raster *other =
            pictures->others ? map_find(pictures->others, raster->file) : NULL;
        written = ARENA_NEW(pictures->arena, struct written);
        written->number = pictures->count++;
        written->object = write_picture(pictures, other ? other : raster);
        map_add(pictures->arena, &pictures->pictures, raster->file, written);
    }
    return written;
}

// Megabytes are compared once for each raster, not each time that it is drawn.
static struct written *find_written(struct pictures *pictures, const struct raster *raster)
{
    const struct str address = {(const char *)&raster, sizeof raster};
    struct written *written = map_find(&pictures->placed, address);
    if (written)
        return written;
    const char *kept = arena_copy(pictures->arena, &raster, sizeof raster);
    return map_add(pictures->arena, &pictures->placed, (struct str){kept, sizeof raster},
                   written_of(pictures, raster));
}

uint32_t pictures_add(struct pictures *pictures, const struct raster *raster,
                      struct str_builder *within)
{
    const struct written *written = find_written(pictures, raster);
    struct str entry = str_format(pictures->arena, "/I%u %u 0 R", (unsigned)written->number,
                                  (unsigned)written->object);
    if (str_find(str_built(within), entry, 0) == within->len)
        str_add(within, entry);
    return written->number;
}
