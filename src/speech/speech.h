// What a screen reader says of a finished PDF, line by line, read from the file's own tags.
//
// Screen readers word things each in its way; this says the same in plain English: the role of each
// element, the length of lists, the places of a table's cells with their heads, where links lead.
// Text is what the marks of the elements hold, or what they say in its place (ActualText, Alt, E).
#ifndef SPEECH_SPEECH_H
#define SPEECH_SPEECH_H

#include "base/str.h"

// Appends the lines to `out`. Returns false when the bytes are no tagged PDF that can be read.
bool speech_write(struct arena *arena, struct str pdf, struct str_builder *out);

#endif
