// The printing condition of an edition: its profile is found, or made of the published measurements
// when it is first asked for and kept in the user's cache ($XDG_CACHE_HOME/brochure, ~/.cache).
#ifndef PIPELINE_PRESS_H
#define PIPELINE_PRESS_H

#include "pipeline/pipeline.h"

// Whether an edition for the press says all that it has to: a date, and inks that the theme has.
bool job_can_print(struct job *job, const struct edition *edition,
                   const struct document_info *info);

// Returns a full amount of an ink of its own, that a colour of the theme has.
const struct color *press_ink_color(struct arena *arena, const struct theme *theme, struct str ink);

// Opens the press of an edition for the press, once for all editions of a job that share a profile.
// Returns NULL with a diagnostic.
const struct job_press *job_press(struct job *job, const struct edition *edition);

// Lets go of what job_press opened.
void job_presses_close(struct job *job);

#endif
