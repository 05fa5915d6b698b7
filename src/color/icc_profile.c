#include "color/icc_profile.h"

#include <assert.h>

// ICC.1:2010, 7.2: where things stand in the header, and the table of tags behind it.
enum {
    VERSION_AT = 8,
    CLASS_AT = 12,
    SPACE_AT = 16,
    CONNECTION_AT = 20,
    SIGNATURE_AT = 36,
    TAG_COUNT_AT = 128,
    TAGS_AT = 132,
    TAG_SIZE = 12,
    NEWEST_VERSION = 4
};

static uint32_t u32_at(struct str bytes, size_t at)
{
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++)
        value = value << 8 | (uint8_t)bytes.data[at + i];
    return value;
}

static bool has_at(struct str bytes, size_t at, struct str signature)
{
    return str_equal(str_slice(bytes, at, at + 4), signature);
}

static bool is_device(struct str profile)
{
    return has_at(profile, CLASS_AT, STR("mntr")) || has_at(profile, CLASS_AT, STR("prtr")) ||
           has_at(profile, CLASS_AT, STR("scnr")) || has_at(profile, CLASS_AT, STR("spac"));
}

static bool tags_lie_within(struct str profile)
{
    uint32_t count = u32_at(profile, TAG_COUNT_AT);
    if (count == 0 || count > (profile.len - TAGS_AT) / TAG_SIZE)
        return false;
    for (size_t i = 0; i < count; i++) {
        uint64_t start = u32_at(profile, TAGS_AT + i * TAG_SIZE + 4);
        uint64_t size = u32_at(profile, TAGS_AT + i * TAG_SIZE + 8);
        if (start < TAGS_AT || start + size > profile.len)
            return false;
    }
    return true;
}

static struct str space_of(uint32_t components)
{
    assert(components == 1 || components == 3 || components == 4);
    return components == 1 ? STR("GRAY") : components == 3 ? STR("RGB ") : STR("CMYK");
}

const char *icc_profile_fault(struct str profile, uint32_t components)
{
    if (profile.len < TAGS_AT || !has_at(profile, SIGNATURE_AT, STR("acsp")))
        return "it is no ICC profile";
    if (u32_at(profile, 0) != profile.len)
        return "it is cut off";
    if ((uint8_t)profile.data[VERSION_AT] > NEWEST_VERSION)
        return "it is newer than PDF/A allows";
    if (!has_at(profile, SPACE_AT, space_of(components)))
        return "it is for colours of another kind";
    if (!is_device(profile))
        return "it does not describe colours of a device";
    if (!has_at(profile, CONNECTION_AT, STR("XYZ ")) &&
        !has_at(profile, CONNECTION_AT, STR("Lab ")))
        return "it does not lead to colours as they are seen";
    if (!tags_lie_within(profile))
        return "its table of contents is damaged";
    return NULL;
}
