#include "color/press.h"

#include "base/library.h"
#include "color/icc_profile.h"
#include "color/srgb_profile.h"

#include <assert.h>

#include <lcms2.h>

#define FUNCTIONS(ROW)                                                                             \
    ROW(cmsOpenProfileFromMem)                                                                     \
    ROW(cmsCloseProfile)                                                                           \
    ROW(cmsGetDeviceClass)                                                                         \
    ROW(cmsGetColorSpace)                                                                          \
    ROW(cmsCreateTransform)                                                                        \
    ROW(cmsDeleteTransform)                                                                        \
    ROW(cmsDoTransform)                                                                            \
    ROW(cmsGetEncodedCMMversion)

static struct {
    void *library;
#define ROW(name) __typeof__(name) *call_##name;
    FUNCTIONS(ROW)
#undef ROW
} lcms;

struct press {
    struct arena *arena;
    cmsHPROFILE profile;
    cmsHTRANSFORM *colors; // NULL there until the first colour
};

struct press_pixels {
    cmsHTRANSFORM transform;
};

static bool open_library(void)
{
    static const struct library_function functions[] = {
#define ROW(name) {#name, &lcms.call_##name, sizeof lcms.call_##name},
        FUNCTIONS(ROW)
#undef ROW
    };
    if (!lcms.library)
        lcms.library =
            library_load("liblcms2.so.2", functions, sizeof functions / sizeof functions[0]);
    return lcms.library != NULL;
}

static cmsHPROFILE open_profile(struct str bytes)
{
    return bytes.len <= UINT32_MAX
               ? lcms.call_cmsOpenProfileFromMem(bytes.data, (cmsUInt32Number)bytes.len)
               : NULL;
}

// `flags` are lcms2's; both profiles may be closed afterwards.
static cmsHTRANSFORM open_transform(struct str from, cmsUInt32Number from_format,
                                    const struct press *press, cmsUInt32Number to_format,
                                    cmsUInt32Number flags)
{
    cmsHPROFILE profile = open_profile(from);
    if (!profile)
        return NULL;
    cmsHTRANSFORM transform = lcms.call_cmsCreateTransform(
        profile, from_format, press->profile, to_format, INTENT_RELATIVE_COLORIMETRIC,
        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE | flags);
    lcms.call_cmsCloseProfile(profile);
    return transform;
}

// Returns what keeps a profile from describing a press, or NULL.
static const char *press_fault(struct str bytes, cmsHPROFILE profile)
{
    if (lcms.call_cmsGetDeviceClass(profile) != cmsSigOutputClass)
        return "its class is not `prtr`, that of printing conditions";
    if (lcms.call_cmsGetColorSpace(profile) != cmsSigCmykData)
        return "its colours are not cyan, magenta, yellow and black";
    return icc_profile_fault(bytes, 4);
}

struct press *press_open(struct arena *arena, struct str profile, const char **fault)
{
    struct press *press = ARENA_NEW(arena, struct press);
    *fault = "the library lcms2 is not on this machine";
    if (!open_library())
        return NULL;
    press->arena = arena;
    press->colors = ARENA_NEW(arena, cmsHTRANSFORM);
    press->profile = open_profile(profile);
    *fault = press->profile ? press_fault(profile, press->profile) : "it is no ICC profile";
    if (!*fault)
        return press;
    if (press->profile)
        lcms.call_cmsCloseProfile(press->profile);
    return NULL;
}

void press_close(struct press *press)
{
    if (*press->colors)
        lcms.call_cmsDeleteTransform(*press->colors);
    lcms.call_cmsCloseProfile(press->profile);
}

bool press_has_tables(const struct press *press)
{
    if (!*press->colors)
        *press->colors = open_transform(srgb_profile(press->arena), TYPE_RGB_8, press, TYPE_CMYK_16,
                                        cmsFLAGS_NOOPTIMIZE);
    return *press->colors != NULL;
}

void press_convert(const struct press *press, const uint8_t rgb[3], uint16_t cmyk[4])
{
    uint16_t inks[4];
    assert(*press->colors);
    lcms.call_cmsDoTransform(*press->colors, rgb, inks, 1);
    for (size_t i = 0; i < 4; i++)
        cmyk[i] = (uint16_t)(((uint32_t)inks[i] * 1000 + UINT16_MAX / 2) / UINT16_MAX);
}

static cmsUInt32Number format_of(uint32_t components)
{
    return components == 1 ? TYPE_GRAY_8 : components == 3 ? TYPE_RGB_8 : TYPE_CMYK_8;
}

struct press_pixels *press_pixels_open(struct arena *arena, const struct press *press,
                                       struct str profile, uint32_t components)
{
    struct press_pixels *pixels = ARENA_NEW(arena, struct press_pixels);
    assert(components == 1 || components == 3 || components == 4);
    assert(profile.len > 0 || components == 3);
    pixels->transform = open_transform(profile.len > 0 ? profile : srgb_profile(arena),
                                       format_of(components), press, TYPE_CMYK_8, 0);
    return pixels->transform ? pixels : NULL;
}

void press_pixels_close(struct press_pixels *pixels)
{
    lcms.call_cmsDeleteTransform(pixels->transform);
}

void press_pixels_convert(const struct press_pixels *pixels, const void *from, void *to,
                          size_t count)
{
    assert(count <= UINT32_MAX);
    lcms.call_cmsDoTransform(pixels->transform, from, to, (cmsUInt32Number)count);
}

bool press_was_used(void)
{
    return lcms.library != NULL;
}

struct str press_version(struct arena *arena)
{
    assert(lcms.library);
    int version = lcms.call_cmsGetEncodedCMMversion();
    return str_format(arena, "%d.%d", version / 1000, version % 1000 / 10);
}
