// SVG (1.1, with what CSS adds to it in practice) → a drawing.
//
// What would draw and cannot be drawn here is an error that names it at its line and column in the
// SVG; what draws nothing (titles, metadata, editors' own elements and attributes) is left out. The
// work is bounded on any input. docs/brochure.5 lists what is drawn.
#ifndef IMAGE_SVG_H
#define IMAGE_SVG_H

#include "diag/diag.h"
#include "image/drawing.h"

struct svg_job {
    struct str path; // for messages
    struct str bytes;
    struct span span; // where the content names it
    struct sources *sources;
};

// Registers the SVG as a source, so that messages point into it, and reads it. Returns false, with
// every fault (up to a bound) in `diags`, when any part of it cannot be drawn. `job` lives as long
// as `sources`, the drawing as long as `arena`.
bool svg_read(struct arena *arena, const struct svg_job *job, struct diags *diags,
              const struct drawing **out);

#endif
