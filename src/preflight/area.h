// How much of each cell of a grid a path covers: by signed areas, exactly but for curves, which
// count as a few chords. Private to preflight/.
//
// An area is begun for a part of the grid, given lines, and settled; its cells then hold 0 to 1.
// By the nonzero rule what is wound twice counts once in whole cells; in a cell that edges of
// several such shapes cross it is as near as a mean can be.
#ifndef PREFLIGHT_AREA_H
#define PREFLIGHT_AREA_H

#include "base/arena.h"
#include "base/geometry.h"

struct place {
    double x, y;
};

// From lengths to cells: x' = xx x + xy y + x, y' = yx x + yy y + y.
struct frame {
    double xx, xy, yx, yy, x, y;
};

// A part of the grid, in cells.
struct extent_of_cells {
    size_t left, top, right, bottom; // the last two are not in it
};

struct area {
    size_t width, height, stride;
    struct extent_of_cells extent; // what is being covered: elsewhere the cells mean nothing
    float *cells;
};

// What takes the straight pieces of a path, in lengths.
struct line_taker {
    void (*take)(void *context, struct place from, struct place to);
    void *context;
};

void area_init(struct area *area, struct arena *arena, size_t width, size_t height);

struct place frame_apply(const struct frame *frame, struct place place);

// Returns what of the grid the box may touch, once `frame` has moved it.
struct extent_of_cells area_extent(const struct area *area, const struct frame *frame,
                                   struct box box);

// Empties the cells of a part of the grid.
void area_begin(struct area *area, struct extent_of_cells extent);

// Adds the edge of a shape, in cells. Right of it and below its upper end there is more of it.
void area_add_line(struct area *area, struct place from, struct place to);

// Adds a path's edges; what is open is closed.
void area_add_path(struct area *area, const struct path_step *steps, size_t count,
                   const struct frame *frame);

// Makes coverings of edges.
void area_settle(struct area *area, bool even_odd);

// Hands on a path in straight pieces.
void path_in_lines(const struct path_step *steps, size_t count, bool closed,
                   struct line_taker taker);

static inline float *area_row(const struct area *area, size_t row)
{
    return area->cells + row * area->stride;
}

#endif
