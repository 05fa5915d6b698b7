// Numbers, names and marks of SVG's small languages, read from the left (SVG 1.1, 4.2;
// CSS 2.1, 4.3).
//
// Numbers are IEEE 754 doubles until they are placed in a drawing; only operations that the
// standard defines to the last bit are used on them, so that every machine comes to the same.
#ifndef IMAGE_SVG_SCAN_H
#define IMAGE_SVG_SCAN_H

#include "image/svg_xml.h"

struct svg_scan {
    struct str text;
    size_t at;
};

bool svg_scan_ended(const struct svg_scan *scan);
void svg_scan_space(struct svg_scan *scan);

// Skips white space with at most one comma in it; returns whether there was the comma.
bool svg_scan_comma(struct svg_scan *scan);

// Skips `byte` when it comes next.
bool svg_scan_byte(struct svg_scan *scan, char byte);

// Reads a number; the scan stays where it is when there is none, or none below 10^12.
bool svg_scan_number(struct svg_scan *scan, double *out);

// Returns the letters, digits, '-' and '_' that come next.
struct str svg_scan_name(struct svg_scan *scan);

// What percentages are of.
struct svg_frame {
    double width, height;
    double font_size;
};

enum svg_axis { SVG_ACROSS, SVG_DOWN, SVG_OTHER };

// Reads a length with its unit, in user units (px).
bool svg_scan_length(struct svg_scan *scan, const struct svg_frame *frame, enum svg_axis axis,
                     double *out);

// Reads a text that is one number, one length, or a number or percentage that becomes 0 to 1.
bool svg_parse_number(struct str text, double *out);
bool svg_parse_length(struct str text, const struct svg_frame *frame, enum svg_axis axis,
                      double *out);
bool svg_parse_share(struct str text, double *out);

#endif
