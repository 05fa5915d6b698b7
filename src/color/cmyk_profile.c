#include "color/cmyk_profile.h"

#include "base/file.h"
#include "color/icc_profile.h"

static bool read_at(struct arena *arena, struct str path, struct str *out)
{
    enum { LARGEST = 16 << 20 };
    struct str bytes;
    if (file_read(arena, str_cstr(arena, path), LARGEST, &bytes) != 0 ||
        icc_profile_fault(bytes, 4) != NULL)
        return false;
    *out = bytes;
    return true;
}

// Some versions of the package have one folder for all, others one for each version.
bool cmyk_profile_read(struct arena *arena, struct str *out)
{
    static const struct str versions = STR_INIT("/usr/share/ghostscript");
    const struct str *names;
    if (read_at(arena, STR("/usr/share/color/icc/ghostscript/default_cmyk.icc"), out))
        return true;
    size_t count = file_list(arena, str_cstr(arena, versions), STR(""), &names);
    for (size_t i = count; i-- > 0;) {
        struct str folder = path_join(arena, versions, names[i]);
        if (read_at(arena, path_join(arena, folder, STR("iccprofiles/default_cmyk.icc")), out))
            return true;
    }
    return false;
}
