// What the readers of pictures say of a file, at the place where the content names it. Private to
// image/.
#ifndef IMAGE_PICTURE_FAULT_H
#define IMAGE_PICTURE_FAULT_H

#include "image/picture.h"

// Each returns false, for callers to return.
bool picture_truncated(const struct picture_job *job, struct diags *diags);
bool picture_corrupt(const struct picture_job *job, struct diags *diags, const char *what);
bool picture_unsupported(const struct picture_job *job, struct diags *diags, const char *what);

// Returns whether a picture of this many pixels can be read, else says why not.
bool picture_size_fits(const struct picture_job *job, uint32_t width, uint32_t height,
                       struct diags *diags);

// Returns the profile when it describes colours of this many components, else "" with a warning.
struct str picture_profile(const struct picture_job *job, struct str profile, uint32_t components,
                           struct diags *diags);

#endif
