// A glyph's outline in thousandths of an em, in cubic curves: what a charstring holds.
//
// TrueType's quadratic curves come from cubic ones that its makers cut in pieces. Pieces that one
// cubic follows within a thousandth of an em are put together again, which makes a font a fifth
// smaller; the points are rounded to thousandths, as those of most fonts for PostScript are.
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "base/vec.h"
#include "text/font.h"

struct outline_point {
    int32_t x, y;
};

enum outline_kind { OUTLINE_MOVE, OUTLINE_LINE, OUTLINE_CURVE };

struct outline_step {
    enum outline_kind kind;
    struct outline_point points[3]; // of a curve its control points and its end, else the end alone
};

// Steps; every contour starts with a move and is closed by its end.
struct outline {
    struct outline_step *items;
    size_t count;
    size_t capacity;
};

// Returns the outline of a glyph; it has no steps where the glyph is blank.
struct outline outline_of_glyph(struct arena *arena, const struct font *font, uint32_t glyph);

#endif
