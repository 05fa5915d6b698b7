// Colours as themes name them: what to show on a screen, what to print with.
#ifndef COLOR_COLOR_H
#define COLOR_COLOR_H

#include "base/str.h"
#include "diag/source.h"

#include <stdint.h>

// What a press lays down for a colour.
enum color_inks {
    INKS_OPEN,    // that is not settled: the colour is for screens
    INKS_PROCESS, // cyan, magenta, yellow and black
    INKS_SPOT,    // the ink `spot`
    INKS_ALL,     // every ink that there is: marks by which plates are laid over each other
};

enum { INK_FULL = 1000 }; // amounts of ink are tenths of a percent

struct color {
    struct str name;           // as the theme calls it
    struct str spot;           // the name of an ink of its own, or ""
    struct span span;          // of what the theme says of it; of a drawing's colour none
    enum color_inks inks;      // what `amounts` are of
    uint16_t amounts[4];       // of the process inks; [0]: of the one ink
    uint16_t cmyk[4];          // in tenths of a percent
    uint16_t spot_fallback[4]; // what process inks print in place of all of it, as cmyk
    uint16_t spot_tint;        // how much of it, in tenths of a percent
    uint8_t rgb[3];            // sRGB, for screens
    bool has_cmyk;
    bool overprints; // is laid over what is below it, and leaves that its ink
};

// Reads "#0B4A58". Returns false when it is none.
bool color_parse_hex(struct str text, uint8_t rgb[3]);

// Returns the contrast ratio of two sRGB colours in hundredths (WCAG 2.2, 1.4.3): 100 to 2100.
uint32_t color_contrast(const uint8_t a[3], const uint8_t b[3]);

#endif
