// The printing conditions that the program knows by name, for which a machine has the profile or
// the measurements to make it from.
#ifndef COLOR_PRESS_PROFILES_H
#define COLOR_PRESS_PROFILES_H

#include "base/str.h"

#include <stdint.h>

struct press_profile {
    struct str name;      // as `profile` has it: "fogra39"
    struct str condition; // in the ICC's registry: "FOGRA39"
    struct str info;      // for people
    struct str measured;  // the measurements (package icc-profiles-free), or "": there is a profile
    uint16_t ink_limit;   // of all inks together, in tenths of a percent
};

extern const struct press_profile press_profiles[];
extern const size_t press_profile_count;

// What a profile of the user's own is taken to bear: what every coated paper does.
enum { PRESS_USUAL_INK_LIMIT = 3000 };

// Returns the condition of that name, or NULL.
const struct press_profile *press_profile_find(struct str name);

// Returns the one for pages of a size (a theme's key): American sizes are printed on American
// presses.
const struct press_profile *press_profile_usual(struct str size_key);

// Whether a size is one of the American ones.
bool press_size_is_american(struct str size_key);

#endif
