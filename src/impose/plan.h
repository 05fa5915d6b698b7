// Which page comes to stand where on the sheets of a press: a permutation of the pages, and blanks.
//
// Saddle stitch, n pages of sheets s from 0 (the outermost): front n-2s | 2s+1, back 2s+2 | n-2s-1.
// Perfect binding: signatures of some sheets within each other, one behind the other. Cut and
// stack: piles of leaves that are laid on each other after the cut. Work-and-turn and
// work-and-tumble: front and back of a leaf stand on one form, which is printed on both sides of
// the sheet. Or pages in order.
#ifndef IMPOSE_PLAN_H
#define IMPOSE_PLAN_H

#include "base/arena.h"
#include "model/brochure.h"

struct plan_job {
    enum booklet_method method;
    size_t pages;           // a multiple of plan_multiple
    uint32_t columns, rows; // places on a side
    uint32_t signature;     // pages of one, for perfect binding: a multiple of 4
    bool right_to_left;
    bool turned_backs; // the backs stand upside down, for who turns sheets at their upper edge
};

#define PLAN_BLANK SIZE_MAX

struct plan_place {
    size_t page; // index, or PLAN_BLANK
    uint32_t column, row;
    bool upside_down;
    uint32_t depth; // sheets round this one in its signature
};

struct plan_side {
    struct plan_place *places;
    size_t count;
    uint32_t sheet; // from 0
    bool back;
};

struct plan {
    struct plan_side *sides;
    size_t count;
    uint32_t depth; // the deepest
};

// Returns what the number of pages has to be a multiple of.
size_t plan_multiple(enum booklet_method method, size_t places);

// How many places of a side are beside each other, of so many.
uint32_t plan_columns(enum booklet_method method, uint32_t places);

struct plan plan_make(struct arena *arena, const struct plan_job *job);

#endif
