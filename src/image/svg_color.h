// Colours as SVG and CSS write them (CSS Color 3): names, #rgb, #rrggbb, rgb().
#ifndef IMAGE_SVG_COLOR_H
#define IMAGE_SVG_COLOR_H

#include "image/svg_scan.h"

// Reads a colour without currentColor and none; the text has no white space around it.
bool svg_color_parse(struct str text, uint8_t rgb[3]);

#endif
