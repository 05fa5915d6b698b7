// The colours of a printing condition, by its ICC profile: sRGB → amounts of ink. The only user of
// lcms2, which is loaded when the first profile is opened.
//
// Relative colorimetric with black point compensation (ISO 18619), for pictures too: the white of
// the screen is the white of the paper, and shades keep their steps down to the darkest. Greys are
// left to black ink alone by the caller, since a press that is a little off makes others of them.
#ifndef COLOR_PRESS_H
#define COLOR_PRESS_H

#include "base/str.h"

#include <stdint.h>

struct press; // opaque

// Opens a profile of class `prtr` for CMYK, whose bytes must live as long as the press. Returns
// NULL and says why in `fault`, which is a part of a sentence: "it is no ICC profile".
struct press *press_open(struct arena *arena, struct str profile, const char **fault);
void press_close(struct press *press);

// Whether the profile's tables can be read, which takes a millisecond: they are needed once a
// colour is to be converted, and the colours of a theme often are given as inks.
bool press_has_tables(const struct press *press);

// Sets the amounts of cyan, magenta, yellow and black, in tenths of a percent, for a colour of
// sRGB. The press must have tables.
void press_convert(const struct press *press, const uint8_t rgb[3], uint16_t cmyk[4]);

// The colours of pictures. `profile` is theirs, "" for sRGB, of `components` 1, 3 or 4 bytes a
// pixel. Returns NULL when lcms2 cannot make sense of it.
struct press_pixels; // opaque
struct press_pixels *press_pixels_open(struct arena *arena, const struct press *press,
                                       struct str profile, uint32_t components);
void press_pixels_close(struct press_pixels *pixels);

// Converts `count` pixels to four bytes each: cyan, magenta, yellow, black, 255 full ink.
void press_pixels_convert(const struct press_pixels *pixels, const void *from, void *to,
                          size_t count);

bool press_was_used(void);

// The library's version, for manifests: once it is loaded.
struct str press_version(struct arena *arena);

#endif
