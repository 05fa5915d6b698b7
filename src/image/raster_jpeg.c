#include "image/raster_jpeg.h"

#include "color/cmyk_profile.h"
#include "image/exif.h"
#include "image/guard.h"
#include "image/jpeg_marks.h"
#include "image/picture_fault.h"

#include <stdio.h> // before jpeglib.h, which needs it
#include <stdlib.h>

#include <jpeglib.h>

struct reading {
    struct jpeg_error_mgr errors; // first: libjpeg hands it back
    struct jpeg_decompress_struct jpeg;
    struct guard *guard;
    struct str bytes;
    char fault[JMSG_LENGTH_MAX];
};

static void take_error(j_common_ptr jpeg)
{
    struct reading *reading = jpeg->client_data;
    reading->errors.format_message(jpeg, reading->fault);
    guard_leave(reading->guard);
}

static void take_warning(j_common_ptr jpeg, int level)
{
    (void)jpeg;
    (void)level;
}

static void read_header(struct guard *guard, void *context)
{
    struct reading *reading = context;
    reading->guard = guard;
    reading->jpeg.err = jpeg_std_error(&reading->errors);
    reading->errors.error_exit = take_error;
    reading->errors.emit_message = take_warning;
    reading->jpeg.client_data = reading;
    jpeg_create_decompress(&reading->jpeg);
    jpeg_mem_src(&reading->jpeg, (const unsigned char *)reading->bytes.data, reading->bytes.len);
    (void)jpeg_read_header(&reading->jpeg, TRUE);
}

// What readers of PDF must know how to decode: ISO 32000-1, 7.4.8.
static bool is_readable(struct arena *arena, const struct picture_job *job,
                        const struct jpeg_marks *marks, struct diags *diags)
{
    enum { PROGRESSIVE = 2, LOSSLESS = 3, ARITHMETIC = 9, ARITHMETIC_PROGRESSIVE = 10 };
    const char *what = NULL;
    uint8_t frame = marks->frame, components = marks->components;
    if (frame == ARITHMETIC || frame == ARITHMETIC_PROGRESSIVE)
        what = "is a JPEG with arithmetic coding";
    else if (frame == LOSSLESS || frame == ARITHMETIC + 2)
        what = "is a JPEG without loss";
    else if (frame > PROGRESSIVE)
        what = "is a hierarchical JPEG";
    else if (marks->precision != 8)
        what = str_cstr(arena, str_format(arena, "is a JPEG with %u bits a channel",
                                          (unsigned)marks->precision));
    else if (components != 1 && components != 3 && components != 4)
        what =
            str_cstr(arena, str_format(arena, "is a JPEG with %u channels", (unsigned)components));
    return !what || picture_unsupported(job, diags, what);
}

static bool check_marks(struct arena *arena, const struct picture_job *job,
                        const struct jpeg_marks *marks, struct diags *diags)
{
    switch (marks->end) {
    case JPEG_CUT_OFF: return picture_truncated(job, diags);
    case JPEG_MALFORMED:
        return picture_corrupt(job, diags, "one of its parts is shorter than its own head");
    case JPEG_WHOLE: break;
    }
    if (!marks->has_frame || !marks->has_scan)
        return picture_corrupt(job, diags, "there is no picture in it");
    return is_readable(arena, job, marks, diags) &&
           picture_size_fits(job, marks->width, marks->height, diags);
}

static bool find_profile(struct arena *arena, const struct picture_job *job,
                         const struct jpeg_marks *marks, struct diags *diags, struct str *out)
{
    if (marks->profile_pieces > 0)
        *out = picture_profile(job, jpeg_marks_profile(arena, marks), marks->components, diags);
    if (marks->components != 4 || out->len > 0 || cmyk_profile_read(arena, out))
        return true;
    diag_add(diags, DIAG_CMYK_PROFILE_MISSING, job->span,
             "%.*s is in CMYK, and no profile says of which inks", STR_ARGS(job->path));
    diag_hint(diags, "install the package libgs-common, which has that of a usual press, or save "
                     "the picture as RGB");
    return false;
}

static void take_exif(const struct jpeg_marks *marks, struct raster_reading *out)
{
    struct exif exif = exif_read(marks->exif);
    bool by_exif = marks->density.unit == 0 && exif.resolution.unit > 0;
    out->raster.orientation = exif.orientation;
    out->resolution = by_exif ? exif.resolution : marks->density;
}

// Adobe's programs write inks upside down, and say so by their marker.
static void take_colors(const struct reading *reading, struct raster *raster)
{
    const struct jpeg_decompress_struct *jpeg = &reading->jpeg;
    raster->color = jpeg->num_components == 1   ? RASTER_GRAY
                    : jpeg->num_components == 3 ? RASTER_RGB
                                                : RASTER_CMYK;
    raster->inverted = raster->color == RASTER_CMYK && jpeg->saw_Adobe_marker == TRUE;
}

// RGB that is no YCbCr is known to libjpeg by the components' names, to readers of PDF not alike:
// the marker of Adobe's programs, which all of them obey, is added (Adobe Technical Note 5116).
static struct str say_colors(struct arena *arena, const struct reading *reading)
{
    static const struct str start = STR_INIT("\xFF\xD8");
    static const struct str mark = STR_INIT("\xFF\xEE\0\x0E"
                                            "Adobe\0\x64\0\0\0\0\0");
    struct str_builder out = str_builder_in(arena);
    if (reading->jpeg.jpeg_color_space != JCS_RGB || reading->jpeg.saw_Adobe_marker == TRUE)
        return reading->bytes;
    str_add(&out, start);
    str_add(&out, mark);
    str_add(&out, str_slice(reading->bytes, start.len, reading->bytes.len));
    return str_built(&out);
}

bool raster_read_jpeg(struct arena *arena, const struct picture_job *job, struct diags *diags,
                      struct raster_reading *out)
{
    struct jpeg_marks *marks = jpeg_marks_read(arena, job->bytes);
    struct raster *raster = &out->raster;
    struct reading *reading = ARENA_NEW(arena, struct reading);
    if (!check_marks(arena, job, marks, diags))
        return false;
    reading->bytes = str_slice(job->bytes, 0, marks->size);
    bool good = guard_run(read_header, reading);
    if (good) {
        take_colors(reading, raster);
        raster->samples = say_colors(arena, reading);
    }
    jpeg_destroy_decompress(&reading->jpeg);
    if (!good)
        return picture_corrupt(job, diags, reading->fault);
    raster->file = job->bytes;
    raster->packing = RASTER_JPEG;
    raster->width = marks->width;
    raster->height = marks->height;
    raster->bits = 8;
    take_exif(marks, out);
    return find_profile(arena, job, marks, diags, &raster->profile);
}

static J_COLOR_SPACE space_of(const struct raster *raster)
{
    return raster->color == RASTER_GRAY  ? JCS_GRAYSCALE
           : raster->color == RASTER_RGB ? JCS_RGB
                                         : JCS_CMYK;
}

struct unpacking {
    struct reading reading; // first: take_error expects it
    struct arena *arena;
    J_COLOR_SPACE space;
    struct raster_samples *out;
    uint32_t width, height; // that are wanted
};

// In eighths, halved as long as twice the wanted pixels remain.
static void choose_scale(struct jpeg_decompress_struct *jpeg, uint32_t width, uint32_t height)
{
    jpeg->scale_num = jpeg->scale_denom = 8;
    while (jpeg->scale_num > 1 && (uint64_t)jpeg->image_width * jpeg->scale_num / 16 >= 2 * width &&
           (uint64_t)jpeg->image_height * jpeg->scale_num / 16 >= 2 * height)
        jpeg->scale_num /= 2;
}

static void unpack_rows(struct guard *guard, void *context)
{
    struct unpacking *unpacking = context;
    struct jpeg_decompress_struct *jpeg = &unpacking->reading.jpeg;
    read_header(guard, &unpacking->reading);
    jpeg->out_color_space = unpacking->space;
    choose_scale(jpeg, unpacking->width, unpacking->height);
    (void)jpeg_start_decompress(jpeg);
    size_t row = (size_t)jpeg->output_width * (size_t)jpeg->output_components;
    uint8_t *bytes = arena_alloc_array(unpacking->arena, jpeg->output_height, row);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW at = bytes + row * jpeg->output_scanline;
        (void)jpeg_read_scanlines(jpeg, &at, 1);
    }
    (void)jpeg_finish_decompress(jpeg);
    *unpacking->out = (struct raster_samples){
        jpeg->output_width, jpeg->output_height, {(const char *)bytes, row * jpeg->output_height}};
}

bool raster_jpeg_unpack(struct arena *arena, const struct raster *raster, uint32_t width,
                        uint32_t height, struct raster_samples *out)
{
    struct unpacking *unpacking = ARENA_NEW(arena, struct unpacking);
    unpacking->reading.bytes = raster->samples;
    unpacking->arena = arena;
    unpacking->space = space_of(raster);
    unpacking->out = out;
    unpacking->width = width;
    unpacking->height = height;
    bool good = guard_run(unpack_rows, unpacking);
    jpeg_destroy_decompress(&unpacking->reading.jpeg);
    return good;
}

struct packing {
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct jpeg;
    struct guard *guard;
    const struct raster *raster;
    int quality;
    unsigned char *bytes; // of malloc, as libjpeg makes them
    unsigned long size;
};

static void leave_packing(j_common_ptr jpeg)
{
    struct packing *packing = jpeg->client_data;
    guard_leave(packing->guard);
}

static void pack_rows(struct guard *guard, void *context)
{
    struct packing *packing = context;
    struct jpeg_compress_struct *jpeg = &packing->jpeg;
    const struct raster *raster = packing->raster;
    packing->guard = guard;
    jpeg->err = jpeg_std_error(&packing->errors);
    packing->errors.error_exit = leave_packing;
    jpeg->client_data = packing;
    jpeg_create_compress(jpeg);
    jpeg_mem_dest(jpeg, &packing->bytes, &packing->size);
    jpeg->image_width = raster->width;
    jpeg->image_height = raster->height;
    jpeg->in_color_space = space_of(raster);
    jpeg->input_components = jpeg->in_color_space == JCS_GRAYSCALE ? 1
                             : raster->color == RASTER_RGB         ? 3
                                                                   : 4;
    jpeg_set_defaults(jpeg);
    jpeg_set_quality(jpeg, packing->quality, TRUE);
    jpeg->optimize_coding = TRUE;
    jpeg_start_compress(jpeg, TRUE);
    size_t row = (size_t)raster->width * (size_t)jpeg->input_components;
    while (jpeg->next_scanline < jpeg->image_height) {
        JSAMPROW at = (JSAMPROW)(uintptr_t)raster->samples.data + row * jpeg->next_scanline;
        (void)jpeg_write_scanlines(jpeg, &at, 1);
    }
    jpeg_finish_compress(jpeg);
}

bool raster_jpeg_pack(struct arena *arena, const struct raster *raster, int quality,
                      struct str *bytes)
{
    struct packing *packing = ARENA_NEW(arena, struct packing);
    packing->raster = raster;
    packing->quality = quality;
    bool good = guard_run(pack_rows, packing);
    jpeg_destroy_compress(&packing->jpeg);
    if (good)
        *bytes = str_copy(arena, (struct str){(const char *)packing->bytes, packing->size});
    free(packing->bytes);
    return good;
}

#define TEXT_OF(value) TEXT_AS_IT_STANDS(value)
#define TEXT_AS_IT_STANDS(value) #value

struct str raster_jpeg_version(void)
{
    return STR(TEXT_OF(LIBJPEG_TURBO_VERSION));
}
