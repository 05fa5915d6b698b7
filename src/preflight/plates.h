// The plates of a page: how much of each ink lies in each cell of a grid over its trim. Private to
// preflight/.
//
// Painting follows the imaging model: what is painted takes the place of what was there, on all
// plates; what overprints leaves the plates alone that it has no ink on (ISO 32000-1, 8.6.7, mode
// 1). What shines through leaves a part of both.
#ifndef PREFLIGHT_PLATES_H
#define PREFLIGHT_PLATES_H

#include "image/drawing.h"
#include "preflight/area.h"

// What is drawn is drawn within these cells only, by as much as they say.
struct plate_clip {
    struct extent_of_cells extent;
    const float *cells; // of the extent, row by row; NULL: all of it
};

struct plate {
    struct str name;
    float *cells; // row by row, 1: full ink
};

struct plates {
    struct arena *arena;
    size_t width, height; // in cells
    length cell;          // the side of one
    size_t count, capacity;
    struct plate *items; // cyan, magenta, yellow, black; then inks of their own as they come
};

enum { PLATES_PROCESS = 4 };

void plates_init(struct plates *plates, struct arena *arena, size_t width, size_t height,
                 length cell);

// Takes all ink off.
void plates_clear(struct plates *plates);

// Takes as much of a settled area away as does not show: through a clip, and by an alpha.
void plates_limit(struct area *area, const struct plate_clip *clip, uint32_t alpha);

// Lays a paint over what a settled area covers.
void plates_paint(struct plates *plates, struct area *area, const struct paint *paint);

// The inks of a cell of a picture, on the process plates.
void plates_set(struct plates *plates, size_t column, size_t row, const float inks[PLATES_PROCESS],
                float covered);

// Copies of what lies on all plates, and back: `part` of what was laid over it since stays.
float **plates_keep(const struct plates *plates, struct arena *arena);
void plates_blend(struct plates *plates, float *const *kept, size_t count, float part);

#endif
