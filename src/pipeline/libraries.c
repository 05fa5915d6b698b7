#include "pipeline/libraries.h"

#include "color/press.h"
#include "image/qr.h"
#include "image/raster_jpeg.h"
#include "image/raster_png.h"
#include "image/resample.h"
#include "image/svg_xml.h"
#include "input/yaml.h"
#include "pdf/compress.h"
#include "pdf/haru.h"
#include "pdf/seal.h"
#include "text/font.h"
#include "text/icu.h"

uint32_t libraries_loaded(void)
{
    return (icu_is_loaded() ? LIBRARY_ICU : 0) | (seal_was_used() ? LIBRARY_QPDF : 0) |
           (press_was_used() ? LIBRARY_LCMS : 0) | (resample_was_used() ? LIBRARY_ZIMG : 0);
}

void libraries_write(struct arena *arena, uint32_t loaded, struct json *json)
{
    json_open(json, '{');
    json_text_member(json, "freetype", font_reader_version(arena));
    json_text_member(json, "harfbuzz", font_shaper_version());
    if (loaded & LIBRARY_ICU)
        json_text_member(json, "icu", icu_version(arena));
    if (loaded & LIBRARY_LCMS)
        json_text_member(json, "lcms2", press_version(arena));
    json_text_member(json, "libdeflate", compressor_version());
    json_text_member(json, "libharu", haru_version());
    json_text_member(json, "libjpeg-turbo", raster_jpeg_version());
    json_text_member(json, "libpng", raster_png_version());
    if (loaded & LIBRARY_QPDF)
        json_text_member(json, "libqpdf", seal_version());
    json_text_member(json, "libqrencode", qr_version());
    json_text_member(json, "libxml2", svg_xml_version(arena));
    json_text_member(json, "libyaml", yaml_version());
    if (loaded & LIBRARY_ZIMG)
        json_text_member(json, "libzimg", resample_version(arena));
    json_close(json, '}');
}
