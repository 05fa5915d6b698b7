#include "image/picture.h"

#include "image/picture_fault.h"
#include "image/raster_jpeg.h"
#include "image/raster_png.h"
#include "image/svg.h"

#include <assert.h>

// Kinds of files that writers try, by how they begin.
static const struct {
    struct str signature;
    const char *what;
} foreign[] = {
    {STR_INIT("GIF8"), "a GIF"},
    {STR_INIT("BM"), "a Windows bitmap"},
    {STR_INIT("II*\0"), "a TIFF"},
    {STR_INIT("MM\0*"), "a TIFF"},
    {STR_INIT("%PDF"), "a PDF"},
    {STR_INIT("%!PS"), "PostScript"},
    {STR_INIT("8BPS"), "a Photoshop file"},
    {STR_INIT("\0\0\0\x0CjP  "), "a JPEG 2000"},
};

static const char *foreign_kind(struct str bytes)
{
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
        if (str_starts_with(bytes, foreign[i].signature))
            return foreign[i].what;
    if (bytes.len < 12)
        return NULL;
    struct str brand = str_slice(bytes, 8, 12);
    if (str_starts_with(bytes, STR("RIFF")) && str_equal(brand, STR("WEBP")))
        return "a WebP";
    if (str_equal(str_slice(bytes, 4, 8), STR("ftyp")))
        return str_equal(brand, STR("avif")) ? "an AVIF" : "an HEIC";
    return NULL;
}

static bool report_unknown(const struct picture_job *job, struct diags *diags)
{
    const char *kind = foreign_kind(job->bytes);
    if (job->bytes.len == 0)
        diag_add(diags, DIAG_PICTURE_UNKNOWN, job->span, "%.*s is empty", STR_ARGS(job->path));
    else if (kind)
        diag_add(diags, DIAG_PICTURE_UNKNOWN, job->span, "%.*s is %s, which cannot be used",
                 STR_ARGS(job->path), kind);
    else
        diag_add(diags, DIAG_PICTURE_UNKNOWN, job->span, "%.*s is no picture", STR_ARGS(job->path));
    diag_hint(diags, "save it as PNG, JPEG or SVG");
    return false;
}

// XML, after a byte-order mark and white space.
static bool is_drawing(struct str bytes)
{
    static const struct str mark = STR_INIT("\xEF\xBB\xBF");
    if (str_starts_with(bytes, mark))
        bytes = str_slice(bytes, mark.len, bytes.len);
    return str_starts_with(str_trim(bytes), STR("<"));
}

static bool read_drawing(struct arena *arena, const struct picture_job *job, struct diags *diags,
                         struct picture *picture)
{
    const struct svg_job svg = {job->path, job->bytes, job->span, job->sources};
    if (!svg_read(arena, &svg, diags, &picture->drawing))
        return false;
    picture->kind = PICTURE_DRAWING;
    picture->width = picture->drawing->natural_width;
    picture->height = picture->drawing->natural_height;
    return true;
}

// A side in length's units at a resolution, in 64 bits: a file may claim one pixel a metre.
static int64_t side_at(uint32_t pixels, length unit, uint64_t resolution)
{
    uint64_t side = ((uint64_t)pixels * (uint64_t)unit * 1000 + resolution / 2) / resolution;
    return side > 0 ? (int64_t)side : 1;
}

// A picture is never larger than the largest page of a PDF (ISO 32000-1, C.2): the longer side is
// made as long, the other with it.
static void set_size(struct picture *picture, int64_t width, int64_t height)
{
    const int64_t most = LENGTH_PT(14400);
    while (width > INT32_MAX || height > INT32_MAX) {
        width /= 2;
        height /= 2;
    }
    int64_t longer = width > height ? width : height;
    assert(longer > 0);
    if (longer > most) {
        width = width * most / longer;
        height = height * most / longer;
    }
    picture->width = width > 0 ? (length)width : 1;
    picture->height = height > 0 ? (length)height : 1;
}

// Within 2^62: a side at 96 ppi has 32 bits.
static void stretch(int64_t *height, struct raster_resolution at)
{
    while (at.x > 1u << 30 || at.y > 1u << 30) {
        at.x = at.x / 2 + 1;
        at.y = at.y / 2 + 1;
    }
    *height = *height * (int64_t)at.x / (int64_t)at.y;
}

// Pixels may be oblong: without a unit they are as high as their ratio says.
static void find_size(const struct raster_reading *reading, struct picture *picture)
{
    const struct raster *raster = &reading->raster;
    const uint64_t usual = 96 * 1000;
    struct raster_resolution at = reading->resolution;
    if (at.x == 0 || at.y == 0)
        at = (struct raster_resolution){usual, usual, RASTER_INCH};
    int64_t width, height;
    if (at.unit > 0) {
        width = side_at(raster->width, at.unit, at.x);
        height = side_at(raster->height, at.unit, at.y);
    } else {
        width = side_at(raster->width, RASTER_INCH, usual);
        height = side_at(raster->height, RASTER_INCH, usual);
        stretch(&height, at);
    }
    bool lies = raster_lies(raster);
    set_size(picture, lies ? height : width, lies ? width : height);
    picture->pixel_width = lies ? raster->height : raster->width;
    picture->pixel_height = lies ? raster->width : raster->height;
}

static bool read_raster(struct arena *arena, const struct picture_job *job, struct diags *diags,
                        struct picture *picture)
{
    struct raster_reading *reading = ARENA_NEW(arena, struct raster_reading);
    if (picture->kind == PICTURE_PNG ? !raster_read_png(arena, job, diags, reading)
                                     : !raster_read_jpeg(arena, job, diags, reading))
        return false;
    picture->raster = &reading->raster;
    find_size(reading, picture);
    return true;
}

bool picture_read(struct arena *arena, const struct picture_job *job, struct diags *diags,
                  const struct picture **out)
{
    struct picture *picture = ARENA_NEW(arena, struct picture);
    bool good;
    picture->path = job->path;
    if (str_starts_with(job->bytes, STR("\x89PNG\r\n\x1A\n"))) {
        picture->kind = PICTURE_PNG;
        good = read_raster(arena, job, diags, picture);
    } else if (str_starts_with(job->bytes, STR("\xFF\xD8\xFF"))) {
        picture->kind = PICTURE_JPEG;
        good = read_raster(arena, job, diags, picture);
    } else if (is_drawing(job->bytes)) {
        good = read_drawing(arena, job, diags, picture);
    } else {
        good = report_unknown(job, diags);
    }
    assert(!good || (picture->width > 0 && picture->height > 0));
    *out = picture;
    return good;
}
