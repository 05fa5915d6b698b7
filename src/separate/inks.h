// One colour → amounts of ink. Answers are kept: a colour is converted once, however often it is
// used.
#ifndef SEPARATE_INKS_H
#define SEPARATE_INKS_H

#include "base/map.h"
#include "separate/separate.h"

// What is printed in a colour.
enum ink_use {
    INK_USE_AREA,  // a fill
    INK_USE_THIN,  // type, a stroke, a rule: never of several inks when it is black
    INK_USE_LARGE, // a fill in which black alone looks grey
    INK_USE_SHADE, // a stop of a gradient: of process inks, since all stops have one space
    INK_USE_COUNT
};

struct inks {
    struct arena *arena;
    const struct separate_job *job;
    struct map settled[INK_USE_COUNT]; // the colour's address → struct color
};

void inks_init(struct inks *inks, struct arena *arena, const struct separate_job *job);

// Returns the colour with its inks settled.
const struct color *inks_settle(struct inks *inks, const struct color *color, enum ink_use use);

// Returns the amount of black that stands for a grey of sRGB, in tenths of a percent.
uint16_t inks_black_of(uint8_t grey);

#endif
