#include "image/picture_fault.h"

#include "color/icc_profile.h"

bool picture_truncated(const struct picture_job *job, struct diags *diags)
{
    diag_add(diags, DIAG_PICTURE_TRUNCATED, job->span, "%.*s ends before the picture does",
             STR_ARGS(job->path));
    diag_hint(diags, "copy or download the file again");
    return false;
}

bool picture_corrupt(const struct picture_job *job, struct diags *diags, const char *what)
{
    diag_add(diags, DIAG_PICTURE_CORRUPT, job->span, "%.*s is damaged: %s", STR_ARGS(job->path),
             what);
    diag_hint(diags, "copy the file again, or open it in a picture editor and save it anew");
    return false;
}

bool picture_unsupported(const struct picture_job *job, struct diags *diags, const char *what)
{
    diag_add(diags, DIAG_PICTURE_UNSUPPORTED, job->span, "%.*s %s", STR_ARGS(job->path), what);
    diag_hint(diags, "save it as an ordinary JPEG or PNG with 8 bits a channel");
    return false;
}

bool picture_size_fits(const struct picture_job *job, uint32_t width, uint32_t height,
                       struct diags *diags)
{
    if (width == 0 || height == 0)
        return picture_corrupt(job, diags, "it has no pixels");
    bool wide = width > RASTER_LONGEST_SIDE || height > RASTER_LONGEST_SIDE;
    if (!wide && (uint64_t)width * height <= RASTER_MOST_PIXELS)
        return true;
    diag_add(diags, DIAG_PICTURE_TOO_LARGE, job->span, "%.*s has %u × %u pixels",
             STR_ARGS(job->path), (unsigned)width, (unsigned)height);
    diag_hint(diags, "a picture may be %d pixels wide or high, and have %u million in all",
              RASTER_LONGEST_SIDE, RASTER_MOST_PIXELS / 1000000);
    return false;
}

struct str picture_profile(const struct picture_job *job, struct str profile, uint32_t components,
                           struct diags *diags)
{
    const char *fault = icc_profile_fault(profile, components);
    if (!fault)
        return profile;
    diag_add(diags, DIAG_PICTURE_PROFILE, job->span, "the colour profile of %.*s is not used: %s",
             STR_ARGS(job->path), fault);
    diag_hint(diags, components == 4 ? "its inks are taken for those of a usual printing press"
                                     : "its colours are taken for sRGB");
    return STR("");
}
